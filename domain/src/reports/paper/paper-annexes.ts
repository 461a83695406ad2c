import type { AnnexTable } from '../../kernel/document/official-document.ts';
import { noReport } from '../../indicators/value.ts';
import { openReasons, printAmount } from './print-figure.ts';
import type { PaperFigure, PaperTable, PaperTask, PaperUnits } from './report-paper.ts';

/** More columns of figures than this do not stand on a sheet across; the table goes on in the next annex. */
const mostColumns = 8;
/** What an upright sheet holds. */
const mostUpright = 3;

/** What is not asked for is crossed out: an empty cell would read as forgotten. */
const notAsked = 'x';
const crossedLine = '(x) Biểu mẫu không hỏi số liệu ở ô này.';

const count = { title: 'TT', share: 0.8, align: 'center' } as const;

/** A table of the form with its figures, in as many annexes as its columns need. */
export function tableAnnexes(table: PaperTable, figures: ReadonlyMap<string, PaperFigure>): AnnexTable[] {
  return inChunks(table.columns.length).map(([from, to], at, all) => {
    const reasons = openReasons();
    const columns = table.columns.slice(from, to);
    const rows = table.rows.map(({ name, unit, keys }, row) => [
      String(row + 1),
      name,
      unit,
      ...keys.slice(from, to).map((key) => {
        if (key === null) return notAsked;
        return reasons.print(figures.get(key)?.value ?? noReport);
      }),
    ]);
    const crossed = table.rows.some(({ keys }) => keys.slice(from, to).includes(null));
    return {
      title: part(table.title, at, all.length),
      landscape: columns.length > mostUpright,
      lines: [...reasons.lines(), ...(crossed ? [crossedLine] : [])],
      columns: [
        count,
        { title: 'Chỉ tiêu', share: columns.length > mostUpright ? 5 : 4.4, align: 'left' },
        { title: 'Đơn vị tính', share: 1.6, align: 'center' },
        ...columns.map((title) => ({ title, share: 1.7, align: 'right' as const })),
      ],
      rows,
      keys: table.rows.map(({ keys }) => [null, null, null, ...keys.slice(from, to)]),
    };
  });
}

/** What each unit said, with adjustments and the sum below; each figure of a unit leads back to the cell of that unit. */
export function unitAnnexes(units: PaperUnits, figures: readonly PaperFigure[]): AnnexTable[] {
  return inChunks(figures.length).map(([from, to], at, all) => {
    const reasons = openReasons();
    const shown = figures.slice(from, to);
    const adjusted = shown.map(({ key }) =>
      units.adjustments.filter((one) => one.key === key).reduce((sum, { amount }) => sum + amount, 0),
    );
    const isAsked = ({ asked }: PaperUnits['units'][number], key: string) => asked === null || asked.has(key);
    const rows = units.units.map((one, row) => [
      String(row + 1),
      one.name,
      ...shown.map(({ key }) => (isAsked(one, key) ? reasons.print(one.values.get(key) ?? noReport) : notAsked)),
    ]);
    const adjustment = adjusted.some((amount) => amount !== 0)
      ? [['', 'Nơi nhận điều chỉnh', ...adjusted.map((amount) => printAmount(amount))]]
      : [];
    const why = units.adjustments.flatMap(({ key, amount, reason }) => {
      const of = shown.find((one) => one.key === key);
      return of === undefined
        ? []
        : [`Điều chỉnh «${of.name}» ${amount > 0 ? '+' : ''}${printAmount(amount)}: ${reason}.`];
    });
    const sum = ['', 'Cộng', ...shown.map(({ value }) => reasons.print(value))];
    return {
      title: part('Số liệu theo đơn vị', at, all.length),
      landscape: shown.length > mostUpright,
      lines: [...reasons.lines(), ...(rows.some((row) => row.includes(notAsked)) ? [crossedLine] : []), ...why],
      columns: [
        count,
        { title: 'Đơn vị', share: 4, align: 'left' },
        ...shown.map(({ name, unit }) => ({ title: `${name} (${unit})`, share: 1.9, align: 'right' as const })),
      ],
      rows: [...rows, ...adjustment, sum],
      endsInSum: true,
      keys: [
        ...units.units.map((one) => [
          null,
          null,
          ...shown.map(({ key }) => (isAsked(one, key) ? `${key}@${one.id}` : null)),
        ]),
        ...adjustment.map(() => []),
        [null, null, ...shown.map(({ key }) => key)],
      ],
    };
  });
}

export function taskAnnex(title: string, tasks: readonly PaperTask[]): AnnexTable {
  return {
    title,
    landscape: true,
    columns: [
      count,
      { title: 'Nhiệm vụ', share: 7, align: 'left' },
      { title: 'Đơn vị thực hiện', share: 4, align: 'left' },
      { title: 'Hạn', share: 1.8, align: 'center' },
      { title: 'Kết quả', share: 4, align: 'left' },
    ],
    rows: tasks.map(({ text, unit, due, result }, at) => [
      String(at + 1),
      text,
      unit,
      due === null ? 'không có hạn' : due.split('-').toReversed().join('/'),
      result ?? 'chưa báo kết quả',
    ]),
  };
}

function inChunks(length: number): [number, number][] {
  const pieces = Math.ceil(length / mostColumns);
  if (pieces === 0) return [];
  const size = Math.ceil(length / pieces);
  return Array.from({ length: pieces }, (_, at) => [at * size, Math.min(length, (at + 1) * size)]);
}

function part(title: string, at: number, of: number): string {
  return of === 1 ? title : `${title} (phần ${at + 1}/${of})`;
}
