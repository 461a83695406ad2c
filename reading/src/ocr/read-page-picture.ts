import { createCanvas } from '@napi-rs/canvas';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fileLimits } from '../files/file-limits.ts';
import { grayWithoutInk } from './gray-picture.ts';
import type { GrayPicture } from './gray-picture.ts';

/** The sharpness at which pages are looked at: finer costs time and reads no better. */
const dotsPerInch = 200;

export interface PagePicture {
  readonly picture: GrayPicture;
  /** Size of the page and of one point of the picture, in points (1/72 inch). */
  readonly width: number;
  readonly height: number;
  readonly unit: number;
}

/** Draws a page of a PDF in gray without coloured ink; a page too large for that is drawn coarser. */
export async function readPagePicture(document: PDFDocumentProxy, number: number): Promise<PagePicture> {
  const page = await document.getPage(number);
  const size = page.getViewport({ scale: 1 });
  const scale = Math.min(dotsPerInch / 72, Math.sqrt(fileLimits.pagePixels / (size.width * size.height)));
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  // The canvas of @napi-rs has what pdf.js asks of the browser's.
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, background: '#ffffff' }).promise;
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  page.cleanup();
  const picture = grayWithoutInk(data, canvas.width, canvas.height);
  return { picture, width: size.width, height: size.height, unit: 1 / scale };
}
