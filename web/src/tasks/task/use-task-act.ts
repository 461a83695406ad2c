import { useMutation, useQueryClient } from '@tanstack/react-query';
import { NetworkError } from '../../platform/refusal-error.ts';
import { tasksKey } from '../tasks.queries.ts';

/**
 * An act on a task; after it every list about tasks is asked anew. `repeatable`: its request carries an id made before
 * the first try, so that a broken line sends it again and nothing is done twice.
 */
export function useTaskAct<Input>(
  act: (input: Input) => Promise<unknown>,
  { repeatable = false, onDone }: { readonly repeatable?: boolean; readonly onDone?: () => void } = {},
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    retry: (failures, error) => repeatable && error instanceof NetworkError && failures < 4,
    retryDelay: (failures) => 1000 * 2 ** failures,
    onSuccess: async () => {
      onDone?.();
      await queryClient.invalidateQueries({ queryKey: tasksKey });
    },
    // Somebody else may have acted meanwhile: what stands is shown beside the refusal.
    onError: () => queryClient.invalidateQueries({ queryKey: tasksKey }),
  });
}
