import { useMutation, useQueryClient } from '@tanstack/react-query';
import { NetworkError } from '../platform/refusal-error.ts';

/** An act on a report, sent again over a broken line; after it everything about reports is asked anew, also where it was refused. */
export function useReportAct<Answer, Input = void>(
  act: (input: Input) => Promise<Answer>,
  onDone: (answer: Answer) => void = () => undefined,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    retry: (failures, error) => error instanceof NetworkError && failures < 4,
    retryDelay: (failures) => 1000 * 2 ** failures,
    onSuccess: async (answer: Answer) => {
      onDone(answer);
      await queryClient.invalidateQueries({ queryKey: ['reports'] });
    },
    onError: () => queryClient.invalidateQueries({ queryKey: ['reports'] }),
  });
}
