import {
  AlignmentType,
  Bookmark,
  LineRuleType,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type ISectionOptions,
} from 'docx';
import type { BookmarkBook } from '@mangnon/domain/kernel/document/cell-bookmark.ts';
import type { AnnexTable } from '@mangnon/domain/kernel/document/official-document.ts';
import { annexLabel, annexReference, type AnnexOwner } from './annex-words.ts';
import { roomOf } from './paper-measures.ts';
import { bodySpacing, partLine, ruled, twips } from './word-parts.ts';
import { pageOf, pageNumbers } from './word-page.ts';

/** Letters of a table: the law sets none; a point or two under the body lets names of offices stand whole. */
const tableSize = 12;
const cellGap = 60;

/** Annexes on pages of their own, each counted from 1: its label, what it is about, what it belongs to, its table. */
export function annexSections(
  owner: AnnexOwner,
  annexes: readonly AnnexTable[],
  book: BookmarkBook,
): ISectionOptions[] {
  return annexes.map((annex, at) => annexSection(owner, annex, annexLabel(annexes.length, at), book));
}

function annexSection(owner: AnnexOwner, annex: AnnexTable, label: string, book: BookmarkBook): ISectionOptions {
  const orientation = annex.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return {
    properties: { ...pageOf(orientation), titlePage: true },
    headers: pageNumbers(),
    children: [
      partLine('annex_label', label),
      partLine('annex_title', annex.title.toUpperCase()),
      partLine('annex_reference', annexReference(owner), { spacing: { after: 240 } }),
      ...(annex.lines ?? []).map((line) => partLine('body', line, bodySpacing)),
      table(annex, book),
    ],
  };
}

/** The heading row comes again on each page, and no row is torn by the end of one. */
function table({ columns, rows, keys, landscape, endsInSum = false }: AnnexTable, book: BookmarkBook): Table {
  const room = roomOf(landscape);
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => twips((room * share) / whole));
  const row = (cells: readonly string[], form: CellForm, of: readonly (string | null)[] = []): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: form === 'heading',
      children: columns.map((column, at) => {
        const align = form === 'heading' ? 'center' : column.align;
        const key = of[at] ?? null;
        const name = key === null ? null : book.take(key);
        return new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: (cells[at] ?? '')
            .split('\n')
            .map((text, line) => cellLine(text, align, form, line === 0 ? name : null)),
        });
      }),
    });
  const formOfRow = (at: number): CellForm => {
    if (!endsInSum || at < rows.length - 3) return 'plain';
    return at === rows.length - 1 ? 'sum' : 'before sum';
  };
  return new Table({
    width: { size: twips(room), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: 80, right: 80, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    borders: { top: ruled.thin, bottom: ruled.thin, left: ruled.thin, right: ruled.thin },
    rows: [
      row(
        columns.map(({ title }) => title),
        'heading',
      ),
      ...rows.map((cells, at) => row(cells, formOfRow(at), keys?.[at])),
    ],
  });
}

/** Rows before the sum hold it: alone on a page nobody sees what it adds up. */
type CellForm = 'heading' | 'plain' | 'before sum' | 'sum';

function cellLine(
  text: string,
  align: 'left' | 'center' | 'right',
  form: CellForm,
  bookmark: string | null,
): Paragraph {
  const alignment = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }[align];
  const run = new TextRun({ text, size: tableSize * 2, bold: form === 'heading' || form === 'sum' });
  return new Paragraph({
    alignment,
    keepNext: form === 'before sum',
    spacing: { before: cellGap, after: cellGap, line: 240, lineRule: LineRuleType.AUTO },
    children: [bookmark === null ? run : new Bookmark({ id: bookmark, children: [run] })],
  });
}
