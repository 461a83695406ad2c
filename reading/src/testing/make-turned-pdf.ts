import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
/** pdfkit brings no types of its own. */
const PdfKit = require('pdfkit') as new (options: object) => NodeJS.ReadableStream & {
  readonly page: { readonly dictionary: { readonly data: Record<string, unknown> } };
  addPage(options: object): void;
  translate(x: number, y: number): void;
  rotate(degrees: number): void;
  font(file: string): void;
  fontSize(size: number): void;
  text(text: string, x: number, y: number, options: object): void;
  rect(x: number, y: number, width: number, height: number): { stroke(): void };
  end(): void;
};

const font = join(dirname(require.resolve('@expo-google-fonts/tinos/package.json')), '400Regular/Tinos_400Regular.ttf');

export interface TurnedPdf {
  readonly lines: readonly string[];
  /** A ruled table below the lines. */
  readonly rows?: readonly (readonly string[])[];
  /** By how many quarters with the clock the text stands turned on the sheet. */
  readonly quarters?: number;
  /** By how many degrees with the clock the file says to turn the sheet when it is shown. */
  readonly rotate?: number;
  readonly userPassword?: string;
  readonly ownerPassword?: string;
}

const [width, height] = [595.28, 841.89];

/** A PDF of one sheet with a layer of text that may lie on its side, and may be encrypted. */
export async function makeTurnedPdf(plan: TurnedPdf): Promise<Uint8Array> {
  const { lines, rows = [], quarters = 0, rotate = 0, userPassword, ownerPassword } = plan;
  const keys = { ...(userPassword && { userPassword }), ...(ownerPassword && { ownerPassword }) };
  const out = new PdfKit({ autoFirstPage: false, pdfVersion: '1.7', ...keys });
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve) => out.once('end', resolve));
  const [across, down] = quarters % 2 === 0 ? [width, height] : [height, width];
  out.addPage({ size: [across, down], margin: 0 });
  out.page.dictionary.data['Rotate'] = rotate;
  out.translate(quarters === 1 || quarters === 2 ? across : 0, quarters >= 2 ? down : 0);
  out.rotate(90 * quarters);
  out.font(font);
  out.fontSize(13);
  let y = 70;
  const print = (text: string, x: number) => out.text(text, x, y, { lineBreak: false });
  for (const line of lines) {
    print(line, 80);
    y += 22;
  }
  for (const row of rows) {
    for (const [column, text] of row.entries()) {
      out.rect(80 + column * 220, y - 4, 220, 24).stroke();
      print(text, 86 + column * 220);
    }
    y += 24;
  }
  out.end();
  await finished;
  return new Uint8Array(Buffer.concat(chunks));
}
