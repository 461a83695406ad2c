import type { AnnexTable } from '@mangnon/domain/kernel/document/official-document.ts';
import { annexLabel, annexReference, type AnnexOwner } from './annex-words.ts';
import { roomOf } from './paper-measures.ts';
import { bodyForm, partText, type PdfContent } from './pdf-parts.ts';

/** Annexes on pages of their own; the heading row comes again on each page, and no row is torn. */
export function annexContent(owner: AnnexOwner, annexes: readonly AnnexTable[], alone = false): PdfContent[] {
  return annexes.flatMap((annex, at) => {
    const room = roomOf(annex.landscape);
    const whole = annex.columns.reduce((sum, { share }) => sum + share, 0);
    // What stands between a column's text and its rules is not the column's.
    const lost = annex.columns.length * 9 + 1;
    const widths = annex.columns.map(({ share }) => ((room - lost) * share) / whole);
    const heading = annex.columns.map(({ title }) => ({ text: title, bold: true, alignment: 'center' }));
    const isSum = (row: number) => annex.endsInSum === true && row === annex.rows.length - 1;
    const rows = annex.rows.map((cells, row) =>
      annex.columns.map(({ align }, column) => ({ text: cells[column] ?? '', alignment: align, bold: isSum(row) })),
    );
    return [
      partText('annex_label', annexLabel(annexes.length, at), {
        // Alone, the first one begins on the page that is there.
        ...(alone && at === 0 ? {} : { pageBreak: 'before' }),
        pageOrientation: annex.landscape ? 'landscape' : 'portrait',
      }),
      partText('annex_title', annex.title.toUpperCase()),
      partText('annex_reference', annexReference(owner), { margin: [0, 0, 0, 12] }),
      ...(annex.lines ?? []).map((line) => partText('body', line, bodyForm)),
      { table: { headerRows: 1, dontBreakRows: true, widths, body: [heading, ...rows] }, fontSize: 12 },
    ];
  });
}
