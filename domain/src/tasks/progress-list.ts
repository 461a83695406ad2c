import type { AnnexTable } from '../kernel/document/official-document.ts';
import { printDay } from '../kernel/document/printed-parts.ts';
import { printedStatus } from './printed-status.ts';
import { writePeriodCode } from './task-period.ts';
import { countStatuses, shareDone, taskStatuses, totalOf, type TaskStatus } from './task-status.ts';

/** A sentence of the plan, with its parties as printed. */
export interface ListedSentence {
  readonly planTaskId: string;
  readonly text: string;
  readonly lead: readonly string[];
  readonly coordinating: readonly string[];
  readonly dueText: string | null;
}

/** How one period of one unit stands on the day of the list. */
export interface ListedProgress {
  readonly planTaskId: string;
  readonly unitName: string;
  readonly coordinating: readonly string[];
  readonly period: string;
  readonly dueOn: string | null;
  /** As it was first given; another than `dueOn` where the day was moved. */
  readonly firstDueOn: string | null;
  readonly doneOn: string | null;
  /** Said to be done, and not decided yet. */
  readonly waits: boolean;
  readonly status: TaskStatus;
  /** The last that was reported and not sent back, in words, with its figure. */
  readonly result: string | null;
}

/** Columns of the progress list (bảng tổng hợp tiến độ thực hiện nhiệm vụ). */
const columns = [
  { title: 'TT', share: 1.2, align: 'center' },
  { title: 'Nội dung', share: 7, align: 'left' },
  { title: 'Đơn vị chủ trì', share: 4, align: 'left' },
  { title: 'Phối hợp', share: 3.6, align: 'left' },
  { title: 'Thời hạn', share: 2.6, align: 'center' },
  { title: 'Kết quả', share: 5, align: 'left' },
  { title: 'Tình trạng', share: 3.2, align: 'left' },
] as const;

/** A sentence with more lines than this has only its late ones written out: paper must still be read by somebody. */
const mostLines = 12;
/** A report may be pages long; on the list stands its beginning. */
const mostLetters = 400;

/**
 * The list as an annex across the sheet: each sentence of the plan, its units and periods, and above it the totals by
 * status, which add up to the periods given. What was given to nobody is said apart and counted in no status. `unit`: the
 * list is of this one alone, and so are the sentences and periods that were handed in.
 */
export function progressAnnex(
  sentences: readonly ListedSentence[],
  periods: readonly ListedProgress[],
  on: string,
  unit: string | null = null,
): AnnexTable {
  const bySentence = Map.groupBy(periods, ({ planTaskId }) => planTaskId);
  return {
    title: `Bảng tổng hợp tiến độ thực hiện nhiệm vụ${unit === null ? '' : ` của ${unit}`}`,
    landscape: true,
    lines: totals(sentences, periods, on),
    columns: columns.map((column) => ({ ...column })),
    rows: sentences.flatMap((sentence, at) => rowsOf(sentence, bySentence.get(sentence.planTaskId) ?? [], at + 1)),
  };
}

/** What stands where there is nothing to print: an empty cell leaves the reader to guess whether somebody forgot. */
const empty = {
  lead: 'Kế hoạch không ghi',
  coordinating: 'Không ghi',
  due: 'Không ghi hạn',
  result: 'Chưa có báo cáo',
} as const;

const isMoved = ({ dueOn, firstDueOn }: ListedProgress) =>
  dueOn !== null && firstDueOn !== null && dueOn !== firstDueOn;

function rowsOf(sentence: ListedSentence, given: readonly ListedProgress[], count: number): string[][] {
  const { text, lead, coordinating, dueText } = sentence;
  const [first] = given;
  if (first === undefined) {
    return [
      [
        String(count),
        text,
        names(lead) || empty.lead,
        names(coordinating) || empty.coordinating,
        dueText ?? empty.due,
        empty.result,
        'Chưa giao',
      ],
    ];
  }
  if (given.length === 1) return [[String(count), withPeriod(text, first), ...cellsOf(first, coordinating)]];
  const shown = given.length <= mostLines ? given : given.filter(({ status }) => status === 'under_way_overdue');
  const left = given.length - shown.length;
  const counts = countStatuses(given.map(({ status }) => status));
  const units = new Set(given.map(({ unitName }) => unitName)).size;
  const dues = new Set(given.map(({ dueOn }) => dueOn));
  const summary = taskStatuses
    .filter((status) => counts[status] > 0)
    .map((status) => `${printedStatus[status]}: ${counts[status]}`);
  return [
    [
      String(count),
      text,
      units === 1 ? first.unitName : `${units} đơn vị`,
      names(coordinating) || empty.coordinating,
      dueText ?? (dues.size === 1 && first.dueOn !== null ? printShort(first.dueOn) : 'Ghi từng kỳ'),
      left === 0 ? `${given.length} kỳ, ghi từng kỳ dưới đây` : `${given.length} kỳ; dưới đây chỉ ghi kỳ quá hạn`,
      summary.join(';\n'),
    ],
    ...shown.map((one, at) => [
      `${count}.${at + 1}`,
      writePeriodCode(one.period, 'vi') || `Như mục ${count}`,
      ...cellsOf(one, one.coordinating),
    ]),
  ];
}

function cellsOf(one: ListedProgress, printed: readonly string[]): string[] {
  const { unitName, coordinating, dueOn, doneOn, waits, status, result } = one;
  const state = doneOn === null ? printedStatus[status] : `${printedStatus[status]} (${printShort(doneOn)})`;
  return [
    unitName,
    names(coordinating.length > 0 ? coordinating : printed) || empty.coordinating,
    dueOn === null
      ? empty.due
      : isMoved(one)
        ? `${printShort(dueOn)}\n(hạn đầu ${printShort(one.firstDueOn ?? '')})`
        : printShort(dueOn),
    result === null
      ? empty.result
      : result.length > mostLetters
        ? `${result.slice(0, mostLetters).trimEnd()}…`
        : result,
    waits ? `${state}; đã báo xong, chờ quyết định` : state,
  ];
}

const withPeriod = (text: string, { period }: ListedProgress) =>
  period === 'once' ? text : `${text} (${writePeriodCode(period, 'vi')})`;

const names = (all: readonly string[]) => all.join(';\n');
const printShort = (day: string) => day.split('-').toReversed().join('/');

/** Says the day, the total with its parts, and what a share is a share of. */
function totals(sentences: readonly ListedSentence[], periods: readonly ListedProgress[], on: string): string[] {
  const counts = countStatuses(periods.map(({ status }) => status));
  const given = new Set(periods.map(({ planTaskId }) => planTaskId));
  const open = sentences.filter(({ planTaskId }) => !given.has(planTaskId)).length;
  const moved = periods.filter(isMoved).length;
  const { part, of } = shareDone(counts, 'due');
  const said = (count: number) => count.toLocaleString('vi-VN');
  const parts = taskStatuses.map((status) => `${printedStatus[status].toLowerCase()}: ${said(counts[status])}`);
  return [
    `Số liệu đến hết ${printDay(on)}, theo hạn hiện nay và ngày hoàn thành đã được chấp nhận.`,
    ...(periods.length === 0 ? [] : [`Tổng số ${said(totalOf(counts))} kỳ nhiệm vụ đã giao, gồm ${parts.join('; ')}.`]),
    of === 0
      ? 'Chưa có kỳ nào đến hạn.'
      : `Đã xong ${said(part)} trên ${said(of)} kỳ đến hạn (${percent(part, of)}); đến hạn gồm kỳ đã xong và kỳ quá hạn.`,
    ...(moved === 0 ? [] : [`Hạn đã dời ở ${said(moved)} kỳ; hạn giao đầu tiên ghi trong ngoặc ở cột Thời hạn.`]),
    ...(open === 0 ? [] : [`Kế hoạch có ${sentences.length} việc, trong đó ${open} việc chưa giao cho đơn vị nào.`]),
  ];
}

/** «71,4%» */
function percent(part: number, of: number): string {
  return `${String(Math.round((part / of) * 1000) / 10).replace('.', ',')}%`;
}
