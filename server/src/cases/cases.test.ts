import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeCaseReporter } from '@mangnon/domain/cases/case-groups.api.ts';
import {
  assignCase,
  closeCase,
  countCases,
  endAssignment,
  getCase,
  listAssignable,
  listCases,
  listReceivers,
  openCase,
  referCase,
  revealReporter,
} from '@mangnon/domain/cases/cases.api.ts';
import { getChild } from '@mangnon/domain/children/children.api.ts';
import type { Person } from '../testing/test-call.ts';
import { startWorldServer, type WorldServer } from './testing/sealed-server.ts';

let bench: WorldServer;
let worker: Person;
let chair: Person;
let lead: Person;
beforeAll(async () => {
  bench = await startWorldServer();
  worker = bench.person('commune_protection_worker');
  chair = bench.person('commune_chair');
  lead = bench.person('provincial_lead_officer');
});
afterAll(() => bench.stop());

const reporter = { name: 'Đinh Thị Vui', contact: '', relation: 'Cô giáo' };
const newCase = () => ({
  id: randomUUID() as string,
  receivedAt: new Date(bench.server.clock.now.getTime() - 3_600_000).toISOString(),
  narrative: { text: 'Em đến lớp có vết bầm.' },
  offender: null,
  reporter,
});
const open = (body = newCase(), by = worker, childId = bench.world.bare.own.childId) =>
  bench.server.call(by, openCase, { params: { childId }, body });

describe('a case', () => {
  it('is opened with what is known, sealed, and never tells who reported', async () => {
    const body = newCase();
    const made = (await open(body)).answer;
    expect(made).toMatchObject({
      id: body.id,
      state: 'received',
      receivedAt: body.receivedAt,
      narrative: { state: 'shown', content: body.narrative },
      offender: { state: 'none' },
      reporter: { state: 'covered' },
    });
    const got = await bench.server.call(worker, getCase, { params: { caseId: body.id } });
    expect(JSON.stringify([made, got.answer])).not.toContain(reporter.name);
    const kept = await bench.owner.query(
      `select encode(reporter_sealed, 'escape') as text from case_reporter where case_id = $1`,
      [body.id],
    );
    expect(JSON.stringify(kept.rows)).not.toMatch(/Vui|nh Th/);
  });

  it('sent again opens nothing more and answers the same; another content under the id is refused', async () => {
    const body = newCase();
    const one = await open(body);
    const two = await open(body);
    expect([two.status, two.answer]).toEqual([200, one.answer]);
    const other = await open({ ...body, narrative: { text: 'Khác.' } });
    expect([other.status, other.refusal.code]).toEqual([409, 'cases.id_taken']);
    const unseen = await open({ ...body, id: bench.world.full.else.caseId });
    expect([unseen.status, unseen.refusal]).toEqual([409, other.refusal]);
    const rows = await bench.owner.query('select from case_file where id = $1', [body.id]);
    expect(rows.rowCount).toBe(1);
  });

  it('of a time to come is refused, and nothing is kept', async () => {
    const body = { ...newCase(), receivedAt: new Date(bench.server.clock.now.getTime() + 60_000).toISOString() };
    expect((await open(body)).refusal).toMatchObject({ code: 'cases.received_in_future', where: 'body.receivedAt' });
    expect((await bench.owner.query('select from case_file where id = $1', [body.id])).rowCount).toBe(0);
  });

  it('shows who reported only after the second factor, and each time leaves its own row in the trail', async () => {
    const { id: caseId, reporter: covered } = (await open()).answer;
    const reveal = () => bench.server.call(worker, revealReporter, { params: { caseId } });
    const now = bench.server.clock.now;
    bench.server.clock.now = new Date(Date.now() + 6 * 60_000);
    expect((await reveal()).refusal.code).toBe('platform.step_up_needed');
    bench.server.clock.now = now;
    expect((await reveal()).answer.reporter).toEqual(reporter);
    const content = { ...reporter, contact: 'Điểm trường' };
    const seen = covered.state === 'covered' ? covered.writtenAt : '';
    const changed = await bench.server.call(worker, changeCaseReporter, {
      params: { caseId },
      body: { seen, content },
    });
    expect(JSON.stringify(changed.answer)).not.toContain('Vui');
    expect((await reveal()).answer.reporter).toEqual(content);
    const { rows } = await sql<{ refusal_code: string | null }>`
      select refusal_code from audit_event where action = 'cases.reporter.reveal' and subjects @> ${[`case:${caseId}`]}
      order by id`.execute(bench.server.database);
    expect(rows.map((row) => row.refusal_code)).toEqual(['platform.step_up_needed', null, null]);
  });

  it('says so where its key was destroyed, and refuses where a cell was tampered with', async () => {
    const { id: caseId } = (await open()).answer;
    const look = () => bench.server.call(worker, getCase, { params: { caseId } });
    await bench.owner.query(`update data_key set wrapped = null, destroyed_at = now() where subject_id = $1`, [caseId]);
    expect((await look()).answer.narrative).toEqual({ state: 'destroyed' });
    await bench.owner.query(
      `update case_narrative set narrative_sealed = (select narrative_sealed from case_narrative where case_id = $2)
       where case_id = $1`,
      [caseId, bench.world.full.own.caseId],
    );
    const tampered = await look();
    expect([tampered.status >= 400, tampered.refusal.code]).toEqual([true, 'keys.cannot_open']);
    expect(JSON.stringify(tampered.refusal)).not.toContain('Em kể');
  });
});

describe('handing on', () => {
  it('gives a case to those it can be given to, and to them from the next call on', async () => {
    const { server, world } = bench;
    const { id: caseId } = (await open()).answer;
    const officer = bench.person('commune_officer');
    const params = { caseId };
    const { people } = (await server.call(chair, listAssignable, { params })).answer;
    expect(people.map(({ id }) => id)).toContain(officer.id);
    expect(people.map(({ id }) => id)).not.toContain(world.people.school.id);
    expect((await server.call(officer, getCase, { params })).status).toBe(404);
    const give = (accountId: string) => server.call(chair, assignCase, { params, body: { accountId } });
    const [one, two] = [await give(officer.id), await give(officer.id)];
    expect(two.answer.assignments).toEqual(one.answer.assignments);
    const seen = (await server.call(officer, getCase, { params })).answer;
    expect([seen.narrative.state, seen.offender.state, seen.can]).toEqual(['shown', 'withheld', []]);
    const assignmentId = one.answer.assignments[0]?.id ?? '';
    await server.call(chair, endAssignment, { params: { caseId, assignmentId } });
    expect((await server.call(officer, getCase, { params })).status).toBe(404);
    expect((await give(world.people.school.id)).refusal).toMatchObject({
      code: 'cases.person_cannot_work',
      where: 'body.accountId',
    });
    expect((await give(randomUUID())).refusal.code).toBe('cases.person_unknown');
  });

  it('refers a case to a unit where somebody receives it, and to no other', async () => {
    const { server, world } = bench;
    const { id: caseId } = (await open()).answer;
    const params = { caseId };
    const refer = (unit: string) => server.call(worker, referCase, { params, body: { unit } });
    const { units } = (await server.call(worker, listReceivers, { params })).answer;
    expect(units.map(({ unit }) => unit)).toEqual([world.unit]);
    const court = bench.person('court');
    expect((await refer(world.unit)).answer.referrals).toHaveLength(1);
    expect((await refer(world.unit)).answer.referrals).toHaveLength(1);
    expect((await server.call(court, getCase, { params })).answer.narrative.state).toBe('shown');
    expect((await refer(`${world.agencyId}|${world.places.a2}`)).refusal.code).toBe('cases.unit_receives_nothing');
    expect((await refer(`no.such|${world.places.a2}`)).refusal.code).toBe('cases.unit_unknown');
    expect((await refer(`${world.agencyId}|99999@2025-07-01`)).refusal.code).toBe('cases.unit_unknown');
    expect((await refer('công an')).refusal).toMatchObject({ code: 'platform.invalid_input', where: 'body.unit' });
  });

  it('ends with the case, which is closed once', async () => {
    const { server } = bench;
    const { id: caseId } = (await open()).answer;
    const params = { caseId };
    const closed = (await server.call(worker, closeCase, { params })).answer;
    expect([closed.state, closed.can.includes('close')]).toEqual(['closed', false]);
    const again = (await server.call(chair, closeCase, { params })).answer;
    expect(again.closedAt).toBe(closed.closedAt);
    const body = { accountId: bench.world.people.commune_officer.id };
    expect((await server.call(chair, assignCase, { params, body })).refusal.code).toBe('cases.closed');
  });
});

describe('lists and counts', () => {
  it('finds the cases of a child, of a state, and those given to oneself', async () => {
    const { server, world } = bench;
    const of = async (by: Person, query: { childId?: string; mine?: 'yes'; state?: 'planned' }) =>
      (await server.call(by, listCases, { query })).answer;
    const { childId, caseId } = world.full.own;
    expect((await of(lead, { childId })).cases.map(({ id }) => id)).toEqual([caseId]);
    const officer = bench.person('commune_officer');
    const mine = (await of(officer, { mine: 'yes' })).cases;
    expect(mine.map(({ id }) => id).toSorted()).toEqual(
      [world.full.assigned.caseId, world.bare.assigned.caseId].toSorted(),
    );
    expect((await of(lead, { state: 'planned' })).total).toBe(0);
    const known = (await server.call(officer, getChild, { params: { childId: world.full.assigned.childId } })).answer;
    expect(known.health).toEqual({ state: 'withheld' });
  });

  it('withholds 1 to 5 from who may not see the cases, tells none and more than 5, and withholds nothing from who may', async () => {
    const { server, owner, world } = bench;
    const statistician = bench.person('statistician');
    const count = async (by: Person) => {
      const { states } = (await server.call(by, countCases, {})).answer;
      return Object.fromEntries(states.map(({ state, count: told }) => [state, told]));
    };
    const set = (many: number) =>
      owner.query(
        `with few as (select id from case_file where province_id = $1 order by id limit $2)
         update case_file set state = case when id in (select id from few) then 'assessed' else 'received' end,
           closed_at = null where province_id = $1`,
        [world.places.provinceA, many],
      );
    for (const [many, told] of [
      [0, { kind: 'counted', value: 0 }],
      [1, { kind: 'withheld' }],
      [5, { kind: 'withheld' }],
      [6, { kind: 'counted', value: 6 }],
    ] as const) {
      await set(many);
      expect((await count(statistician))['assessed']).toEqual(told);
      expect((await count(lead))['assessed']).toEqual({ kind: 'counted', value: many });
    }
    await set(3);
    expect(JSON.stringify(await count(statistician))).not.toContain('3');
  });
});
