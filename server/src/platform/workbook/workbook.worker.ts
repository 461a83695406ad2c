import { parentPort, workerData } from 'node:worker_threads';
import { readXlsx } from 'hucre/xlsx';
import type { Sheet, SheetCell } from '@mangnon/domain/kernel/workbook/sheet.ts';
import { unzipParts } from '@mangnon/reading/files/zip-parts.ts';

/** Opens a workbook in a thread of its own: the server goes on answering, and a file made to hurt is cut off. */
async function open(bytes: Uint8Array): Promise<Sheet[]> {
  // Unpacks with a count and throws at the limit, before the library unpacks without one.
  unzipParts(bytes, () => true);
  const { sheets } = await readXlsx(bytes);
  return sheets.map(({ name, rows, cells }) => ({
    name,
    rows: rows.map((row, rowAt) =>
      row.map((value, columnAt): SheetCell => {
        const formula = cells?.get(`${rowAt},${columnAt}`)?.formula;
        if (formula !== undefined) return { formula };
        return value instanceof Date ? { day: value.toISOString().slice(0, 10) } : value;
      }),
    ),
  }));
}

function answer(sheets: Sheet[] | null): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of ours, not a window
  parentPort?.postMessage(sheets);
}

// Whatever is wrong inside the file is one thing to its sender: it cannot be read.
open(workerData as Uint8Array).then(answer, () => answer(null));
