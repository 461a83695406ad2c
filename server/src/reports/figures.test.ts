import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureOfEntry, sumFigures, type Figure } from '@mangnon/domain/indicators/figure.ts';
import { getIndicatorFigures, type IndicatorFigures } from '@mangnon/domain/indicators/figures.api.ts';
import { computeRate } from '@mangnon/domain/indicators/rate.ts';
import { randomOf } from '@mangnon/domain/indicators/testing/made-up-world.ts';
import type { Value } from '@mangnon/domain/indicators/value.ts';
import { setForm } from '@mangnon/domain/reports/versions.api.ts';
import type { Person } from '../testing/test-call.ts';
import { putReport } from './testing/put-values.ts';
import { kheOffice, startReportWorld, type ReportWorld } from './testing/report-world.ts';
import { dueOn, tables } from './testing/version-world.ts';

const worlds = Number(process.env['MANGNON_WORLDS'] ?? 12);
const half = { from: '2025-12-15', to: '2026-06-14' };
const old = { from: '2024-12-15', to: '2025-06-14' };
const now = '99@2025-07-01';

let world: ReportWorld;
let owner: Client;
let communes: string[];

beforeAll(async () => {
  world = await startReportWorld();
  owner = new Client({ connectionString: world.server.databaseUrl });
  await owner.connect();
  // The demo has a report of its own, and asks the same communes for it: here this world's regime alone asks.
  await owner.query(`set session_replication_role = 'replica'`);
  for (const table of ['report_step', 'report_value', 'report_version', 'report_sending', 'report_cell'])
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await owner.query(`delete from ${table}`);
  await owner.query('delete from report_sender where regime_id <> $1', [world.regimeId]);
  await owner.query(`set session_replication_role = 'origin'`);
  const form = { params: { regimeId: world.regimeId }, body: { id: randomUUID(), firstDueOn: dueOn, tables } };
  expect((await world.server.call(world.people.lead, setForm, form)).status).toBe(200);
  const { rows } = await owner.query<{ id: string }>(
    "select id from place where parent_id = $1 and level = 'commune' and valid_to is null order by id",
    [now],
  );
  communes = rows.map(({ id }) => id);
}, 180_000);
afterAll(async () => {
  await owner.end();
  await world.server.stop();
});

async function see(code: string, query: object = {}, person: Person = world.people.lead): Promise<IndicatorFigures> {
  return (await world.server.call(person, getIndicatorFigures, { params: { code }, query })).answer;
}

const clear = () => owner.query('delete from report_value; delete from report_version');

const put = (placeId: string, values: Record<string, Value>, more: { accepted?: boolean; span?: typeof half } = {}) =>
  putReport(owner, {
    regimeId: world.regimeId,
    accountId: world.people.lead.id,
    unit: { agencyId: 'x.ubnd', placeId },
    provinceId: now,
    span: more.span ?? half,
    dueOn: (more.span ?? half).to.replace('-14', '-20'),
    values,
    accepted: more.accepted ?? true,
  });

function makeValue(next: (below: number) => number): Value {
  const kind = next(9);
  if (kind === 0) return { state: 'zero', reason: 'none_found', words: null };
  if (kind === 1) return { state: 'no_report' };
  if (kind === 2) return { state: 'not_applicable', reason: 'no_such_people', words: null };
  return { state: 'number', amount: 1 + next(500) };
}

describe('the figures of an indicator', () => {
  it('are what the rules say unit by unit, in every made-up world, and their places add up to the whole', async () => {
    for (let seed = 1; seed <= worlds; seed += 1) {
      await clear();
      const next = randomOf(seed);
      const silent = next(4) === 0;
      const said: { special: Figure; children: Figure; of: string }[] = [];
      for (const placeId of communes) {
        const due = { unit: placeId, from: half.from, to: half.to };
        const begun = !silent && next(6) > 0;
        const accepted = next(5) > 0;
        const [special, children] = [makeValue(next), makeValue(next)];
        if (begun) await put(placeId, { 'n.special': special, 'n.children': children }, { accepted });
        const figureOf = (value: Value) =>
          figureOfEntry(due, begun ? { ...due, value, accepted, enteredOn: '2026-06-20' } : undefined);
        said.push({ of: placeId, special: figureOf(special), children: figureOf(children) });
      }
      const count = await see('n.special', { cutEnd: half.to });
      const expected = sumFigures(said.map(({ of, special }) => ({ of, figure: special })));
      const total = count.trend.find(({ cutEnd }) => cutEnd === half.to)?.figure;
      expect(total, `world ${seed}`).toMatchObject({ state: expected.state, amount: expected.amount });
      expect(total?.completeness).toMatchObject({ due: communes.length, accepted: expected.completeness.accepted });
      expect(new Set(count.missing.map((one) => one.dueOn)).size).toBeLessThanOrEqual(1);
      if (count.missing.length > 0) expect(count.missing[0]?.dueOn).toBe(dueOn);
      expect(count.missing).toHaveLength(expected.completeness.missing.length);
      const places = count.places.flatMap(({ figure }) => figure.amount ?? []);
      expect(places.reduce((sum, amount) => sum + amount, 0)).toBe(expected.amount ?? 0);

      const rate = (await see('tt13.special', { cutEnd: half.to })).trend.find(({ cutEnd }) => cutEnd === half.to);
      const ruled = computeRate(
        said.map(({ of, special, children }) => ({ of, numerator: special, denominator: children })),
        100,
      );
      expect(rate?.figure.state, `rate of world ${seed}`).toBe(ruled.state);
      if (ruled.amount === null) expect(rate?.figure.amount).toBeNull();
      else expect(rate?.figure.amount).toBeCloseTo(ruled.amount, 9);
      expect(rate?.figure.completeness.accepted).toBe(ruled.completeness.accepted);
    }
  }, 3_600_000);

  it("stand on today's map as they stood before it: whole communes are summed, what was split without a known share has none", async () => {
    await clear();
    const { rows } = await owner.query<{ id: string }>(
      "select id from place where level = 'commune' and id like '99%@' order by id",
    );
    const all = rows.map(({ id }) => id);
    expect(all.length).toBeGreaterThan(communes.length);
    for (const [at, id] of all.entries())
      await put(id, { 'n.special': { state: 'number', amount: at + 1 } }, { span: old });
    const total = (all.length * (all.length + 1)) / 2;

    const asked = { placeId: now, cutEnd: old.to };
    const today = await see('n.special', { ...asked, map: 'today' });
    expect(today.trend.find(({ cutEnd }) => cutEnd === old.to)?.figure).toMatchObject({
      state: 'number',
      amount: total,
    });
    expect(new Set(today.places.map(({ placeId }) => placeId))).toEqual(new Set(communes));
    for (const place of today.places) {
      const before = await owner.query<{ from_id: string; kind: string; weight: number | null }>(
        'select from_id, kind, weight from place_succession where to_id = $1',
        [place.placeId],
      );
      const known = before.rows.every(({ kind, weight }) => kind === 'whole' || (kind === 'part' && weight !== null));
      const sum = before.rows.reduce(
        (all_, { from_id: from, kind, weight }) =>
          all_ + (all.indexOf(from) + 1) * (kind === 'whole' ? 1 : (weight ?? 0)),
        0,
      );
      if (!known)
        expect(place).toMatchObject({ comparability: 'not_comparable', figure: { state: 'not_added', amount: null } });
      else {
        expect(place.figure.amount, place.name).toBeCloseTo(sum, 9);
        expect(place.figure.estimate).toBe(before.rows.some(({ kind }) => kind === 'part'));
      }
    }
    const before = await see('n.special', { cutEnd: old.to });
    expect(before.places.reduce((sum, { figure }) => sum + (figure.amount ?? 0), 0)).toBe(total);
  });

  it('are split by the cells of a breakdown', async () => {
    await clear();
    const [first = '', second = ''] = communes;
    const girls = 'n.children[sex=female]';
    const boys = 'n.children[sex=male]';
    const number = (amount: number): Value => ({ state: 'number', amount });
    await put(first, { 'n.children': number(9), [girls]: number(4), [boys]: number(5) });
    await put(second, {
      'n.children': number(2),
      [girls]: number(2),
      [boys]: { state: 'zero', reason: 'none_found', words: null },
    });
    const { breakdowns } = await see('n.children');
    const parts = breakdowns.find(({ code }) => code === 'sex')?.parts.map(({ part, figure }) => [part, figure.amount]);
    expect(Object.fromEntries(parts ?? [])).toEqual({ female: 6, male: 5 });
  });

  it("are those of one's own reach, and of no other place", async () => {
    await clear();
    for (const id of communes) await put(id, { 'n.special': { state: 'number', amount: 10 } });
    const own = await see('n.special', {}, world.people.officer);
    expect(own.trend.at(-1)?.figure).toMatchObject({ amount: 10, completeness: { due: 1, accepted: 1 } });
    expect(own.places.map(({ placeId }) => placeId)).toEqual([kheOffice.placeId]);
    const ask = (person: Person, placeId: string) =>
      world.server.call(person, getIndicatorFigures, { params: { code: 'n.special' }, query: { placeId } });
    expect((await ask(world.people.officer, now)).refusal.code).toBe('platform.not_allowed');
    expect((await ask(world.people.stranger, now)).refusal.code).toBe('platform.not_allowed');
    expect((await ask(world.people.lead, '99999@2025-07-01')).refusal.code).toBe('places.not_found');
    expect((await see('n.special', {}, world.people.stranger)).places).toEqual([]);
    const unknown = { params: { code: 'n.nothing' }, query: {} };
    expect((await world.server.call(world.people.lead, getIndicatorFigures, unknown)).refusal.code).toBe(
      'indicators.not_found',
    );
  });
});
