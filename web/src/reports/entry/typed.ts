import { readTyped } from '@mangnon/domain/indicators/read-typed.ts';
import { noReport, type Value } from '@mangnon/domain/indicators/value.ts';

/**
 * What stands in a cell: a value that can be saved, or text that is none yet and stays as it was typed: letters in a
 * cell of numbers, a number below zero, a zero whose reason was not told.
 */
export type Typed =
  { readonly kind: 'value'; readonly value: Value } | { readonly kind: 'text'; readonly text: string };

/** Above this a number is taken for a slip of the finger and stays text; no count of people or things here comes near. */
const mostTyped = 1e12;

export const emptied: Typed = { kind: 'value', value: noReport };

/** What typed or pasted text says. A zero stays text until its reason is told. */
export function understand(typed: string): Typed {
  const text = typed.trim();
  const read = readTyped(text, '');
  if (!read.ok) return { kind: 'text', text };
  if (read.value === null) return emptied;
  if (read.value === 0 || read.value > mostTyped) return { kind: 'text', text };
  return { kind: 'value', value: { state: 'number', amount: read.value } };
}

/** Whether the text is a zero that waits for its reason. */
export function isBareZero(typed: Typed): boolean {
  if (typed.kind !== 'text') return false;
  const read = readTyped(typed.text, '');
  return read.ok && read.value === 0;
}

/** Why the text cannot be saved; null for a value. */
export function problemOf(
  typed: Typed,
): 'indicators.zero_without_reason' | 'indicators.not_a_number' | 'indicators.below_zero' | null {
  if (typed.kind === 'value') return null;
  const read = readTyped(typed.text, '');
  if (read.ok) return read.value === 0 ? 'indicators.zero_without_reason' : 'indicators.not_a_number';
  return read.refusal.code === 'indicators.below_zero' ? 'indicators.below_zero' : 'indicators.not_a_number';
}

/** A number as it is edited and goes to a spreadsheet: no dots between thousands, a comma before the decimals. */
export function writePlain(typed: Typed): string {
  if (typed.kind === 'text') return typed.text;
  const { value } = typed;
  if (value.state === 'number') return String(value.amount).replace('.', ',');
  return value.state === 'zero' ? '0' : '';
}
