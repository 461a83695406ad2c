import type { AnnexTable } from '../../kernel/document/official-document.ts';
import type { Sheet } from '../../kernel/workbook/sheet.ts';
import type { Plan } from '../plans.api.ts';

type Task = Plan['tasks'][number];

/** Columns of the list of tasks (danh mục nhiệm vụ); the last two are filled from how the tasks go. */
const columns = [
  { title: 'TT', share: 1, align: 'center' },
  { title: 'Mục', share: 1.6, align: 'center' },
  { title: 'Nhiệm vụ', share: 9, align: 'left' },
  { title: 'Cơ quan chủ trì', share: 4, align: 'left' },
  { title: 'Cơ quan phối hợp', share: 4.4, align: 'left' },
  { title: 'Thời gian', share: 3.4, align: 'left' },
  { title: 'Tiến độ', share: 2.6, align: 'left' },
  { title: 'Ghi chú', share: 2.4, align: 'left' },
] as const;

function cellsOf({ section, text, lead, coordinating, due }: Task, at: number): string[] {
  const names = (agencies: Task['lead']) => agencies.map(({ printed }) => printed).join(';\n');
  return [String(at + 1), section, text, names(lead), names(coordinating), due?.text ?? '', '', ''];
}

/** The list as an annex: eight columns need the sheet across. */
export function taskAnnex(tasks: readonly Task[]): AnnexTable {
  return {
    title: 'Danh mục nhiệm vụ',
    landscape: true,
    columns: columns.map((column) => ({ ...column })),
    rows: tasks.map(cellsOf),
  };
}

/** The same as a sheet of a workbook, with the days as days, to be sorted. */
export function taskSheet(tasks: readonly Task[]): Sheet {
  const heading = [...columns.slice(0, 6).map(({ title }) => title), 'Từ ngày', 'Đến ngày', 'Tiến độ', 'Ghi chú'];
  const day = (on: string | null | undefined) => (on == null ? null : { day: on });
  return {
    name: 'Nhiệm vụ',
    rows: [
      heading,
      ...tasks.map((task, at) => {
        const [, section = '', text = '', lead = '', coordinating = '', due = ''] = cellsOf(task, at);
        return [at + 1, section, text, lead, coordinating, due, day(task.due?.from), day(task.due?.to), '', ''];
      }),
    ],
  };
}
