import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dutyStates } from '@mangnon/domain/reports/duty-state.ts';
import { getRegime, listRegimes, tellSender } from '@mangnon/domain/reports/reports.api.ts';
import { khe, province } from '../tasks/testing/task-world.ts';
import { kheOffice, lanhOffice, startReportWorld, type ReportWorld } from './testing/report-world.ts';

let world: ReportWorld;
beforeAll(async () => {
  world = await startReportWorld();
}, 180_000);
afterAll(() => world.server.stop());

const list = async () => {
  const { server, people, planId } = world;
  return (await server.call(people.lead, listRegimes, { query: { planId } })).answer.rows;
};

it('opens a regime for each reporting clause of an adopted plan, with the printed due days', async () => {
  const rows = await list();
  expect(rows.map(({ period, due, receiver, via, lacks }) => ({ period, due, receiver, via, lacks }))).toEqual([
    // The half is over: the year comes next. What is not printed is named and not guessed.
    { period: 'year', due: { month: 12, day: 20 }, receiver: 'UBND tỉnh', via: null, lacks: ['senders'] },
    { period: '6_months', due: { month: 6, day: 20 }, receiver: 'UBND tỉnh', via: 'Sở Y tế', lacks: [] },
    { period: 'year', due: null, receiver: 'Hội đồng nhân dân tỉnh', via: null, lacks: ['due', 'senders'] },
  ]);
  expect(rows[1]?.senders).toEqual([{ printed: 'Ủy ban nhân dân các xã, phường', known: true }]);
});

it('asks each commune that stands in the province, of the period by the administrative calendar', async () => {
  const { periods } = await world.see();
  expect(periods).toMatchObject([
    {
      label: '6 tháng đầu năm 2026',
      cutStart: '2025-12-15',
      cutEnd: '2026-06-14',
      dueOn: '2026-06-20',
      leavesTime: true,
    },
  ]);
  const communes = await world.server.database
    .selectFrom('place')
    .select('id')
    .where('parent_id', '=', province)
    .where('valid_to', 'is', null)
    .orderBy('id')
    .execute();
  expect(communes.length).toBeGreaterThan(3);
  expect(periods[0]?.units.map(({ unit }) => unit.placeId).toSorted()).toEqual(communes.map(({ id }) => id));
  expect(periods[0]?.units.every(({ unit }) => unit.agencyId === 'x.ubnd')).toBe(true);
});

it('refuses days that cannot be, a unit that owes nothing, and who is not of the unit', async () => {
  const { people, send } = world;
  const { officer } = people;
  expect((await send(officer, kheOffice, { sentOn: '2026-06-22' })).refusal?.code).toBe('reports.sent_in_future');
  expect((await send(officer, kheOffice, { sentOn: '2025-12-14' })).refusal?.code).toBe('reports.sent_before_period');
  expect((await send(officer, kheOffice, { dueOn: '2026-06-21' })).refusal?.code).toBe('reports.not_due');
  const department = { agencyId: 't.so_yte', placeId: province };
  expect((await send(people.lead, department)).refusal?.code).toBe('reports.not_due');
  expect((await send(officer, lanhOffice)).refusal?.code).toBe('platform.not_allowed');
  expect((await send(people.police, kheOffice)).refusal?.code).toBe('platform.not_allowed');
  const missing = await world.server.call(officer, getRegime, { params: { regimeId: randomUUID() } });
  expect(missing.refusal?.code).toBe('reports.not_found');
});

it('counts who is in time, late and missing: the parts add up, on the board as in the list', async () => {
  const { people, send, see, server } = world;
  const { counts, units } = (await see()).periods[0] ?? { counts: null, units: [] };
  expect(counts).toEqual({ missing: units.length, not_yet_due: 0, sent_late: 0, sent_on_time: 0 });
  const can = (await see(people.officer)).periods[0]?.units.filter((one) => one.can.send);
  expect(can?.map(({ unit }) => unit.placeId)).toEqual([khe]);

  const id = randomUUID();
  expect((await send(people.officer, kheOffice, { id })).status).toBe(200);
  // The same again does nothing twice; another of the same report is told what stands.
  expect((await send(people.officer, kheOffice, { id })).status).toBe(200);
  expect((await send(people.officer, kheOffice)).refusal?.code).toBe('reports.sent_already');
  expect((await send(people.neighbour, lanhOffice, { id })).refusal?.code).toBe('reports.id_taken');
  // Typed today, a day after the due day: what counts is the day it was sent.
  expect((await send(people.neighbour, lanhOffice, { sentOn: '2026-06-21' })).status).toBe(200);

  const [period] = (await see()).periods;
  const expected = { missing: units.length - 2, not_yet_due: 0, sent_late: 1, sent_on_time: 1 };
  expect(period?.counts).toEqual(expected);
  expect(period?.units.find(({ unit }) => unit.placeId === khe)).toMatchObject({
    state: 'sent_on_time',
    sent: { on: '2026-06-19', number: '12/BC-UBND', enteredBy: people.officer.name },
    can: { send: false },
  });

  const now = server.clock.now;
  server.clock.now = new Date('2026-06-20T03:00:00Z');
  const half = (await list()).find((row) => row.period === '6_months')?.current;
  server.clock.now = now;
  expect(half?.counts).toEqual({ ...expected, missing: 0, not_yet_due: units.length - 2 });
  expect(dutyStates.reduce((sum, state) => sum + (half?.counts[state] ?? 0), 0)).toBe(half?.units);
});

it('asks as many questions for three regimes as for one', async () => {
  const { server, people, planId, regimeId } = world;
  const all = await server.call(people.lead, listRegimes, { query: { planId } });
  const page = await server.call(people.lead, getRegime, { params: { regimeId } });
  expect(all.statements.length).toBeLessThanOrEqual(8);
  expect(page.statements.length).toBeLessThanOrEqual(9);
});

it('is told who sends where the clause does not say, by who keeps the plan', async () => {
  const { server, people, planId } = world;
  const yearly = (await list()).find(({ period, due }) => period === 'year' && due !== null);
  const params = { regimeId: yearly?.id ?? '' };
  expect(yearly?.current?.units).toBe(0);
  const tell = (person: typeof people.lead, agencyId: string) =>
    server.call(person, tellSender, { params, body: { agencyId } });
  expect((await tell(people.stranger, 't.so_yte')).refusal?.code).toBe('platform.not_allowed');
  expect((await tell(people.officer, 't.so_yte')).refusal?.code).toBe('platform.not_allowed');
  expect((await tell(people.lead, 'nobody')).refusal?.code).toBe('reports.sender_unfit');
  expect((await tell(people.lead, 't.so_yte')).status).toBe(200);
  expect((await tell(people.lead, 't.so_yte')).status).toBe(200);
  const { rows } = (await server.call(people.lead, listRegimes, { query: { planId } })).answer;
  expect(rows.find(({ id }) => id === params.regimeId)).toMatchObject({ lacks: [], current: { units: 1 } });
  const { answer } = await server.call(people.lead, getRegime, { params });
  expect(answer.periods[0]?.units).toMatchObject([
    { unit: { agencyId: 't.so_yte', placeId: province }, state: 'not_yet_due' },
  ]);
});

it('asks the communes below the districts of a period before July 2025, and those of the province after', async () => {
  const { server, see, planId, regimeId } = world;
  const owner = new Client({ connectionString: server.databaseUrl });
  await owner.connect();
  // Cao Bằng kept its borders through the reform; the plan is made an old one of that province.
  const { rows } = await owner.query<{ id: string; before: number; after: number }>(`
    select p.id, (select count(*)::int from place c join place d on d.id = c.parent_id
        where d.parent_id = p.id and c.level = 'commune' and '2025-06-14' <= c.valid_to
          and '2025-06-14' >= coalesce(c.valid_from, c.known_from)) as before,
      (select count(*)::int from place c join place n on n.id = c.parent_id
        where n.code = '04' and c.level = 'commune' and c.valid_to is null) as after
    from place p where p.code = '04' and p.level = 'province' and p.valid_to = '2025-06-30'`);
  const [caoBang] = rows;
  await owner.query('update plan_place set place_id = $1 where plan_id = $2', [caoBang?.id, planId]);
  await owner.query(`update report_regime set valid_from = '2025-01-01' where id = $1`, [regimeId]);
  await owner.end();
  const { periods } = await see();
  expect(periods.map(({ dueOn }) => dueOn)).toEqual(['2025-06-20', '2026-06-20']);
  expect(periods.map(({ units }) => units.length)).toEqual([caoBang?.before, caoBang?.after]);
  expect(caoBang?.before).toBeGreaterThan(caoBang?.after ?? 0);
  expect(caoBang?.after).toBeGreaterThan(20);
});
