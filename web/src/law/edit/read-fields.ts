import { readDayText } from '../../platform/day-text.ts';
import type { MessageKey } from '../../platform/messages.ts';

export type Typed = Readonly<Record<string, string>>;

interface Base {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly needed?: boolean;
  /** Asked only while this says so. */
  readonly when?: (typed: Typed) => boolean;
}

/** `line`, `text`: words; `day`: as people write it; `year`; `figure`: with comma or point; `choice`: one of some. */
export type Field =
  | (Base & { readonly kind: 'line' | 'text' | 'day' | 'year' | 'figure' })
  | (Base & {
      readonly kind: 'choice';
      readonly options: readonly { readonly value: string; readonly label: string }[];
    });

/** `1.234,5`, `1234,5` and `1234.5` are one figure; null where it is none. A point before three digits parts thousands. */
export function readFigure(text: string): number | null {
  const bare = text.replace(/\s/g, '');
  if (!/^-?\d+([.,]\d+)*$/.test(bare)) return null;
  const isVietnamese = bare.includes(',') || /^-?\d{1,3}(\.\d{3})+$/.test(bare);
  const number = Number(isVietnamese ? bare.replaceAll('.', '').replace(',', '.') : bare);
  return Number.isFinite(number) ? number : null;
}

/** What is wrong with what was typed, as the key of its sentence. */
export function problemOf(field: Field, text: string): MessageKey | null {
  const bare = text.trim();
  if (bare === '') return field.needed ? 'law.field.needed' : null;
  if (field.kind === 'day' && readDayText(bare) === null) return 'law.field.day';
  if (field.kind === 'year' && !/^(19|20)\d\d$/.test(bare)) return 'law.field.year';
  return field.kind === 'figure' && readFigure(bare) === null ? 'law.field.figure' : null;
}

/** The value of one field; null where nothing is typed, or it is not asked. */
export function readField(field: Field, typed: Typed, shown: readonly Field[]): string | number | null {
  const bare = (typed[field.name] ?? '').trim();
  if (bare === '' || !shown.includes(field)) return null;
  if (field.kind === 'day') return readDayText(bare);
  if (field.kind === 'year') return Number(bare);
  return field.kind === 'figure' ? readFigure(bare) : bare;
}
