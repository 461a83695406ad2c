import { QueryClient } from '@tanstack/react-query';
import { NetworkError } from './refusal-error.ts';

/** Only what got no answer is asked again, and only reading: three times, after 1, 2 and 4 seconds. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 5_000,
        retry: (failures, error) => error instanceof NetworkError && failures < 3,
        retryDelay: (failures) => 1000 * 2 ** failures,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
