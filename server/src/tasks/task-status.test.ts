import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { progressWorkflow, stateOf, type ProgressAct } from '@mangnon/domain/tasks/progress.workflow.ts';
import { findBlocks } from '@mangnon/domain/kernel/workflow.ts';
import { computeStatus, countStatuses, taskStatuses, totalOf } from '@mangnon/domain/tasks/task-status.ts';
import { cloneDatabase, type TestDatabase } from '../testing/test-database.ts';

/** The soak takes ten thousand histories. */
const histories = Number(process.env['MANGNON_HISTORIES'] ?? 500);

let cloned: TestDatabase;
let owner: Client;
beforeAll(async () => {
  cloned = await cloneDatabase();
  owner = new Client({ connectionString: cloned.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await cloned.drop();
});

const day = (at: number) => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10);

interface Period {
  readonly startsOn: string;
  dueOn: string | null;
  doneOn: string | null;
  reportedOn: string | null;
  cancelledOn: string | null;
}

const acts = ['report', 'complete', 'accept', 'send_back', 'ask_time', 'cancel', 'wait'] as const;
const history = fc.record({
  // Short stretches, so that days meet: the last day in time, the day it begins.
  starts: fc.nat(30),
  lasts: fc.option(fc.nat(30)),
  steps: fc.array(
    fc.record({
      act: fc.constantFrom(...acts),
      days: fc.nat(12),
      back: fc.nat(8),
      more: fc.integer({ min: 1, max: 20 }),
    }),
    { maxLength: 12 },
  ),
});

/** Lives a history through by the rules of the house; the period as it stands after each step, with the day it then is. */
function live({ starts, lasts, steps }: typeof history extends fc.Arbitrary<infer T> ? T : never) {
  const period: Period = {
    startsOn: day(starts),
    dueOn: lasts === null ? null : day(starts + lasts),
    doneOn: null,
    reportedOn: null,
    cancelledOn: null,
  };
  const seen: (Period & { readonly today: string })[] = [];
  let now = 0;
  for (const { act, days, back, more } of steps) {
    now += days;
    const today = day(now);
    const happenedOn = day(Math.max(0, now - back));
    const askedDueOn = day(now + more);
    const facts = { today, happenedOn, dueOn: period.dueOn, askedDueOn, byAnother: true, openTimeRequest: false };
    if (
      act !== 'wait' &&
      findBlocks(progressWorkflow, act satisfies ProgressAct, stateOf(period), facts).length === 0
    ) {
      if (act === 'complete') period.reportedOn = happenedOn;
      if (act === 'send_back') period.reportedOn = null;
      if (act === 'ask_time') period.dueOn = askedDueOn;
      if (act === 'cancel') [period.cancelledOn, period.reportedOn] = [today, null];
      if (act === 'accept') [period.doneOn, period.reportedOn] = [period.reportedOn, null];
    }
    seen.push({ ...period, today });
  }
  return seen;
}

describe('the status of a task period, over random histories', () => {
  it('is one and the same in the rules and in the database, and the parts add up', async () => {
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(history, { minLength: 20, maxLength: 20 }), async (batch) => {
        const seen = batch.flatMap(live);
        const { rows } = await owner.query<{ status: string }>(
          `select task_status(starts, due, done, cancelled, today) as status
           from unnest($1::date[], $2::date[], $3::date[], $4::date[], $5::date[])
             with ordinality as s (starts, due, done, cancelled, today, n) order by n`,
          [
            seen.map(({ startsOn }) => startsOn),
            seen.map(({ dueOn }) => dueOn),
            seen.map(({ doneOn }) => doneOn),
            seen.map(({ cancelledOn }) => cancelledOn),
            seen.map(({ today }) => today),
          ],
        );
        const statuses = seen.map((one) => computeStatus(one, one.today));
        expect(rows.map(({ status }) => status)).toEqual(statuses);
        expect(totalOf(countStatuses(statuses))).toBe(seen.length);
        counted += batch.length;
      }),
      { numRuns: Math.ceil(histories / 20) },
    );
    console.log(`task status: ${counted} histories, each day one status, in the rules and in the database`);
  });

  it('is reached, each of the six, by what people do', () => {
    const reached = new Set(
      fc
        .sample(history, { numRuns: 2000, seed: 7 })
        .flatMap((one) => live(one).map((at) => computeStatus(at, at.today))),
    );
    expect([...reached].toSorted((one, other) => one.localeCompare(other))).toEqual(
      taskStatuses.toSorted((one, other) => one.localeCompare(other)),
    );
  });

  it('never leaves «done» again, and never is done without a decision', () => {
    fc.assert(
      fc.property(history, (one) => {
        const seen = live(one).map((at) => computeStatus(at, at.today));
        const first = seen.findIndex((status) => status.startsWith('done'));
        if (first !== -1) expect(new Set(seen.slice(first))).toEqual(new Set([seen[first]]));
      }),
    );
  });
});
