import { parentPort, workerData } from 'node:worker_threads';
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import type { Sheet, SheetCell } from '@mangnon/domain/kernel/workbook/sheet.ts';
import { unzipParts } from '@mangnon/reading/files/zip-parts.ts';

/** Opens a workbook in a thread of its own: the server goes on answering, and a file made to hurt is cut off. */
async function open(bytes: Uint8Array): Promise<Sheet[]> {
  // A workbook is a zip file and begins with PK; what else can be read as text is taken for a table of it.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    return [{ name: '', rows: parseCsv(readText(bytes)).map((row) => row.map(asCell)) }];
  }
  // Unpacks with a count and throws at the limit, before the library unpacks without one.
  unzipParts(bytes, () => true);
  const { sheets } = await readXlsx(bytes);
  return sheets.map(({ name, rows, cells }) => ({
    name,
    rows: rows.map((row, rowAt) =>
      row.map((value, columnAt): SheetCell => {
        const formula = cells?.get(`${rowAt},${columnAt}`)?.formula;
        if (formula !== undefined) return { formula };
        return asCell(value);
      }),
    ),
  }));
}

const asCell = (value: string | number | boolean | Date | null): SheetCell =>
  value instanceof Date ? { day: value.toISOString().slice(0, 10) } : value;

/** Throws where the bytes are no UTF-8, nor UTF-16 that says so, or hold what no text does. */
function readText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  if (text.includes('\0')) throw new Error('this is no text');
  return text;
}

function answer(sheets: Sheet[] | null): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of ours, not a window
  parentPort?.postMessage(sheets);
}

// Whatever is wrong inside the file is one thing to its sender: it cannot be read.
open(workerData as Uint8Array).then(answer, () => answer(null));
