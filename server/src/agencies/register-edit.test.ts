import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changeAgencies,
  getAgency,
  getAgencyHistory,
  listAgencies,
  searchAgencies,
} from '@mangnon/domain/agencies/agencies.api.ts';
import type { Agency } from '@mangnon/domain/agencies/agency.ts';
import type { AgencyChange } from '@mangnon/domain/agencies/agency-change.ts';
import { getInCharge } from '@mangnon/domain/agencies/in-charge.api.ts';
import type { ChangeDecision } from '@mangnon/domain/places/change-decision.ts';
import { changeOffices } from '@mangnon/domain/agencies/offices.api.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { updateAgencyRegister } from './agency-register.ts';

const province = '99@2025-07-01';
const khe = '99010@2025-07-01';
const lanh = '99016@2025-07-01';

let server: TestServer;
let administrator: Person;
let lead: Person;
let officer: Person;
let stranger: Person;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  server.clock.now = new Date('2026-11-23T03:00:00Z');
  administrator = await server.signIn('system_administrator');
  lead = await server.signIn({ post: 'provincial_lead_officer', placeId: province });
  officer = await server.signIn({ post: 'commune_officer', placeId: khe });
  stranger = await server.signIn({ post: 'provincial_lead_officer', placeId: '01@2025-07-01' });
});
afterAll(() => server.stop());

const decision: ChangeDecision = {
  number: '45/QĐ-UBND',
  day: '2026-11-02',
  issuer: 'Ủy ban nhân dân xã Khe Trúc',
  title: 'Về việc lập Trạm tư vấn trẻ em',
  link: null,
};
const send = (person: Person, changes: AgencyChange[], basis: ChangeDecision | null = decision) =>
  server.call(person, changeAgencies, { body: { changes, basis } });
const page = async (agencyId: string, person = lead, on?: string) =>
  (await server.call(person, getAgency, { params: { agencyId }, query: on === undefined ? {} : { on } })).answer;
const historyOf = async (agencyId: string) =>
  (await server.call(stranger, getAgencyHistory, { params: { agencyId } })).answer.entries;

const station: Omit<Agency, 'validTo'> = {
  id: 'x.tram_tu_van',
  name: 'Trạm tư vấn trẻ em',
  aliases: ['TTV trẻ em'],
  level: 'commune',
  placeId: khe,
  type: 'agency',
  several: false,
  validFrom: '2026-10-01',
  sourceUrl: null,
  verified: false,
  note: null,
};
const add = (more: Partial<Agency> = {}): AgencyChange => {
  const { validTo: _, ...fields } = more;
  return { change: 'add_agency', agency: { ...station, ...fields } };
};
const amend = (more: Partial<Agency>): AgencyChange => ({
  change: 'amend_agency',
  agency: { ...station, validTo: null, ...more },
});
const source = { basis: 'Quyết định 45/QĐ-UBND', article: 'Điều 3', trust: 'verified', sourceUrl: null } as const;
const dutyId = randomUUID();
const duty = (more: Partial<Extract<AgencyChange, { change: 'add_duty' }>> = {}): AgencyChange => ({
  change: 'add_duty',
  id: dutyId,
  agencyId: station.id,
  duty: 'children',
  part: 'authority',
  validFrom: '2026-10-01',
  validTo: null,
  note: null,
  ...source,
  ...more,
});
const whole = (fromId: string, toId: string, on = '2026-11-01'): AgencyChange => ({
  change: 'add_succession',
  fromId,
  toId,
  on,
  kind: 'whole',
  trust: 'verified',
});

describe('who keeps what of the register', () => {
  it('an officer of a place adds an agency that this place alone has; it holds its duty there and nowhere else', async () => {
    expect((await send(officer, [add(), duty()])).answer).toEqual({ added: 2, changed: 0, withdrawn: 0 });
    expect(await page(station.id)).toMatchObject({
      agency: { name: station.name, place: { id: khe, fullName: 'Xã Khe Trúc' } },
      can: { edit: true, everywhere: false },
    });
    const [found] = (await server.call(stranger, searchAgencies, { query: { q: 'ttv tre em' } })).answer.agencies;
    expect(found).toMatchObject({ id: station.id, place: 'Xã Khe Trúc', matched: 'TTV trẻ em' });
    const holders = async (placeId: string, on: string) => {
      const called = await server.call(stranger, getInCharge, { params: { placeId }, query: { on } });
      const [ground] = called.answer.grounds;
      return ground?.levels.find(({ level }) => level === 'commune')?.holders.map(({ agencyId }) => agencyId);
    };
    expect(await holders(khe, '2026-11-23')).toEqual([station.id]);
    const before = await holders(khe, '2026-09-30');
    expect(before).not.toContain(station.id);
    expect(await holders(lanh, '2026-11-23')).toEqual(before);
  });

  it('nobody changes an agency of another place, takes one over, gives one away, or touches what stands everywhere', async () => {
    const general = await page('x.ubnd');
    const { id, name, level, validFrom } = general.agency;
    const taken: Agency = {
      ...station,
      id,
      name,
      level,
      validFrom,
      validTo: null,
      aliases: general.aliases,
      type: general.type,
      note: general.note,
      sourceUrl: general.sourceUrl,
    };
    const cases: [Person, AgencyChange][] = [
      [stranger, amend({ name: 'Trạm khác' })],
      [officer, amend({ placeId: lanh })],
      [officer, amend({ placeId: null })],
      [officer, { change: 'amend_agency', agency: taken }],
      [officer, { change: 'set_aliases', agencyId: 't.so_yte', aliases: [] }],
      [lead, { change: 'end_agency', agencyId: 't.so_yte', validTo: '2026-11-01' }],
      [officer, add({ id: 'x.tram_hai', name: 'Trạm hai', placeId: lanh })],
      [lead, add({ id: 'x.tram_hai', name: 'Trạm hai', placeId: '00004@2025-07-01' })],
      [lead, add({ id: 't.tram_hai', name: 'Trạm hai', level: 'province', placeId: null })],
    ];
    for (const [at, [person, change]] of cases.entries()) {
      const { status, refusal } = await send(person, [change]);
      expect([at, status, refusal.code]).toEqual([at, 403, 'agencies.out_of_reach']);
    }
    for (const post of ['agency_officer', 'inspector', 'commune_protection_worker'] as const) {
      const called = await send(await server.signIn({ post, placeId: khe }), [amend({ note: 'x' })]);
      expect([post, called.status, called.refusal.code]).toEqual([post, 403, 'platform.not_allowed']);
    }
    expect((await page(station.id, stranger)).can).toEqual({ edit: false, everywhere: false });
  });

  it('the lead officer changes those of the province and below, the administrator all', async () => {
    expect((await send(lead, [amend({ note: 'Đặt tại trụ sở cũ.' })])).status).toBe(200);
    expect((await send(administrator, [amend({ note: null })])).status).toBe(200);
    const board = add({ id: 't.ban_treem', name: 'Ban Trẻ em', aliases: [], level: 'province', placeId: province });
    expect((await send(lead, [board])).status).toBe(200);
    const can = async (person: Person) => (await server.call(person, listAgencies, { query: {} })).answer.can;
    expect(await can(administrator)).toEqual({ add: true, everywhere: true });
    expect(await can(officer)).toEqual({ add: true, everywhere: false });
    expect(await can(await server.signIn('inspector'))).toEqual({ add: false, everywhere: false });
  });

  it('an agency of one place is not written down as an office of another', async () => {
    const record = {
      kind: 'office' as const,
      id: randomUUID(),
      placeId: lanh,
      agencyId: station.id,
      name: 'Trạm tư vấn xã Bản Lành',
      phone: null,
      address: null,
      validFrom: '2026-10-01',
      validTo: null,
    };
    const called = await server.call(lead, changeOffices, {
      params: { placeId: lanh },
      body: { changes: [{ change: 'add', record }] },
    });
    expect([called.status, called.refusal.message.vi]).toEqual([422, expect.stringContaining('cơ quan riêng')]);
  });
});

describe('what is refused, naming what is wrong, with nothing half done', () => {
  it.each<[string, string, AgencyChange[]]>([
    ['agencies.unknown_place', station.id, [amend({ placeId: '99999@' })]],
    ['agencies.place_level', station.id, [amend({ level: 'province' })]],
    ['agencies.end_ahead', station.id, [{ change: 'end_agency', agencyId: station.id, validTo: '2026-12-31' }]],
    ['agencies.end_ahead', station.id, [amend({ validTo: '2026-12-31' })]],
    ['agencies.ends_before_begin', station.id, [amend({ validTo: '2026-09-30' })]],
    ['agencies.alias_twice', station.id, [amend({ aliases: ['UBND xã'] })]],
    ['agencies.alias_twice', 'x.tram_hai', [add({ id: 'x.tram_hai', name: 'ttv Tre em', aliases: [] })]],
    ['agencies.name_twice', 'x.tram_hai', [add({ id: 'x.tram_hai', aliases: [] })]],
    ['agencies.duty_twice', station.id, [duty({ id: randomUUID(), validFrom: '2026-11-01' })]],
    ['agencies.duty_outside', station.id, [duty({ id: randomUUID(), duty: 'poverty', validFrom: '2026-01-01' })]],
    ['agencies.succession_time', `${station.id} > x.ubnd`, [whole(station.id, 'x.ubnd')]],
    [
      'agencies.succession_circle',
      station.id,
      [
        add({ id: 'x.tram_hai', name: 'Trạm hai', aliases: [] }),
        { ...whole(station.id, 'x.tram_hai'), kind: 'part' } as AgencyChange,
        { ...whole('x.tram_hai', station.id), kind: 'part' } as AgencyChange,
      ],
    ],
  ])('%s at %s', async (code, where, changes) => {
    const before = await historyOf(station.id);
    const { status, refusal } = await send(officer, changes, null);
    const problems = refusal.details['problems'] as {
      code: string;
      where: string;
      message: { vi: string; en: string };
    }[];
    expect([status, refusal.code]).toEqual([422, 'agencies.register_refused']);
    expect(problems.map((one) => [one.code, one.where])).toContainEqual([code, where]);
    for (const { message } of problems) expect(message.vi + message.en).not.toMatch(/\{\w+\}/);
    expect(await historyOf(station.id)).toEqual(before);
  });

  it.each<[string, AgencyChange]>([
    ['agencies.unknown_agency', { change: 'end_agency', agencyId: 'x.khong_co', validTo: '2026-11-01' }],
    ['agencies.unknown_record', { change: 'withdraw_duty', dutyId: randomUUID() }],
    ['agencies.exists_already', add()],
    ['agencies.duty_moved', { ...duty({ agencyId: 'x.ubnd' }), change: 'amend_duty' } as AgencyChange],
  ])('%s', async (code, change) => {
    const { status, refusal } = await send(officer, [change]);
    expect([status, refusal.where]).toEqual([422, 'changes.0']);
    expect(refusal.code).toBe(code);
  });

  it('a change without a word about its basis, and a basis that is none', async () => {
    const without = await server.app.inject({
      method: 'POST',
      url: changeAgencies.path,
      headers: { cookie: officer.cookie },
      payload: { changes: [amend({})] },
    });
    expect(without.statusCode).toBe(422);
    expect((await send(officer, [amend({})], { ...decision, number: '=1+1' })).refusal.where).toBe('body.basis.number');
  });
});

describe('the history', () => {
  it('tells who changed what, when, by which document, and what stood there before', async () => {
    await send(
      officer,
      [{ ...duty({ validTo: '2026-11-20', article: null }), change: 'amend_duty' } as AgencyChange],
      null,
    );
    await send(officer, [{ change: 'withdraw_duty', dutyId }], null);
    await send(officer, [
      add({ id: 'x.tram_moi', name: 'Trạm tư vấn mới', aliases: [], validFrom: '2026-11-01' }),
      { change: 'end_agency', agencyId: station.id, validTo: '2026-10-31' },
      whole(station.id, 'x.tram_moi'),
    ]);
    const entries = await historyOf(station.id);
    expect(entries.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      'succession added',
      'agency ended',
      'duty withdrawn',
      'duty changed',
      'agency changed',
      'agency changed',
      'duty added',
      'agency added',
    ]);
    expect(entries[1]).toMatchObject({
      by: { name: officer.name },
      at: '2026-11-23T03:00:00.000Z',
      decision,
      fields: [{ column: 'Đến ngày', before: '', after: '31/10/2026' }],
    });
    expect(entries[3]).toMatchObject({
      decision: null,
      fields: [
        { column: 'Đến ngày', before: '', after: '20/11/2026' },
        { column: 'Điều, khoản', before: 'Điều 3', after: '' },
      ],
    });
    expect(entries[2]?.fields).toContainEqual({ column: 'Chức năng', before: 'Trẻ em', after: '' });
    expect((await historyOf('x.tram_moi')).map(({ kind, received }) => [kind, received])).toEqual([
      ['succession', true],
      ['agency', false],
    ]);
    // What stands everywhere does not fill with what each place has done.
    expect((await page('x.tram_moi')).predecessors.map(({ agency }) => agency.id)).toEqual([station.id]);
  });

  it('does not bring back what was withdrawn when the program comes with a newer file', async () => {
    const held = (await page('t.so_yte')).duties[0];
    const [moved] = (await page('t.so_ldtbxh')).given;
    if (held === undefined || moved === undefined) throw new Error('the register begins with both');
    const gone: AgencyChange[] = [
      { change: 'withdraw_duty', dutyId: held.id },
      { change: 'withdraw_transfer', transferId: moved.id },
      { change: 'withdraw_succession', fromId: 't.so_ldtbxh', toId: 't.so_yte' },
    ];
    expect((await send(administrator, gone, null)).answer).toEqual({ added: 0, changed: 0, withdrawn: 3 });
    await server.database.transaction().execute(async (transaction) => {
      const { sql } = await import('kysely');
      await sql`set local role none`.execute(transaction);
      await sql`delete from agency_seed`.execute(transaction);
    });
    await updateAgencyRegister(server.database);
    expect((await page('t.so_yte')).duties.map(({ id }) => id)).not.toContain(held.id);
    const after = await page('t.so_ldtbxh');
    expect(after.given.map(({ id }) => id)).not.toContain(moved.id);
    expect(after.successors.map(({ agency }) => agency.id)).not.toContain('t.so_yte');
  });
});
