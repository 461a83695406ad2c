import { SaxesParser } from 'saxes';
import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { openPdf } from '@mangnon/reading/files/pdf-open.ts';
import { makeDocx } from '@mangnon/reading/testing/make-docx.ts';
import { makePdf } from '@mangnon/reading/testing/make-pdf.ts';
import { makeScan } from '@mangnon/reading/testing/make-scan.ts';
import { sheetFromText } from '@mangnon/reading/testing/plan-sheet.ts';
import type { PlanSheet } from '@mangnon/reading/testing/plan-sheet.ts';
import { openDocument } from '@mangnon/reading/files/open-document.ts';
import { readPlan } from '@mangnon/reading/read-plan.ts';
import { readText } from '@mangnon/reading/read-text.ts';

// Speed of reading, as processor time (a busy machine distorts the clock, not that) and by the clock. Ratios compare
// opening a file with taking its bare text out by the same library. Exit status 1 where a bound is broken.

const fixture = readFileSync(new URL('../reading/fixtures/01-abuse-prevention-province.txt', import.meta.url), 'utf8');
const sheet = sheetFromText(fixture);

interface Cost {
  readonly processor: number;
  readonly clock: number;
}

/** The cheapest of several runs, in milliseconds. */
async function cost(runs: number, work: () => unknown): Promise<Cost> {
  let best = { processor: Infinity, clock: Infinity };
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage();
    const started = performance.now();
    await work();
    const { user, system } = process.cpuUsage(before);
    const clock = performance.now() - started;
    best = { processor: Math.min(best.processor, (user + system) / 1000), clock: Math.min(best.clock, clock) };
  }
  return best;
}

function tell(what: string, value: number, bound: number, unit: string, detail = ''): void {
  const kept = value <= bound;
  if (!kept) process.exitCode = 1;
  console.log(
    `${kept ? 'ok  ' : 'OVER'} ${what}: ${value.toFixed(2)} ${unit} (at most ${bound})${detail === '' ? '' : `, ${detail}`}`,
  );
}

function repeated(times: number): PlanSheet {
  return { ...sheet, body: Array.from({ length: times }, () => sheet.body).flat() };
}

function bareDocx(bytes: Uint8Array): number {
  const part = unzipSync(bytes, { filter: ({ name }) => name === 'word/document.xml' })['word/document.xml'];
  const parser = new SaxesParser({ xmlns: false, position: false });
  let letters = 0;
  parser.on('text', (text) => (letters += text.length));
  parser.on('opentag', () => undefined);
  parser.on('closetag', () => undefined);
  parser.write(new TextDecoder().decode(part)).close();
  return letters;
}

async function barePdf(bytes: Uint8Array): Promise<void> {
  const document = await openPdf(bytes);
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    await page.getTextContent();
    page.cleanup();
  }
  await document.loadingTask.destroy();
}

const docx = await makeDocx(repeated(20));
const bareWord = await cost(5, () => bareDocx(docx));
const wholeWord = await cost(5, () => openDocument(docx));
tell(
  '.docx, against its bare text',
  wholeWord.processor / bareWord.processor,
  1.5,
  'times',
  `${wholeWord.processor.toFixed(0)} ms against ${bareWord.processor.toFixed(0)} ms`,
);

const pdf = await makePdf(repeated(10));
const bare = await cost(3, () => barePdf(pdf));
const whole = await cost(3, () => openDocument(pdf));
tell(
  'PDF, against its bare text',
  whole.processor / bare.processor,
  1.5,
  'times',
  `${whole.processor.toFixed(0)} ms against ${bare.processor.toFixed(0)} ms`,
);

const text = fixture.repeat(Math.ceil(100_000 / Buffer.byteLength(fixture))).slice(0, 80_000);
const plain = await cost(9, () => readText(text));
tell(
  `${(Buffer.byteLength(text) / 1000).toFixed(0)} KB of text to facts`,
  plain.processor,
  50,
  'ms',
  `${plain.clock.toFixed(0)} ms by the clock`,
);

const scan = await makeScan(await makePdf(sheet), { turned: 1 });
let pages = 1;
const scanned = await cost(1, async () => {
  const read = await readPlan({ name: 'scan.pdf', bytes: scan });
  pages = read.ok ? (read.value.pages ?? 1) : 1;
});
tell(
  'a scanned page, of one core',
  scanned.processor / 1000 / pages,
  3,
  's',
  `${pages} pages, ${(scanned.clock / 1000).toFixed(1)} s by the clock`,
);

const long = await makePdf(repeated(170));
globalThis.gc?.();
let most = 0;
const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
const before = process.memoryUsage().rss;
let longPages = 0;
const fivehundred = await cost(1, async () => {
  const opened = await openDocument(long);
  longPages = opened.ok ? (opened.value.pages ?? 0) : 0;
});
clearInterval(watch);
tell(
  `a PDF of ${longPages} pages`,
  fivehundred.processor / 1000,
  3,
  's',
  `${(fivehundred.clock / 1000).toFixed(1)} s by the clock`,
);
tell('memory for it, above what was in use', (most - before) / 1e6, 300, 'MB', `${(most / 1e6).toFixed(0)} MB in all`);
