import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import indicators from '@mangnon/domain/indicators/indicators.json' with { type: 'json' };
import { hashToken } from '../access/session-token.ts';
import { begin } from '../platform/database/begin-as.ts';
import type { Person } from '../testing/test-call.ts';
import { counted, told, toldBefore, toldByThird } from './testing/hand-counted.ts';
import { kheOffice, lanhOffice, startReportWorld, type ReportWorld } from './testing/report-world.ts';

const third = { agencyId: 'x.ubnd', placeId: '99019@2025-07-01' };
const year = { from: '2025-12-15', to: '2026-12-14' };
const yearBefore = { from: '2024-12-15', to: '2025-12-14' };

let world: ReportWorld;
let owner: Client;
beforeAll(async () => {
  world = await startReportWorld();
  owner = new Client({ connectionString: world.server.databaseUrl });
  await owner.connect();
  const first = (counts: typeof told) => Object.entries(counts).map(([code, [amount]]) => ({ code, amount }));
  const second = (counts: typeof told) => Object.entries(counts).map(([code, [, amount]]) => ({ code, amount }));
  await accept(kheOffice, year, first(told));
  await accept(lanhOffice, year, second(told));
  await accept(kheOffice, yearBefore, first(toldBefore));
  await accept(lanhOffice, yearBefore, second(toldBefore));
  await accept(
    third,
    year,
    Object.entries(toldByThird).map(([code, amount]) => ({ code, amount })),
  );
}, 180_000);
afterAll(async () => {
  await owner.end();
  await world.server.stop();
});

interface Span {
  readonly from: string;
  readonly to: string;
}
type Counts = readonly { readonly code: string; readonly amount: number }[];

/** Puts an accepted report there, as the owner of the tables: how reports come to be accepted is tested elsewhere. */
async function accept(unit: typeof kheOffice, span: Span, counts: Counts, due = span.to, decided = '2026-12-20') {
  const { rows } = await owner.query<{ no: string; period: number }>(
    `with period as (
       insert into report_period (cut_start, cut_end) values ($1, $2)
       on conflict (cut_start, cut_end) do update set cut_end = excluded.cut_end returning id
     ), made as (
       insert into report_version (id, regime_id, due_on, period_id, agency_id, place_id, province_id, version, state, opened_at,
         opened_by, signed_at, signed_by, first_sent_at, sent_at, decided_at, decided_by)
       select $3, $4, $5, period.id, $6, $7, '99@2025-07-01', 1, 'accepted', now(), $8, now(), $8, now(), now(), $9, $8
       from period returning no, period_id)
     select no, period_id as period from made`,
    [span.from, span.to, randomUUID(), world.regimeId, due, unit.agencyId, unit.placeId, world.people.lead.id, decided],
  );
  await owner.query(
    `with cell as (
       insert into report_cell (key, code, parts) select code, code, '{}' from json_to_recordset($1) as c (code text)
       on conflict (key) do update set code = excluded.code returning id, code)
     insert into report_value (version_no, cell_id, period_id, state, amount, standing, entered_at)
     select $2, cell.id, $3, 'number', c.amount, true, now()
     from json_to_recordset($1) as c (code text, amount numeric) join cell on cell.code = c.code`,
    [JSON.stringify(counts), rows[0]?.no, rows[0]?.period],
  );
}

interface Figure {
  readonly code: string;
  readonly amount: string | null;
  readonly units: number;
}

async function readFigures(person: Person): Promise<Map<string, Figure>> {
  await owner.query('begin');
  try {
    await owner.query('set local role mangnon_app');
    await owner.query(begin, [hashToken(person.cookie.split('=')[1] ?? '')]);
    const { rows } = await owner.query<Figure>(
      `select f.code, f.amount, f.units from indicator_figure f join report_period p on p.id = f.period_id
       where p.cut_end = $1 and f.province_id = '99@2025-07-01'`,
      [year.to],
    );
    return new Map(rows.map((row) => [row.code, row]));
  } finally {
    await owner.query('rollback');
  }
}

const roundTo4 = (amount: number) => Math.round(amount * 10_000) / 10_000;

describe('the view of published figures', () => {
  it('gives for each indicator that ships what was counted by hand', async () => {
    const figures = await readFigures(world.people.lead);
    const found = Object.fromEntries([...figures].map(([code, { amount }]) => [code, roundTo4(Number(amount))]));
    expect(found).toEqual(counted);
    const computed = indicators.filter(({ formula }) => formula.kind !== 'unknown').map(({ code }) => code);
    expect(Object.keys(counted).toSorted()).toEqual([...new Set(computed)].toSorted());
    console.log(`figures: ${Object.keys(counted).length} indicators, each as counted by hand`);
  });

  it('leaves a unit that told one side out of a rate and a change, and says how many units told', async () => {
    const figures = await readFigures(world.people.lead);
    expect(figures.get('n.deaths_under_5')?.units).toBe(3);
    expect(figures.get('qd23.3c')?.units).toBe(2);
    expect(figures.get('justice.crimes_change')?.units).toBe(2);
  });

  it('shows a commune its own figures alone', async () => {
    const figures = await readFigures(world.people.officer);
    expect(figures.get('n.children')).toMatchObject({ units: 1, amount: '1200' });
  });

  it('counts once what a unit told under two regimes: as accepted last', async () => {
    await accept(kheOffice, year, [{ code: 'n.injured', amount: 40 }], '2026-12-31', '2026-12-27');
    const { n, other } = { n: told['n.injured'], other: (await readFigures(world.people.lead)).get('n.injured') };
    expect(Number(other?.amount)).toBe(40 + (n?.[1] ?? 0));
    expect(other?.units).toBe(2);
  });
});
