import type { Due } from '@mangnon/domain/plans/extraction.ts';
import type { Language } from '@mangnon/domain/kernel/sentence.ts';
import { formatDay, formatNumber } from '../../../platform/format.ts';
import type { Json } from '../state/review-state.ts';
import { readDay, readDayOfYear, readNumber, readPartOfDay } from './day-text.ts';
import type { FieldForm } from './use-field.ts';

const noDue: Due = { from: null, to: null, text: '' };
const asDue = (value: Json): Due => (value === null ? noDue : (value as unknown as Due));

/** One end of the time a task has. */
export function dueDay(end: 'from' | 'to'): FieldForm {
  return {
    show: (value) => formatDay(asDue(value)[end] ?? ''),
    read(text, value) {
      const day = readDay(text);
      if (text.trim() !== '' && day === null) return { ok: false, problem: 'review.problem.day' };
      return { ok: true, value: { ...asDue(value), [end]: day } };
    },
  };
}

/** The time of a task as the document words it. */
export const dueWords: FieldForm = {
  show: (value) => asDue(value).text,
  read: (text, value) => ({ ok: true, value: { ...asDue(value), text } }),
};

/** A date of which only month or year may be known. */
export const partOfDay: FieldForm = {
  show: (value) => (typeof value === 'string' ? formatDay(value) : ''),
  read(text) {
    if (text.trim() === '') return { ok: true, value: null };
    const part = readPartOfDay(text);
    return part === null ? { ok: false, problem: 'review.problem.partOfDay' } : { ok: true, value: part };
  },
};

/** A day of every year: `15/06`. */
export const dayOfYear: FieldForm = {
  show(value) {
    const due = value as { month: number; day: number } | null;
    return due ? `${String(due.day).padStart(2, '0')}/${String(due.month).padStart(2, '0')}` : '';
  },
  read(text) {
    if (text.trim() === '') return { ok: true, value: null };
    const day = readDayOfYear(text);
    return day === null ? { ok: false, problem: 'review.problem.dayOfYear' } : { ok: true, value: day };
  },
};

export function figure(language: Language, optional: boolean): FieldForm {
  return {
    show: (value) => (typeof value === 'number' ? formatNumber(value, language) : ''),
    read(text) {
      if (optional && text.trim() === '') return { ok: true, value: null };
      const number = readNumber(text);
      return number === null ? { ok: false, problem: 'review.problem.number' } : { ok: true, value: number };
    },
  };
}

export const yearNumber: FieldForm = {
  show: (value) => (typeof value === 'number' ? String(value) : ''),
  read(text) {
    if (text.trim() === '') return { ok: true, value: null };
    return /^\s*\d{4}\s*$/.test(text)
      ? { ok: true, value: Number(text) }
      : { ok: false, problem: 'review.problem.year' };
  },
};

/** Text that may be missing; emptied, it is. */
export const maybeText: FieldForm = {
  show: (value) => (typeof value === 'string' ? value : ''),
  read: (text) => ({ ok: true, value: text.trim() === '' ? null : text }),
};
