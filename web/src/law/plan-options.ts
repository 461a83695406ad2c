import { listPlans } from '@mangnon/domain/plans/plans.api.ts';
import { useQuery } from '@tanstack/react-query';
import { call } from '../platform/api.ts';
import { formatDay } from '../platform/format.ts';

/** The adopted plans as choices of a list: number, day and title. */
export function usePlanOptions(): { readonly value: string; readonly label: string }[] {
  const plans = useQuery({
    queryKey: ['plans', 'as-options'],
    queryFn: ({ signal }) => call(listPlans, { query: {}, signal }),
  });
  return (plans.data?.plans ?? []).map(({ id, number, issuedOn, title }) => ({
    value: id,
    label: [number, issuedOn === null ? null : formatDay(issuedOn), title].filter((part) => part !== null).join(' – '),
  }));
}
