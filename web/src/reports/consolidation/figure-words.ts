import type { FigureState } from '@mangnon/domain/indicators/figure.ts';
import type { Sentence } from '@mangnon/domain/kernel/sentence.ts';
import type { ConsolidationPage } from '@mangnon/domain/reports/consolidation.api.ts';
import { formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';

/** A figure as it is read: a number, or in words why there is none. */
export function useFigureWords(): (figure: { state: FigureState; amount: number | null }) => string {
  const t = useText();
  const { language } = useLanguage();
  return ({ state, amount }) =>
    state === 'number' && amount !== null
      ? formatNumber(amount, language)
      : t(`sums.state.${state === 'number' ? 'no_report' : state}`);
}

/** With its sign: what an adjustment adds, or takes away. */
export function useSignedNumber(): (amount: number) => string {
  const { language } = useLanguage();
  return (amount) => `${amount > 0 ? '+' : '−'}${formatNumber(Math.abs(amount), language)}`;
}

/** What each cell is called: «Số trẻ em – Nữ». */
export function nameCells({ tables, indicators }: ConsolidationPage): ReadonlyMap<string, Sentence> {
  const byCode = new Map(indicators.map((one) => [one.code, one]));
  return new Map(
    tables.flatMap(({ columns, rows }) =>
      rows.flatMap(({ code, keys }) =>
        keys.flatMap((key, at) => {
          const one = byCode.get(code);
          const column = columns[at];
          if (key === null || one === undefined || column === undefined) return [];
          const join = (language: 'vi' | 'en') =>
            column.part === null ? one.name[language] : `${one.name[language]} – ${column.name[language]}`;
          return [[key, { vi: join('vi'), en: join('en') }] as const];
        }),
      ),
    ),
  );
}
