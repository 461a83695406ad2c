import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { PlanExtraction } from '@mangnon/domain/plans/extraction.ts';
import { readPlan } from './read-plan.ts';
import { readPlanInWorker, readWithin } from './read-plan-in-worker.ts';
import type { ReadingProgress } from './read-plan.ts';
import { compareFacts } from './testing/compare-facts.ts';
import { makeDocx } from './testing/make-docx.ts';
import { makePdf } from './testing/make-pdf.ts';
import { makeScan } from './testing/make-scan.ts';
import { sheetFromText } from './testing/plan-sheet.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}.txt`, import.meta.url));
const short = '02-action-month-commune';
const table = '05-child-labour-table';
const annex = '06-online-safety-tab-annex';
/** Short items that leave the margin empty, strokes behind numbers, letterheads torn in narrow columns, a second title. */
const oddlySet = [
  '11-child-friendly-commune-province',
  '33-drowning-district-roman-slash',
  '36-women-union-godmother',
  '38-justice-coordination-2026',
  '57-nested-letters',
  '69-decision-programme-annex',
];

async function extract(bytes: Uint8Array): Promise<PlanExtraction> {
  const read = await readPlan({ name: 'kế hoạch', bytes });
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.extraction;
}

const scans = new Map<string, Promise<Uint8Array>>();
function scanOf(name: string): Promise<Uint8Array> {
  const made =
    scans.get(name) ??
    extract(fixture(name))
      .then((plan) => makePdf(sheetFromText(plan.text)))
      .then((pdf) => makeScan(pdf, { turned: 1 }));
  scans.set(name, made);
  return made;
}
afterAll(() => scans.clear());

describe('the same plan gives the same facts', () => {
  it.each([short, '01-abuse-prevention-province', table, annex, ...oddlySet])(
    '%s as text, .docx and PDF',
    async (name) => {
      const asText = await extract(fixture(name));
      expect(asText.tasks.length).toBeGreaterThan(3);
      const sheet = sheetFromText(asText.text);
      expect(compareFacts(asText, await extract(await makeDocx(sheet)))).toEqual({ f1: 1, missing: [], extra: [] });
      expect(compareFacts(asText, await extract(await makePdf(sheet, { runningHead: 'Kế hoạch về trẻ em' })))).toEqual({
        f1: 1,
        missing: [],
        extra: [],
      });
    },
  );

  it(
    'as a scan at 200 dpi turned by one degree, stamped and signed: F1 of 0.90 or better',
    { timeout: 240_000 },
    async () => {
      const asText = await extract(fixture(short));
      const progress: ReadingProgress[] = [];
      const read = await readPlan({ name: 'quét.pdf', bytes: await scanOf(short) }, (each) => progress.push(each));
      if (!read.ok) throw new Error(read.refusal.code);
      expect(read.value).toMatchObject({ format: 'scan', pages: 2 });
      expect(progress.filter((each) => each.stage === 'recognising').map((each) => each.done)).toEqual([0, 1, 2]);
      const compared = compareFacts(asText, read.value.extraction);
      expect(compared.f1, compared.missing.join('\n')).toBeGreaterThanOrEqual(0.9);
      // Neither the words of the stamp nor the strokes of signature and border are read as text.
      expect(read.value.extraction.text).not.toMatch(/U\.B\.N\.D|TINH/);
    },
  );
});

describe('reading in a thread of its own', () => {
  it('answers as reading here does, and tells how far it is', async () => {
    const stages: string[] = [];
    const here = await readPlan({ name: 'a.txt', bytes: fixture(short) });
    const there = await readPlanInWorker({ name: 'a.txt', bytes: fixture(short) }, ({ stage }) => stages.push(stage));
    expect(there).toEqual(here);
    expect(stages).toEqual(['opening', 'understanding', 'done']);
  });

  it('hands refusals on', async () => {
    const torn = new TextEncoder().encode('%PDF-1.7 torn');
    expect(await readPlanInWorker({ name: 'a.pdf', bytes: torn })).toMatchObject({
      ok: false,
      refusal: { code: 'files.damaged' },
    });
  });

  it('stops what takes too long', { timeout: 120_000 }, async () => {
    const file = { name: 'a.pdf', bytes: await scanOf(short) };
    const read = await readWithin({ seconds: 0.3, secondsAPage: 0, megabytes: 900 }, file);
    expect(read).toEqual({ ok: false, refusal: { code: 'files.too_slow', details: { seconds: 0.3 } } });
  });

  it('stops what takes too much memory and goes on living', { timeout: 120_000 }, async () => {
    const text = new TextEncoder().encode('- Sở Y tế rà soát trẻ em.\n'.repeat(40_000));
    const read = await readWithin({ seconds: 100, secondsAPage: 0, megabytes: 12 }, { name: 'a.txt', bytes: text });
    expect(read).toEqual({ ok: false, refusal: { code: 'files.too_big' } });
  });

  it('stops when told to', { timeout: 120_000 }, async () => {
    const stopping = new AbortController();
    const file = { name: 'a.pdf', bytes: await scanOf(short) };
    const reading = readPlanInWorker(file, ({ stage }) => stage === 'recognising' && stopping.abort(), stopping.signal);
    expect(await reading).toEqual({ ok: false, refusal: { code: 'files.cancelled' } });
  });
});
