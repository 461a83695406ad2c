import type { Due } from '../extraction.ts';
import { romanNumber } from '../../kernel/document/numbering.ts';
import type { ItemData } from './manuscript-item.ts';

type Task = Pick<ItemData<'task'>, 'due' | 'repeats'>;

const everyTime = {
  month: 'hằng tháng',
  quarter: 'hằng quý',
  half_year: 'định kỳ 06 tháng',
  year: 'hằng năm',
} as const;

/** When a task is due, as it is printed: what somebody wrote themselves, else the words for its days; null for none. */
export function printDue({ due, repeats }: Task): string | null {
  const days = due === null ? null : due.text !== '' ? due.text : printDays(due);
  if (repeats === null) return days;
  const often = everyTime[repeats];
  return capital(days === null ? often : `${often}, ${days.charAt(0).toLowerCase()}${days.slice(1)}`);
}

/** «Quý II năm 2027», «Tháng 6 năm 2027», «Năm 2027», «Trước ngày 30/6/2027», «Từ ngày … đến ngày …». */
export function printDays({ from, to }: Pick<Due, 'from' | 'to'>): string | null {
  if (from === null) return to === null ? null : `Trước ngày ${slashed(to)}`;
  if (to === null) return `Từ ngày ${slashed(from)}`;
  if (from === to) return `Ngày ${slashed(from)}`;
  return printWhole(from, to) ?? `Từ ngày ${slashed(from)} đến ngày ${slashed(to)}`;
}

/** A whole year, quarter or month; null for any other stretch. */
function printWhole(from: string, to: string): string | null {
  const [year, month, day] = from.split('-').map(Number);
  const [endYear, endMonth, endDay] = to.split('-').map(Number);
  if (!year || !month || !endMonth || !endYear || day !== 1) return null;
  if (endDay !== new Date(Date.UTC(endYear, endMonth, 0)).getUTCDate()) return null;
  if (month === 1 && endMonth === 12) return year === endYear ? `Năm ${year}` : `Giai đoạn ${year} - ${endYear}`;
  if (year !== endYear) return null;
  if (month === endMonth) return `Tháng ${month} năm ${year}`;
  return month % 3 === 1 && endMonth === month + 2 ? `Quý ${romanNumber((month + 2) / 3)} năm ${year}` : null;
}

function slashed(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${month}/${year}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export interface FieldLine {
  readonly field: 'lead' | 'coordinating' | 'due' | 'product';
  readonly text: string;
}

/** The lines under a task that say who, with whom, when, and what comes of it. */
export function printTaskFields(task: ItemData<'task'>): FieldLine[] {
  const due = printDue(task);
  const lines: (FieldLine | null)[] = [
    task.lead.length === 0 ? null : { field: 'lead', text: `Cơ quan chủ trì: ${task.lead.join('; ')}.` },
    task.coordinating.length === 0
      ? null
      : { field: 'coordinating', text: `Cơ quan phối hợp: ${task.coordinating.join('; ')}.` },
    due === null ? null : { field: 'due', text: `Thời gian thực hiện: ${due}.` },
    task.product === '' ? null : { field: 'product', text: `Sản phẩm: ${task.product.replace(/[.;\s]+$/u, '')}.` },
  ];
  return lines.filter((line) => line !== null);
}
