import {
  AlignmentType,
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
import type { AnnexTable } from '@mangnon/domain/kernel/document/official-document.ts';
import { annexLabel, annexReference, type AnnexOwner } from './annex-words.ts';
import { roomOf } from './paper-measures.ts';
import { bodySpacing, partLine, ruled, twips } from './word-parts.ts';
import { pageOf, pageNumbers } from './word-page.ts';

/** Letters of a table: the law sets none; a point or two under the body lets names of offices stand whole. */
const tableSize = 12;
const cellGap = 60;

/** Annexes on pages of their own, each counted from 1: its label, what it is about, what it belongs to, its table. */
export function annexSections(owner: AnnexOwner, annexes: readonly AnnexTable[]): ISectionOptions[] {
  return annexes.map((annex, at) => annexSection(owner, annex, annexLabel(annexes.length, at)));
}

function annexSection(owner: AnnexOwner, annex: AnnexTable, label: string): ISectionOptions {
  const orientation = annex.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return {
    properties: { ...pageOf(orientation), titlePage: true },
    headers: pageNumbers(),
    children: [
      partLine('annex_label', label),
      partLine('annex_title', annex.title.toUpperCase()),
      partLine('annex_reference', annexReference(owner), { spacing: { after: 240 } }),
      ...(annex.lines ?? []).map((line) => partLine('body', line, bodySpacing)),
      table(annex),
    ],
  };
}

/** The heading row comes again on each page, and no row is torn by the end of one. */
function table({ columns, rows, landscape }: AnnexTable): Table {
  const room = roomOf(landscape);
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => twips((room * share) / whole));
  const row = (cells: readonly string[], heading: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: heading,
      children: columns.map((column, at) => {
        const align = heading ? 'center' : column.align;
        return new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: (cells[at] ?? '').split('\n').map((text) => cellLine(text, align, heading)),
        });
      }),
    });
  return new Table({
    width: { size: twips(room), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: 80, right: 80, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    borders: { top: ruled.thin, bottom: ruled.thin, left: ruled.thin, right: ruled.thin },
    rows: [
      row(
        columns.map(({ title }) => title),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  });
}

function cellLine(text: string, align: 'left' | 'center' | 'right', bold: boolean): Paragraph {
  const alignment = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }[align];
  return new Paragraph({
    alignment,
    spacing: { before: cellGap, after: cellGap, line: 240, lineRule: LineRuleType.AUTO },
    children: [new TextRun({ text, size: tableSize * 2, bold })],
  });
}
