import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPlan } from '@mangnon/domain/plans/plans.api.ts';
import { listRegimes } from '@mangnon/domain/reports/reports.api.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { listOf, reviewOf, uploadText } from './testing/review.ts';

/** Real plans are not part of this repository; where they lie beside it, they go through the whole life here. */
const folder = fileURLToPath(new URL('../../../../shared/plans', import.meta.url));
const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(txt|docx|pdf)$/.test(name)) : [];
if (names.length === 0) console.log(`no real plans lie in ${folder}: their review is not tested in this run`);

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

describe.skipIf(names.length === 0)('a real plan', () => {
  it.each(names)('%s is read, reviewed and adopted, each fact with its sentence', async (name) => {
    const officer = await server.signIn('provincial_lead_officer');
    const bytes = new Uint8Array(readFileSync(`${folder}/${name}`));
    const { draftId } = (await uploadText(server, officer, bytes, { name })).answer;
    const review = await reviewOf(server, officer, draftId);
    const draft = await review.get();
    expect(draft).toMatchObject({ state: 'in_review', refusal: null });
    expect(listOf(draft, 'task').length).toBeGreaterThan(5);
    await review.settle();
    const { planId } = (await review.adopt()).answer;
    const plan = (await server.call(officer, getPlan, { params: { planId } })).answer;
    expect(plan.tasks).toHaveLength(listOf(draft, 'task').length);
    expect(plan.targets).toHaveLength(listOf(draft, 'target').length);
    expect(plan.reporting).toHaveLength(listOf(draft, 'reporting').length);
    // Each clause is a regime with its printed day, opened by the adoption.
    const { rows } = (await server.call(officer, listRegimes, { query: { planId } })).answer;
    const printed = (one: { readonly period: string; readonly due: { month: number; day: number } | null }) =>
      `${one.period} ${one.due === null ? '-' : `${one.due.day}/${one.due.month}`}`;
    expect(rows.map(printed).toSorted()).toEqual(plan.reporting.map(printed).toSorted());
    expect(rows.every(({ due, lacks }) => (due === null) === lacks.includes('due'))).toBe(true);
    const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
    for (const { text, span } of plan.tasks) {
      expect(words(plan.text.slice(span?.start, span?.end))).toContain(words(text));
    }
    expect(plan.tasks.some((task) => task.lead.length > 0)).toBe(true);
  });
});
