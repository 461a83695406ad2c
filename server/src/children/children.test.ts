import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeChildContact, changeChildIdentity } from '@mangnon/domain/children/child-groups.api.ts';
import {
  getChild,
  listChildren,
  registerChild,
  searchChildren,
  transferChild,
} from '@mangnon/domain/children/children.api.ts';
import { getCase, openCase } from '@mangnon/domain/cases/cases.api.ts';
import { eventually } from '../testing/eventually.ts';
import type { Person } from '../testing/test-call.ts';
import { startWorldServer, type WorldServer } from '../cases/testing/sealed-server.ts';

let bench: WorldServer;
let worker: Person;
let neighbour: Person;
beforeAll(async () => {
  bench = await startWorldServer();
  worker = bench.person('commune_protection_worker');
  neighbour = await bench.server.signIn({ post: 'commune_protection_worker', placeId: bench.world.places.a2 });
});
afterAll(() => bench.stop());

const identity = { name: 'Vừ Thị Chía', born: '2016-04-09', sex: 'female', personalNumber: null } as const;
const newChild = (more: Partial<Parameters<typeof childOf>[0]> = {}) => childOf({ ...more });
const childOf = (more: { id?: string; placeId?: string; intakeUnit?: string | null; identity?: object }) => ({
  id: randomUUID(),
  placeId: bench.world.places.a1,
  intakeUnit: null,
  contact: { address: 'Bản Phiêng Lom', carers: 'Bà nội', phone: '' },
  health: null,
  ...more,
  identity: { ...identity, ...more.identity } as Omit<typeof identity, 'name' | 'born'> & {
    name: string;
    born: string;
  },
});
const register = (body: ReturnType<typeof childOf>, by = worker) => bench.server.call(by, registerChild, { body });
const find = (name: string, by = worker, born = { from: 2014, to: 2018 }) =>
  bench.server.call(by, searchChildren, { body: { name, born } });
const countOf = async (table: string) => Number((await bench.owner.query(`select from ${table}`)).rowCount);

describe('registering a child', () => {
  it('seals what is known, finds the child by its name in any spelling, and shows nothing of it in the database', async () => {
    const body = newChild();
    const made = (await register(body)).answer;
    expect(made).toMatchObject({
      id: body.id,
      birthYear: 2016,
      identity: { state: 'shown', content: identity },
      contact: { state: 'shown', content: body.contact },
      health: { state: 'none' },
    });
    expect(made.can).toEqual(['changeIdentity', 'changeContact', 'addHealth', 'openCase']);
    for (const spelt of ['Vừ Thị Chía', 'vu thi chia', 'Chía Vừ'])
      expect((await find(spelt)).answer.children.map(({ id }) => id)).toEqual([body.id]);
    expect((await find('Vừ Thị Chía', worker, { from: 2017, to: 2018 })).answer.children).toEqual([]);
    expect((await find('Vừ')).answer.children).toEqual([]);
    const kept = await bench.owner.query<{ bytes: Buffer }>(
      `select identity_sealed || contact_sealed as bytes
       from child_identity join child_contact using (child_id) where child_id = $1`,
      [body.id],
    );
    // Whole words in their bytes: two letters stand by chance in every hundredth run of random bytes.
    for (const word of ['Chía', 'Phiêng', '2016']) expect(kept.rows[0]?.bytes.includes(word)).toBe(false);
  });

  it('sent again registers nothing more and answers the same; another content under the id is refused', async () => {
    const body = newChild();
    const one = await register(body);
    const before = await countOf('child');
    const two = await register(body);
    expect([two.status, two.answer]).toEqual([200, one.answer]);
    const other = await register({ ...newChild({ identity: { name: 'Vừ Thị Say' } }), id: body.id });
    expect([other.status, other.refusal.code, other.refusal.where]).toEqual([409, 'children.id_taken', 'body.id']);
    // The id of a child of another commune is refused alike, and tells nothing of it.
    const unseen = await register({ ...body, id: bench.world.full.else.childId });
    expect([unseen.status, unseen.refusal]).toEqual([409, other.refusal]);
    expect(await countOf('child')).toBe(before);
  });

  it.each([
    ['a commune there is not', { placeId: '99999@2025-07-01' }, 'children.place_unknown', 'body.placeId'],
    ['a code that is none', { placeId: 'xã' }, 'platform.invalid_input', 'body.placeId'],
    ['a year to come', { identity: { born: '2099' } }, 'children.born_wrong', 'body.identity.born'],
    ['a day that is none', { identity: { born: '2016-02-30' } }, 'platform.invalid_input', 'body.identity.born'],
    ['a sex unheard of', { identity: { sex: 'x' } }, 'platform.invalid_input', 'body.identity.sex'],
    [
      'a number too short',
      { identity: { personalNumber: '123' } },
      'platform.invalid_input',
      'body.identity.personalNumber',
    ],
    ['no name', { identity: { name: '   ' } }, 'platform.invalid_input', 'body.identity.name'],
    ['a field unheard of', { createdBy: randomUUID() }, 'platform.invalid_input', 'body'],
  ])('refuses %s and keeps nothing', async (_what, more, code, where) => {
    const before = await countOf('child');
    const called = await register(newChild(more as object));
    expect([called.refusal.code, called.refusal.where]).toEqual([code, where]);
    expect(called.refusal.message.vi).not.toMatch(/\{\w*[a-z]/);
    expect(await countOf('child')).toBe(before);
  });

  it('names the unit that received the report where nobody says: the commune for its worker, their own for the police', async () => {
    const { intakeUnit: _left, ...body } = newChild();
    const own = (await register(body as typeof body & { intakeUnit: null })).answer;
    expect(own.intakeUnit).toBeNull();
    const police = bench.person('police');
    const elsewhere = { ...body, id: randomUUID(), placeId: bench.world.places.b1, contact: null };
    const made = await bench.server.call(police, registerChild, { body: elsewhere });
    expect(made.answer).toMatchObject({ intakeUnit: bench.world.unit, place: { id: bench.world.places.b1 } });
    expect((await bench.server.call(police, registerChild, { body: elsewhere })).answer).toEqual(made.answer);
  });

  it('refuses a commune that has ended, and a unit that is not one’s own', async () => {
    const { rows } = await bench.owner.query<{ id: string }>(
      `insert into place (id, code, level, type, name, parent_id, valid_from, valid_to, known_from)
       select '98765@2025-07-01', '98765', 'commune', 'Xã', 'Nậm Thử', parent_id, '2025-07-01', '2026-01-31', '2025-07-01'
       from place where id = $1 returning id`,
      [bench.world.places.a1],
    );
    const ended = rows[0]?.id ?? '';
    const there = await bench.server.signIn({ post: 'commune_protection_worker', placeId: ended });
    expect((await register(newChild({ placeId: ended }), there)).refusal.code).toBe('children.place_not_standing');
    const unit = { intakeUnit: bench.world.unit };
    expect((await register(newChild(unit), neighbour)).refusal.code).toBe('platform.not_allowed');
    const chair = bench.person('commune_chair');
    const moved = await bench.server.call(chair, transferChild, {
      params: { childId: bench.world.full.own.childId },
      body: { placeId: ended },
    });
    expect([moved.refusal.code, moved.refusal.where]).toEqual(['children.place_not_standing', 'body.placeId']);
    expect(moved.refusal.message.vi).toContain(ended);
  });
});

describe('changing what is known', () => {
  it('is refused where somebody has written since, and is accepted once however often it is sent', async () => {
    const { id, contact } = (await register(newChild())).answer;
    const seen = contact.state === 'shown' ? contact.writtenAt : '';
    const change = (address: string) =>
      bench.server.call(worker, changeChildContact, {
        params: { childId: id },
        body: { seen, content: { address, carers: '', phone: '' } },
      });
    bench.server.clock.now = new Date(bench.server.clock.now.getTime() + 1000);
    expect((await change('Bản Huổi Cuổi')).answer.contact).toMatchObject({ content: { address: 'Bản Huổi Cuổi' } });
    expect((await change('Bản Huổi Cuổi')).status).toBe(200);
    const late = await change('Bản Nà Mùn');
    expect([late.status, late.refusal.code]).toEqual([409, 'children.changed_meanwhile']);
    const { contact: kept } = (await bench.server.call(worker, getChild, { params: { childId: id } })).answer;
    expect(kept).toMatchObject({ content: { address: 'Bản Huổi Cuổi' } });
  });

  it('of the name takes the year of birth and what the child is found by along', async () => {
    const { id, identity: before } = (await register(newChild({ identity: { name: 'Mùa A Dơ' } }))).answer;
    const seen = before.state === 'shown' ? before.writtenAt : '';
    const content = { ...identity, name: 'Mùa A Dế', born: '2017' };
    const called = await bench.server.call(worker, changeChildIdentity, {
      params: { childId: id },
      body: { seen, content },
    });
    expect(called.answer.birthYear).toBe(2017);
    expect((await find('Mùa A Dơ')).answer.children).toEqual([]);
    expect((await find('mua a de')).answer.children.map((child) => child.id)).toEqual([id]);
  });
});

describe('handing a child over', () => {
  it('takes its cases, its name and its glass along, ends assignments, and leaves the old commune without', async () => {
    const { server } = bench;
    const { id: childId } = (await register(newChild({ identity: { name: 'Sùng Thị Pà' } }))).answer;
    const caseId = randomUUID();
    const receivedAt = new Date(server.clock.now.getTime() - 60_000).toISOString();
    const content = { narrative: { text: 'Hàng xóm nghe tiếng khóc.' }, offender: null, reporter: null };
    await server.call(worker, openCase, { params: { childId }, body: { id: caseId, receivedAt, ...content } });
    const chair = bench.person('commune_chair');
    await bench.owner.query(
      `insert into case_assignment (case_id, place_id, province_id, intake_unit, account_id, assigned_by)
       select id, place_id, province_id, intake_unit, $2, $2 from case_file where id = $1`,
      [caseId, bench.world.people.commune_officer.id],
    );
    const { a2 } = bench.world.places;
    const moved = await server.call(chair, transferChild, { params: { childId }, body: { placeId: a2 } });
    expect(moved.answer).toMatchObject({ place: { id: a2 }, ended: 1 });
    for (const gone of [worker, chair, bench.person('commune_officer')]) {
      expect((await server.call(gone, getChild, { params: { childId } })).refusal.code).toBe('children.not_found');
      expect((await server.call(gone, getCase, { params: { caseId } })).refusal.code).toBe('cases.not_found');
    }
    expect((await find('Sùng Thị Pà')).answer.children).toEqual([]);
    expect((await find('Sùng Thị Pà', neighbour)).answer.children.map(({ id }) => id)).toEqual([childId]);
    expect((await server.call(neighbour, getCase, { params: { caseId } })).answer).toMatchObject({
      place: { id: a2 },
      narrative: { state: 'shown', content: content.narrative },
      assignments: [],
    });
    const lead = bench.person('provincial_lead_officer');
    const again = await server.call(lead, transferChild, { params: { childId }, body: { placeId: a2 } });
    expect(again.refusal.code).toBe('children.same_place');
  });
});

describe('a child handed over while somebody writes', () => {
  it('is not found by the writer any more, and nothing is half-done', async () => {
    const { id: childId } = (await register(newChild({ identity: { name: 'Vàng Thị Mo' } }))).answer;
    const { a2, provinceA } = bench.world.places;
    const mover = await bench.owner.connect();
    await mover.query('begin');
    await mover.query('update child set place_id = $2, province_id = $3 where id = $1', [childId, a2, provinceA]);
    const body = { id: randomUUID(), receivedAt: bench.server.clock.now.toISOString(), offender: null, reporter: null };
    const opening = bench.server.call(worker, openCase, { params: { childId }, body: { ...body, narrative: null } });
    const waits = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    await eventually(async () => (await bench.owner.query(waits)).rowCount === 1);
    await mover.query('commit');
    mover.release();
    expect((await opening).refusal.code).toBe('children.not_found');
    expect((await bench.owner.query('select from case_file where child_id = $1', [childId])).rowCount).toBe(0);
  });
});

describe('lists', () => {
  it('go through pages newest first without a gap or a double, with one count, in as many statements for many as for few', async () => {
    const { server } = bench;
    const few = await server.call(worker, listChildren, { query: { birthYear: 2011 } });
    for (let made = 0; made < 23; made += 1) {
      const body = newChild({ identity: { born: '2011', name: `Lầu Mí ${'ABCDEFGHIKLMNOPQRSTUVXY'.charAt(made)}` } });
      expect((await register(body)).status).toBe(200);
    }
    const first = await server.call(worker, listChildren, { query: { birthYear: 2011 } });
    expect([first.answer.children.length, first.answer.total]).toEqual([20, 23]);
    const rest = await server.call(worker, listChildren, {
      query: { birthYear: 2011, after: first.answer.next ?? '' },
    });
    expect([rest.answer.children.length, rest.answer.total, rest.answer.next]).toEqual([3, null, null]);
    const names = [...first.answer.children, ...rest.answer.children].map(({ name }) =>
      name.state === 'shown' ? name.text : name.state,
    );
    expect(new Set(names).size).toBe(23);
    // One more where there are keys to open.
    expect(first.statements.length - few.statements.length).toBe(1);
    const inspector = await server.call(bench.person('inspector'), listChildren, { query: { birthYear: 2011 } });
    expect(inspector.answer.children.map(({ name }) => name.state)).toEqual(Array(20).fill('withheld'));
    expect(JSON.stringify(inspector.answer)).not.toContain('Lầu');
  });

  it.each([
    ['after=yesterday', 'query.after'],
    ['placeId=1%27%3B--', 'query.placeId'],
    ['state=lost', 'query.state'],
    ['birthYear=never', 'query.birthYear'],
    ['name=Chia', 'query'],
  ])('refuse %s and say where', async (asked, where) => {
    const url = `/api/children?${asked}`;
    const headers = { host: 'localhost', cookie: worker.cookie };
    const called = await bench.server.app.inject({ method: 'GET', url, headers });
    expect([called.statusCode, called.json().where]).toEqual([422, where]);
  });
});

describe('the trail', () => {
  it('has one row for each look at a child, naming every child of a list, and never what a record says', async () => {
    const { server } = bench;
    // The newest of all, so that it stands on the first page.
    server.clock.now = new Date(server.clock.now.getTime() + 1000);
    const { id } = (await register(newChild({ identity: { name: 'Thào Mí Nô' } }))).answer;
    await server.call(worker, getChild, { params: { childId: id } });
    await find('Thào Mí Nô');
    await server.call(worker, listChildren, { query: {} });
    await server.call(neighbour, getChild, { params: { childId: id } });
    const rows = await server.database
      .selectFrom('audit_event')
      .select(['action', 'refusal_code', 'chain', 'details', 'target'])
      .where(sql<boolean>`subjects @> ${[`child:${id}`]}`)
      .orderBy('id')
      .execute();
    expect(rows.map(({ action, refusal_code }) => [action, refusal_code])).toEqual([
      ['children.child.create', null],
      ['children.child.read', null],
      ['children.child.search', null],
      ['children.child.list', null],
      ['children.child.read', 'children.not_found'],
    ]);
    expect(rows[1]).toMatchObject({ chain: `child:${id}`, details: { shown: 'identity contact' } });
    expect(JSON.stringify(rows)).not.toMatch(/Thào|Phiêng/);
  });

  it('of a session that was tampered with shows nothing', async () => {
    const { childId } = bench.world.full.own;
    const token = worker.cookie.split('=')[1] ?? '';
    const turned = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    const cookie = `mangnon_session=${turned}`;
    const called = await bench.server.call({ ...worker, cookie }, getChild, { params: { childId } });
    expect([called.status, called.refusal.code]).toEqual([401, 'platform.not_signed_in']);
    await bench.owner.query('update session set second_factor_at = null where account_id = $1', [worker.id]);
    const half = await bench.server.call(worker, getChild, { params: { childId } });
    await bench.owner.query('update session set second_factor_at = now() where account_id = $1', [worker.id]);
    expect([half.status, half.refusal.code]).toEqual([403, 'platform.second_factor_needed']);
  });
});
