import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PlanSheet, SheetBlock } from './plan-sheet.ts';

/** pdfmake brings no types of its own. */
type Content = Readonly<Record<string, unknown>>;

const require = createRequire(import.meta.url);
const fonts = dirname(require.resolve('@expo-google-fonts/tinos/package.json'));
const pdfmake = require('pdfmake') as {
  setFonts(fonts: Record<string, Record<string, string>>): void;
  setUrlAccessPolicy(allow: () => boolean): void;
  setLocalAccessPolicy(allow: () => boolean): void;
  createPdf(definition: Readonly<Record<string, unknown>>): { getBuffer(): Promise<Buffer> };
};

/** A PDF with a layer of text: Tinos, page numbers, a running head from the second page on, ruled tables, two columns at head and end. */
export async function makePdf(
  sheet: PlanSheet,
  options: { readonly runningHead?: string; readonly fontSize?: number } = {},
): Promise<Uint8Array> {
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  const face = (folder: string) => join(fonts, folder, `Tinos_${folder}.ttf`);
  pdfmake.setFonts({
    Tinos: {
      normal: face('400Regular'),
      bold: face('700Bold'),
      italics: face('400Regular_Italic'),
      bolditalics: face('700Bold_Italic'),
    },
  });
  const head = options.runningHead;
  const document = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: [85, 57, 57, 57],
    defaultStyle: { font: 'Tinos', fontSize: options.fontSize ?? 14 },
    header: (page: number) => (page > 1 ? { text: String(page), alignment: 'center', margin: [0, 25, 0, 0] } : null),
    footer: () => (head === undefined ? null : { text: head, alignment: 'left', fontSize: 9, margin: [85, 20, 0, 0] }),
    content: [
      columns(sheet.letterhead.left, sheet.letterhead.right, 12),
      ...sheet.body.map(contentOf),
      ...(sheet.recipients.length > 0 ? [columns(sheet.recipients, sheet.signature, 13)] : []),
      ...sheet.annexes.map(contentOf),
    ],
  });
  return new Uint8Array(await document.getBuffer());
}

function columns(left: readonly string[], right: readonly string[], fontSize: number): Content {
  const lines = (texts: readonly string[], alignment: 'center' | 'left') => ({
    stack: texts.map((text) => ({ text })),
    alignment,
    fontSize,
  });
  const recipients = left.some((text) => text.startsWith('Nơi nhận'));
  return {
    columns: [
      { width: '42%', ...lines(left, recipients ? 'left' : 'center') },
      { width: '*', ...lines(right, 'center'), bold: true },
    ],
    columnGap: 10,
    margin: [0, 0, 0, 12],
  };
}

function contentOf(block: SheetBlock): Content {
  if (block.kind === 'table') return tableOf(block.rows);
  if (block.kind === 'title') return { text: block.text, alignment: 'center', bold: true, margin: [30, 0, 30, 8] };
  return {
    text: block.text,
    alignment: 'justify',
    leadingIndent: 28,
    bold: block.kind === 'heading',
    margin: [0, 0, 0, 6],
  };
}

function tableOf(rows: readonly (readonly string[])[]): Content {
  const width = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: width }, (_, column) =>
    column === 0 && rows.every((row) => (row[0] ?? '').length < 8) ? 28 : '*',
  );
  return {
    margin: [0, 4, 0, 8],
    fontSize: 11,
    table: {
      headerRows: 1,
      widths,
      body: rows.map((row, at) =>
        Array.from({ length: width }, (_, column) => {
          const text = row[column] ?? '';
          let rowSpan = 1;
          while (rows[at + rowSpan]?.[column] === '〃') rowSpan += 1;
          return text === '〃' ? {} : { stack: text.split('\u2028'), ...(rowSpan > 1 ? { rowSpan } : {}) };
        }),
      ),
    },
  };
}
