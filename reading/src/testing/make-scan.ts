import { createCanvas } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { createRequire } from 'node:module';
import { openPdf } from '../files/pdf-open.ts';

const require = createRequire(import.meta.url);
const PdfKit = require('pdfkit') as new (options: object) => NodeJS.ReadableStream & {
  addPage(options: object): void;
  image(image: Buffer, x: number, y: number, options: object): void;
  end(): void;
};

export interface ScanOptions {
  readonly dpi?: number;
  /** How far each page lies turned with the clock, in degrees. */
  readonly turned?: number;
  /** By how many quarters with the clock each sheet lay turned on the scanner; none where not told. */
  readonly quarters?: readonly number[];
  /** Red stamp and blue signature on the last page, a border around the first. */
  readonly inked?: boolean;
  readonly pages?: number;
}

/** What a scanner makes of a PDF: pictures alone, slightly turned, a little gray, stamped and signed. */
export async function makeScan(pdf: Uint8Array, options: ScanOptions = {}): Promise<Uint8Array> {
  const { dpi = 200, turned = 1, quarters = [], inked = true } = options;
  const source = await openPdf(pdf);
  const out = new PdfKit({ autoFirstPage: false });
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve) => out.once('end', resolve));
  const last = Math.min(source.numPages, options.pages ?? source.numPages);
  for (let number = 1; number <= last; number += 1) {
    const page = await source.getPage(number);
    const viewport = page.getViewport({ scale: dpi / 72 });
    const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
    const sheet = createCanvas(width, height);
    await page.render({ canvas: sheet as unknown as HTMLCanvasElement, viewport, background: '#fff' }).promise;
    if (inked) ink(sheet.getContext('2d'), width, height, dpi, number === 1, number === last);
    const lies = quarters[number - 1] ?? 0;
    const across = lies % 2 === 1;
    const scan = across ? createCanvas(height, width) : createCanvas(width, height);
    const paper = scan.getContext('2d');
    paper.fillStyle = '#f4f3ef';
    paper.fillRect(0, 0, scan.width, scan.height);
    paper.translate(scan.width / 2, scan.height / 2);
    paper.rotate(((lies * 90 + turned) * Math.PI) / 180);
    paper.globalAlpha = 0.93;
    paper.drawImage(sheet, -width / 2, -height / 2);
    const size = across ? [841.89, 595.28] : [595.28, 841.89];
    out.addPage({ size, margin: 0 });
    out.image(scan.toBuffer('image/jpeg', 80), 0, 0, { width: size[0], height: size[1] });
  }
  out.end();
  await finished;
  await source.loadingTask.destroy();
  return new Uint8Array(Buffer.concat(chunks));
}

function ink(pen: SKRSContext2D, width: number, height: number, dpi: number, first: boolean, last: boolean): void {
  const inch = dpi;
  if (first) {
    pen.strokeStyle = '#222';
    pen.lineWidth = inch / 60;
    pen.strokeRect(inch * 0.3, inch * 0.25, width - inch * 0.6, height - inch * 0.5);
  }
  if (!last) return;
  // Ink lies on the print like glass: black stays black under it.
  pen.globalCompositeOperation = 'multiply';
  pen.strokeStyle = 'rgba(214, 32, 40, 0.85)';
  pen.lineWidth = inch / 40;
  pen.beginPath();
  pen.arc(width * 0.6, height * 0.55, inch * 0.65, 0, Math.PI * 2);
  pen.stroke();
  pen.fillStyle = 'rgba(214, 32, 40, 0.85)';
  pen.font = `${inch / 8}px sans-serif`;
  pen.fillText('U.B.N.D * TINH', width * 0.52, height * 0.55);
  pen.strokeStyle = '#2438b8';
  pen.lineWidth = inch / 70;
  pen.beginPath();
  pen.moveTo(width * 0.6, height * 0.56);
  for (let at = 0; at < 12; at += 1)
    pen.lineTo(width * (0.6 + at * 0.02), height * (0.56 + (at % 2 === 0 ? -0.02 : 0.025)));
  pen.stroke();
}
