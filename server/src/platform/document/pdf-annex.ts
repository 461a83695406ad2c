import type { OfficialDocument } from '@mangnon/domain/kernel/document/official-document.ts';
import { annexLabel, annexReference } from './annex-words.ts';
import { roomOf } from './paper-measures.ts';
import { partText, type PdfContent } from './pdf-parts.ts';

/** Annexes on pages of their own; the heading row comes again on each page, and no row is torn. */
export function annexContent(document: OfficialDocument): PdfContent[] {
  const { annexes } = document;
  return annexes.flatMap((annex, at) => {
    const room = roomOf(annex.landscape);
    const whole = annex.columns.reduce((sum, { share }) => sum + share, 0);
    // What stands between a column's text and its rules is not the column's.
    const lost = annex.columns.length * 9 + 1;
    const widths = annex.columns.map(({ share }) => ((room - lost) * share) / whole);
    const heading = annex.columns.map(({ title }) => ({ text: title, bold: true, alignment: 'center' }));
    const rows = annex.rows.map((cells) =>
      annex.columns.map(({ align }, column) => ({ text: cells[column] ?? '', alignment: align })),
    );
    return [
      partText('annex_label', annexLabel(annexes.length, at), {
        pageBreak: 'before',
        pageOrientation: annex.landscape ? 'landscape' : 'portrait',
      }),
      partText('annex_title', annex.title.toUpperCase()),
      partText('annex_reference', annexReference(document), { margin: [0, 0, 0, 12] }),
      { table: { headerRows: 1, dontBreakRows: true, widths, body: [heading, ...rows] }, fontSize: 12 },
    ];
  });
}
