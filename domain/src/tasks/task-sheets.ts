import type { Sheet, SheetCell } from '../kernel/workbook/sheet.ts';
import { printedStatus } from './printed-status.ts';
import { writePeriodCode } from './task-period.ts';
import { countStatuses, shareDone, taskStatuses, totalOf, type TaskStatus } from './task-status.ts';

/** One line of the workbook: a period of a task with the names already looked up. */
export interface ExportedPeriod {
  readonly planName: string;
  readonly words: string;
  readonly unitName: string;
  readonly coordinating: readonly string[];
  readonly period: string;
  readonly startsOn: string;
  readonly dueOn: string | null;
  readonly firstDueOn: string | null;
  readonly doneOn: string | null;
  readonly reportedOn: string | null;
  readonly status: TaskStatus;
}

const columns = [
  'TT',
  'Kế hoạch',
  'Nhiệm vụ',
  'Đơn vị chủ trì',
  'Cơ quan phối hợp',
  'Kỳ',
  'Ngày bắt đầu',
  'Hạn',
  'Hạn giao đầu tiên',
  'Ngày xong',
  'Báo xong, chờ quyết định',
  'Tình trạng',
] as const;

const day = (on: string | null): SheetCell => (on === null ? null : { day: on });

const isMoved = ({ dueOn, firstDueOn }: ExportedPeriod) =>
  dueOn !== null && firstDueOn !== null && dueOn !== firstDueOn;

/**
 * The list and, beside it, what it is a list of: the day, the filter in words, and the totals by status, which add up to
 * the number of rows.
 */
export function writeTaskSheets(
  periods: readonly ExportedPeriod[],
  { today, filter }: { readonly today: string; readonly filter: readonly (readonly [string, string])[] },
): Sheet[] {
  const counts = countStatuses(periods.map(({ status }) => status));
  const { part, of } = shareDone(counts, 'due');
  return [
    {
      name: 'Nhiệm vụ',
      rows: [
        [...columns],
        ...periods.map((one, at): SheetCell[] => [
          at + 1,
          one.planName,
          one.words,
          one.unitName,
          one.coordinating.join('; '),
          writePeriodCode(one.period, 'vi'),
          day(one.startsOn),
          day(one.dueOn),
          day(one.firstDueOn),
          day(one.doneOn),
          one.doneOn === null ? day(one.reportedOn) : null,
          printedStatus[one.status],
        ]),
      ],
    },
    {
      name: 'Tổng hợp',
      rows: [
        ['Nội dung', 'Giá trị'],
        ['Số liệu đến ngày', { day: today }],
        ...(filter.length === 0 ? [['Bộ lọc', 'Mọi nhiệm vụ được xem']] : filter.map((one) => [...one])),
        ...taskStatuses.map((status): SheetCell[] => [`${printedStatus[status]} (kỳ)`, counts[status]]),
        ['Tổng số (kỳ nhiệm vụ)', totalOf(counts)],
        ['Hạn đã dời (kỳ)', periods.filter(isMoved).length],
        ['Đã xong trong số đến hạn (kỳ)', part],
        ['Số đến hạn: đã xong và quá hạn (kỳ)', of],
      ],
    },
  ];
}
