import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planExtraction } from '@mangnon/domain/plans/extraction.ts';
import { readText } from './read-text.ts';
import { scorePlan, type GoldPlan } from './testing/score.ts';

/** Plans of real offices lie beside the repository, not in it; where they are missing this says so. */
const plans = new URL('../../../shared/plans/', import.meta.url);
const golds = new URL('../../../shared/gold/', import.meta.url);
const names = existsSync(plans) ? readdirSync(plans).filter((name) => name.endsWith('.txt')) : [];

if (names.length === 0) {
  test('no real plans in ../shared/plans: the reader is tested on the made-up plans only', () => {
    console.warn('No real plans in ../shared/plans: the reader is tested on the made-up plans only.');
    expect(names).toEqual([]);
  });
} else {
  test.each(names)('real plan %s is read with F1 of 0.98 or better', (name) => {
    const gold = JSON.parse(readFileSync(new URL(name.replace('.txt', '.json'), golds), 'utf8')) as GoldPlan;
    const read = readText(readFileSync(new URL(name, plans), 'utf8'));
    expect(planExtraction.safeParse(read).error).toBeUndefined();
    const { f1, parts } = scorePlan(gold, read);
    const misses = Object.entries(parts).filter(([, part]) => part.f1 < 1);
    expect(f1 >= 0.98 ? [] : misses).toEqual([]);
    // A reviewer settles every doubt: a handful, not dozens.
    expect(read.warnings.length).toBeLessThanOrEqual(8);
  });
}
