import { accept, refuse, type Result } from '../../kernel/result.ts';
import { cleanValue } from '../fact-data.ts';
import { itemDataSchemas, type ItemKind } from './manuscript-item.ts';

type Data = Readonly<Record<string, unknown>>;

/** Longest text of an item and of any other line, in UTF-16 units; most names in a list. */
const longest = { text: 20_000, line: 2_000 } as const;
const mostNames = 200;

/**
 * Cleans and checks what a person wrote into the fields `touched` of an item. Words may stay empty while somebody is
 * still writing: what must stand there in the end is asked at submission (check-manuscript.ts).
 */
export function checkItem(kind: ItemKind, data: Data, touched: readonly string[]): Result<Data> {
  const cleaned: Record<string, unknown> = { ...data };
  for (const field of touched) {
    const value = cleanValue(data[field]);
    const limit = field === 'text' ? longest.text : longest.line;
    const tooLong = listTexts(value).some((text) => text.length > limit);
    if (tooLong) return refuse('writing.too_long', { where: field, details: { limit } });
    if (Array.isArray(value)) {
      if (value.length > mostNames) return refuse('writing.too_long', { where: field, details: { limit: mostNames } });
      cleaned[field] = [...new Set(value.filter((one) => one !== ''))];
    } else cleaned[field] = value;
  }
  const parsed = itemDataSchemas[kind].safeParse(cleaned);
  if (!parsed.success) return refuse('writing.field_wrong', { where: String(parsed.error.issues[0]?.path[0] ?? '') });
  return checkTogether(parsed.data, touched);
}

function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** Days in order, days that exist, ranges that rise. */
function checkTogether(data: Data, touched: readonly string[]): Result<Data> {
  const { due, value, valueTo } = data as {
    due?: { from?: string | null; to?: string | null; month?: number; day?: number } | null;
    value?: number;
    valueTo?: number | null;
  };
  if (touched.includes('due') && due) {
    if (due.from && due.to && due.from > due.to) return refuse('writing.due_order', { where: 'due' });
    if (due.month && due.day && due.day > new Date(Date.UTC(2024, due.month, 0)).getUTCDate()) {
      return refuse('writing.date_unknown', { where: 'due' });
    }
  }
  if (value !== undefined && valueTo != null && valueTo < value)
    return refuse('writing.range_order', { where: 'valueTo' });
  return accept(data);
}
