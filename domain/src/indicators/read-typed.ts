import { accept, refuse, type Result } from '../kernel/result.ts';

const vietnamese = /^[-−]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;

/**
 * The number somebody typed or pasted, as numbers are written in Vietnam: `1.234`, `12,5`. Null for an empty cell. What
 * is no number so written is refused and never guessed: `1.5` might mean one and a half or fifteen.
 */
export function readTyped(typed: string, cell: string): Result<number | null> {
  const text = typed.replace(/[\s\u00a0]+/g, '');
  if (text === '') return accept(null);
  if (!vietnamese.test(text)) return refuse('indicators.not_a_number', { where: cell, details: { cell, typed } });
  const amount = Number(text.replaceAll('.', '').replace(',', '.').replace('−', '-'));
  return amount < 0 ? refuse('indicators.below_zero', { where: cell, details: { cell } }) : accept(amount);
}
