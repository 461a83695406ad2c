import { labelOf, romanNumber } from '../../kernel/document/numbering.ts';
import type { AnnexTable, BodyBlock, OfficialDocument } from '../../kernel/document/official-document.ts';
import { printDay } from '../../kernel/document/printed-parts.ts';
import { tableAnnexes, taskAnnex, unitAnnexes } from './paper-annexes.ts';
import { paperKindOf, type PaperContent, type PaperKind } from './paper-kind.ts';
import { lowerFirst, printFigure } from './print-figure.ts';
import type { PaperFigure, ReportPaper } from './report-paper.ts';

interface Annexed {
  readonly annexes: readonly AnnexTable[];
  /** Which annexes hold what, by their place. */
  readonly places: Readonly<Record<'figures' | 'units' | 'tasks_done' | 'tasks_overdue', readonly number[]>>;
}

/**
 * A report as the official document it comes out as: the skeleton of its kind filled with what it says. Every section
 * says something, also that nothing was reported; the body refers to each annex (Decree 30/2020, annex I, III.1).
 */
export function composeReport(paper: ReportPaper): OfficialDocument {
  const kind = paperKindOf(paper.kind);
  const shown = onlyOf(kind, paper);
  const annexed = annexesOf(kind, shown);
  return {
    parentBody: paper.parentBody,
    issuer: paper.issuer,
    number: paper.number,
    symbol: paper.symbol,
    place: paper.place,
    issuedOn: paper.issuedOn,
    kind: 'Báo cáo',
    summary: summaryOf(kind, paper),
    addressees: [...paper.addressees],
    bases: [...kind.bases.map(printBasis), ...paper.bases],
    opening: `${paper.issuer} báo cáo ${lowerFirst(summaryOf(kind, paper))} (số liệu từ ${printDay(paper.period.from)} đến hết ${printDay(paper.period.to)}) như sau:`,
    body: bodyOf(kind, shown, annexed),
    authority: authorityOf(paper.signature),
    signer: paper.signature.name,
    recipients: [...paper.recipients],
    annexes: [...annexed.annexes],
  };
}

/** «Kết quả thực hiện Kế hoạch số 17/KH-UBND, 6 tháng đầu năm 2026». */
export function summaryOf({ summary }: PaperKind, { about, period }: ReportPaper): string {
  return summary.replace('{about}', about ?? 'kế hoạch').replace('{period}', lowerFirst(period.label));
}

/** Figures, rates and tables the kind is about. */
export function onlyOf({ codes }: PaperKind, paper: ReportPaper): ReportPaper {
  if (codes === null) return paper;
  const belongs = (key: string) => codes.includes(key.split('[')[0] ?? '');
  const tables = paper.tables
    .map((table) => ({
      ...table,
      rows: table.rows.filter(({ keys }) => keys.some((key) => key !== null && belongs(key))),
    }))
    .filter(({ rows }) => rows.length > 0);
  return {
    ...paper,
    figures: paper.figures.filter(({ key }) => belongs(key)),
    rates: paper.rates.filter(({ key }) => belongs(key)),
    tables,
  };
}

function annexesOf({ sections }: PaperKind, { figures, tables, units, tasks: known }: ReportPaper): Annexed {
  // A list nothing in the body speaks of is no annex.
  const tasks = sections.some(({ contents }) => contents.includes('tasks_done')) ? known : null;
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const groups = {
    figures: tables.flatMap((table) => tableAnnexes(table, byKey)),
    units: units === null ? [] : unitAnnexes(units, figures),
    tasks_done: tasks === null || tasks.done.length === 0 ? [] : [taskAnnex('Nhiệm vụ đã hoàn thành', tasks.done)],
    tasks_overdue: tasks === null || tasks.overdue.length === 0 ? [] : [taskAnnex('Nhiệm vụ quá hạn', tasks.overdue)],
  };
  const annexes = Object.values(groups).flat();
  const placesOf = (of: readonly AnnexTable[]) => of.map((annex) => annexes.indexOf(annex));
  return {
    annexes,
    places: {
      figures: placesOf(groups.figures),
      units: placesOf(groups.units),
      tasks_done: placesOf(groups.tasks_done),
      tasks_overdue: placesOf(groups.tasks_overdue),
    },
  };
}

function bodyOf(kind: PaperKind, paper: ReportPaper, annexed: Annexed): BodyBlock[] {
  const sections = kind.sections.flatMap(({ heading, contents }, at): BodyBlock[] => [
    { kind: 'heading', id: null, level: 1, label: labelOf(1, at + 1), text: heading },
    ...contents.flatMap((content) => contentOf(content, paper, annexed)),
  ]);
  const { level, distribution } = kind.confidentiality;
  return [
    ...sections,
    {
      kind: 'heading',
      id: null,
      level: 1,
      label: labelOf(1, kind.sections.length + 1),
      text: 'Mức độ bảo mật và phạm vi phân phối',
    },
    line(`Mức độ bảo mật: ${lowerFirst(level)}.`),
    line(`Phạm vi phân phối: ${distribution}.`),
  ];
}

function contentOf(content: PaperContent, paper: ReportPaper, { annexes, places }: Annexed): BodyBlock[] {
  const seen = (of: readonly number[]) => (of.length === 0 ? '' : ` (${annexNames(of, annexes.length)} kèm theo)`);
  switch (content) {
    case 'standing':
      return standing(paper);
    case 'figures': {
      const all = [...paper.figures.filter(({ key }) => !key.includes('[')), ...paper.rates];
      if (all.length === 0) return [line('Biểu mẫu của kỳ này không có số liệu về nội dung này.')];
      const where = [
        ...(places.figures.length === 0
          ? []
          : [`theo từng chỉ tiêu tại ${annexNames(places.figures, annexes.length)}`]),
        ...(places.units.length === 0 ? [] : [`theo từng đơn vị tại ${annexNames(places.units, annexes.length)}`]),
      ];
      return [
        line(`Số liệu chính${where.length === 0 ? '' : ` (chi tiết ${where.join('; ')} kèm theo)`}:`),
        ...all.map((figure) => figureLine(figure, paper.units?.word ?? '')),
      ];
    }
    case 'tasks_done': {
      if (paper.tasks === null) return [];
      const { length } = paper.tasks.done;
      return [
        line(
          length === 0
            ? 'Trong kỳ chưa có nhiệm vụ nào được ghi nhận hoàn thành.'
            : `Đã hoàn thành ${length} nhiệm vụ${seen(places.tasks_done)}.`,
        ),
      ];
    }
    case 'tasks_overdue': {
      if (paper.tasks === null) return [];
      const { length } = paper.tasks.overdue;
      return [
        line(
          length === 0
            ? 'Không có nhiệm vụ quá hạn.'
            : `Có ${length} nhiệm vụ quá hạn chưa hoàn thành${seen(places.tasks_overdue)}.`,
        ),
      ];
    }
    case 'results':
    case 'hindrances':
    case 'proposals':
    case 'next': {
      const words = paper.words.filter(({ heading }) => heading === content);
      if (words.length === 0)
        return [
          line(paper.units === null ? 'Đơn vị không nêu nội dung này.' : 'Không có nội dung được tổng hợp ở mục này.'),
        ];
      return words.flatMap(({ words: text, unit, edited }) => {
        const paragraphs = text
          .split(/\n+/)
          .map((one) => one.trim())
          .filter((one) => one !== '');
        const whose = unit === null ? '' : ` (Theo báo cáo của ${unit}${edited ? '; nơi nhận biên tập' : ''}.)`;
        return paragraphs.map((one, at) => line(at === paragraphs.length - 1 ? `${one}${whose}` : one));
      });
    }
  }
}

function standing({ units }: ReportPaper): BodyBlock[] {
  if (units === null) return [line('Số liệu của báo cáo này là của riêng đơn vị báo cáo.')];
  const { length: due } = units.units;
  const accepted = due - units.missing.length;
  const told = line(`Số liệu tổng hợp từ báo cáo đã được chấp nhận của ${accepted}/${due} ${units.word}.`);
  if (units.missing.length === 0) return [told];
  return [told, line(`Chưa có trong số liệu: ${units.missing.join('; ')}.`)];
}

function figureLine(figure: PaperFigure, counted: string): BodyBlock {
  const before = `${figure.name}: `;
  const printed = printFigure(figure, counted);
  const cells = [{ from: before.length, to: before.length + printed.length, key: figure.key }];
  return { kind: 'paragraph', id: figure.key, label: '-', text: `${before}${printed}.`, cells };
}

function line(text: string): BodyBlock {
  return { kind: 'paragraph', id: null, label: '', text };
}

/** «Phụ lục I», «Phụ lục II đến Phụ lục IV»; one alone has no number. */
function annexNames(places: readonly number[], of: number): string {
  if (of === 1) return 'Phụ lục';
  const names = places.map((place) => `Phụ lục ${romanNumber(place + 1)}`);
  return names.length < 3 ? names.join(' và ') : `${names[0]} đến ${names.at(-1)}`;
}

function printBasis({ name, number, issuedOn }: PaperKind['bases'][number]): string {
  return `Căn cứ ${name} số ${number}${issuedOn === null ? '' : ` ${printDay(issuedOn)}`}`;
}

/** «TM. Ủy ban nhân dân» / «KT. Chủ tịch» / «Phó Chủ tịch» (Decree 30/2020, art. 13, annex I, II.7). */
function authorityOf({ onBehalfOf, inPlaceOf, title }: ReportPaper['signature']): string[] {
  return [
    ...(onBehalfOf === null ? [] : [`TM. ${onBehalfOf}`]),
    ...(inPlaceOf === null ? [] : [`KT. ${inPlaceOf}`]),
    title,
  ].filter((one) => one !== '');
}
