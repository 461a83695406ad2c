import { notApplicableWords, zeroWords } from '../../indicators/value-words.ts';
import { vietnameseLetter } from '../../kernel/document/numbering.ts';
import type { PaperFigure, PaperValue } from './report-paper.ts';

const numbers = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });

/** What stands for a figure that is no number. No cell of a report is ever empty. */
export const printedStates = {
  no_report: 'chưa báo cáo',
  not_applicable: 'không thuộc diện',
  withheld: 'không công bố',
  not_added: 'không cộng được',
  no_base: 'không tính được (mẫu số bằng 0)',
} as const satisfies Readonly<Record<Exclude<PaperValue['state'], 'number' | 'zero'>, string>>;

export function printAmount(amount: number): string {
  return numbers.format(amount);
}

/** Why there is nothing, or why it does not concern the unit; null where no reason belongs to the value. */
export function printReason(value: PaperValue): string | null {
  if (value.state !== 'zero' && value.state !== 'not_applicable') return null;
  const given = value.state === 'zero' ? zeroWords[value.reason].vi : notApplicableWords[value.reason].vi;
  if (value.words === null) return given;
  return value.reason === 'other' ? value.words : `${given}; ${value.words}`;
}

/** The bare figure: «1.234», «0», «chưa báo cáo». */
export function printValue(value: PaperValue): string {
  if (value.state === 'number') return printAmount(value.amount);
  return value.state === 'zero' ? '0' : printedStates[value.state];
}

/** The same for a sheet, where a number is to be counted with. */
export function bareValue(value: PaperValue): string | number {
  if (value.state === 'number') return value.amount;
  return value.state === 'zero' ? 0 : printValue(value);
}

/** Within a sentence: «1.234 trẻ em (28/31 xã)», «0 trẻ em (đã rà soát, …)», «chưa báo cáo». */
export function printFigure({ value, unit, completeness }: PaperFigure, counted: string): string {
  const hasAmount = value.state === 'number' || value.state === 'zero';
  const amount =
    hasAmount && unit !== '' ? `${printValue(value)}${unit === '%' ? '%' : ` ${unit}`}` : printValue(value);
  const reason = printReason(value);
  const share = completeness === null ? null : `${completeness.accepted}/${completeness.due} ${counted}`;
  const more = [reason === null ? null : lowerFirst(reason), share].filter((words) => words !== null).join('; ');
  return more === '' ? amount : `${amount} (${more})`;
}

/** Reasons of one table: in a narrow cell stands «0 (a)», and (a) is told above the table. */
export interface ReasonBook {
  print(value: PaperValue): string;
  lines(): string[];
}

export function openReasons(): ReasonBook {
  const letters = new Map<string, string>();
  return {
    print(value) {
      const reason = printReason(value);
      if (reason === null) return printValue(value);
      const letter = letters.get(reason) ?? vietnameseLetter(letters.size + 1);
      letters.set(reason, letter);
      return `${printValue(value)} (${letter})`;
    },
    lines: () => [...letters].map(([reason, letter]) => `(${letter}) ${upperFirst(reason)}.`),
  };
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Inside a sentence. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
