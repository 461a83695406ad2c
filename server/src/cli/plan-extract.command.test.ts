import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { planExtraction } from '@mangnon/domain/plans/extraction.ts';
import { scorePlan, type GoldPlan } from '@mangnon/reading/testing/score.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runProcess } from '../testing/start-process.ts';

const plan = fileURLToPath(new URL('../../../reading/fixtures/02-action-month-commune', import.meta.url));
const extract = (...args: string[]) => runProcess({ env: {}, args: ['plan', 'extract', ...args] });

describe('mangnon plan extract', () => {
  it('prints what the document says, and nothing else, as JSON of the contract', async () => {
    const { status, out, error } = await extract(`${plan}.txt`, '--json');
    expect(status).toBe(0);
    expect(error).toContain('done');
    const gold = JSON.parse(await readFile(`${plan}.gold.json`, 'utf8')) as GoldPlan;
    expect(scorePlan(gold, planExtraction.parse(JSON.parse(out))).f1).toBe(1);
  });

  it('says in both languages why a file is refused, and prints no facts', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mangnon-extract-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, 'ke-hoach.docx');
    await writeFile(file, Buffer.from('{\\rtf1 Kế hoạch}'));
    const { status, out, error } = await extract(file, '--json');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(error).toContain('Đây là tệp RTF');
    expect(error).toContain('This is an RTF file');
  });

  it('names a file that is not there', async () => {
    const { status, error } = await extract('/khong-co/ke-hoach.pdf', '--json');
    expect(status).toBe(1);
    expect(error).toContain('/khong-co/ke-hoach.pdf');
  });
});
