import { SaxesParser } from 'saxes';
import { unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPdf } from '@mangnon/reading/files/pdf-open.ts';
import { makeDocx } from '@mangnon/reading/testing/make-docx.ts';
import { makePdf } from '@mangnon/reading/testing/make-pdf.ts';
import { makeScan } from '@mangnon/reading/testing/make-scan.ts';
import { sheetFromText } from '@mangnon/reading/testing/plan-sheet.ts';
import type { PlanSheet } from '@mangnon/reading/testing/plan-sheet.ts';
import { openDocument } from '@mangnon/reading/files/open-document.ts';
import { readPlan } from '@mangnon/reading/read-plan.ts';
import { readText } from '@mangnon/reading/read-text.ts';

// Speed of reading, as processor time (a busy machine distorts the clock, not that so much) and by the clock. Ratios
// compare opening a file with taking its bare text out by the same library: both sides warm, run by turns, the ratio
// of their medians. Exit status 1 where a bound is broken.

const fixture = readFileSync(new URL('../reading/fixtures/01-abuse-prevention-province.txt', import.meta.url), 'utf8');
const sheet = sheetFromText(fixture);

interface Cost {
  readonly processor: number;
  readonly clock: number;
}

/** What one run costs, in milliseconds. */
async function once(work: () => unknown): Promise<Cost> {
  const before = process.cpuUsage();
  const started = performance.now();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { processor: (user + system) / 1000, clock: performance.now() - started };
}

function median(costs: readonly Cost[]): Cost {
  const of = (key: keyof Cost) => costs.map((cost) => cost[key]).toSorted((a, b) => a - b)[costs.length >> 1] ?? 0;
  return { processor: of('processor'), clock: of('clock') };
}

/** The median cost of several works done by turns, so that each meets the same load; the first quarter only warms up. */
async function byTurns(runs: number, ...works: readonly (() => unknown)[]): Promise<Cost[]> {
  const costs = works.map((): Cost[] => []);
  for (let run = 0; run < runs; run += 1) for (const [at, work] of works.entries()) costs[at]?.push(await once(work));
  return costs.map((each) => median(each.slice(Math.floor(runs / 4))));
}

async function tellRatio(what: string, runs: number, bare: () => unknown, whole: () => unknown): Promise<void> {
  const [least, most] = await byTurns(runs, bare, whole);
  if (!least || !most) return;
  const detail = `${most.processor.toFixed(1)} ms against ${least.processor.toFixed(1)} ms`;
  tell(what, most.processor / least.processor, 1.5, 'times', detail);
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

/** The text of the paragraphs, and nothing else that a Word file says. */
function bareDocx(bytes: Uint8Array): string {
  const part = unzipSync(bytes, { filter: ({ name }) => name === 'word/document.xml' })['word/document.xml'];
  const parser = new SaxesParser({ xmlns: false, position: false });
  let text = '';
  let inText = false;
  parser.on('text', (letters) => {
    if (inText) text += letters;
  });
  parser.on('opentag', ({ name }) => {
    if (name === 'w:t') inText = true;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') inText = false;
    else if (name === 'w:p') text += '\n';
  });
  parser.write(new TextDecoder().decode(part)).close();
  return text;
}

async function barePdf(bytes: Uint8Array): Promise<string> {
  const document = await openPdf(bytes);
  let text = '';
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
    page.cleanup();
  }
  await document.loadingTask.destroy();
  return text;
}

// Fifteen pages, as plans have them; and fifty, where the opening of the file itself weighs little.
for (const [pages, times] of [
  [15, 5],
  [50, 18],
] as const) {
  const docx = await makeDocx(repeated(times));
  await tellRatio(
    `.docx of ${pages} pages, against its bare text`,
    80,
    () => bareDocx(docx),
    () => openDocument(docx),
  );
}

const pdf = await makePdf(repeated(5));
await tellRatio(
  'PDF of 15 pages, against its bare text',
  16,
  () => barePdf(pdf),
  () => openDocument(pdf),
);

const text = globSync(new URL('../reading/fixtures/*.txt', import.meta.url).pathname)
  .toSorted()
  .map((name) => readFileSync(name, 'utf8').normalize('NFC'))
  .join('\n');
const hundred = new TextDecoder().decode(Buffer.from(text).subarray(0, 100_000));
// Translating the rules goes on for some forty runs beside them, and its processor time would count as reading.
const [plain = { processor: Infinity, clock: Infinity }] = await byTurns(160, () => readText(hundred));
tell('100 KB of text to facts', plain.processor, 50, 'ms', `${plain.clock.toFixed(0)} ms by the clock`);

// Nine pages: starting the recogniser costs as much as a page, whatever the length.
const scan = await makeScan(await makePdf(repeated(3)), { turned: 1 });
let pages = 1;
const scanned = await once(async () => {
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

const folder = mkdtempSync(join(tmpdir(), 'mangnon-bench-'));
writeFileSync(join(folder, 'long.pdf'), await makePdf(repeated(182)));
// As the program does: what was compiled at its first start is kept.
const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') };
const readOnce = () =>
  execFileSync(process.execPath, ['bench/read-once.ts', join(folder, 'long.pdf')], { encoding: 'utf8', env });
readOnce();
const printed = readOnce();
rmSync(folder, { recursive: true });
const long = JSON.parse(printed) as Record<'clock' | 'processor' | 'before' | 'most' | 'pages' | 'tasks', number>;
tell(
  `a PDF of ${long.pages} pages to its ${long.tasks} tasks, in a fresh process`,
  long.clock / 1000,
  3,
  's',
  `${(long.processor / 1000).toFixed(1)} s of processor in two threads`,
);
tell('memory for it', long.most - long.before, 300, 'MB', `${long.most.toFixed(0)} MB with the program itself`);
