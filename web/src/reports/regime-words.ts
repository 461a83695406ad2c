import type { Regime } from '@mangnon/domain/reports/reports.api.ts';
import { useText } from '../platform/language.tsx';

/** What a regime is called: how often, and the day its plan prints. */
export function useRegimeName(): (regime: Pick<Regime, 'period' | 'due'>) => string {
  const t = useText();
  return ({ period, due }) => {
    const often = t(`reports.period.${period}`);
    return due === null ? often : t('reports.name', { often, day: due.day, month: due.month });
  };
}
