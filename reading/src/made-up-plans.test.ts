import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { planExtraction } from '@mangnon/domain/plans/extraction.ts';
import { readText } from './read-text.ts';
import { scorePlan, type GoldPlan } from './testing/score.ts';

const folder = new URL('../fixtures/', import.meta.url);
const names = readdirSync(folder).filter(
  (name) => existsSync(new URL(name.replace('.txt', '.gold.json'), folder)) && name.endsWith('.txt'),
);

describe.each(names)('made-up plan %s', (name) => {
  const gold = JSON.parse(readFileSync(new URL(name.replace('.txt', '.gold.json'), folder), 'utf8')) as GoldPlan;
  const read = readText(readFileSync(new URL(name, folder), 'utf8'));

  test('is read with F1 of 0.98 or better', () => {
    const { f1, parts } = scorePlan(gold, read);
    const misses = Object.entries(parts).filter(([, part]) => part.f1 < 1);
    expect(f1 >= 0.98 ? [] : misses).toEqual([]);
  });

  test('gives exactly what the contract says, every span slicing its passage', () => {
    expect(planExtraction.safeParse(read).error).toBeUndefined();
    for (const { span, text } of read.tasks) expect(read.text.slice(span.start, span.end)).toBe(text);
    const starts = read.tasks.map((task) => task.span.start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  test('gives the same facts when its normalised text is read again', () => {
    expect(readText(read.text)).toEqual(read);
  });
});

test('there are made-up plans to test with', () => {
  expect(names.length).toBeGreaterThanOrEqual(20);
});
