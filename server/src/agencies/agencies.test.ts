import rows from '@mangnon/domain/agencies/agencies.json' with { type: 'json' };
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeAgencies, getAgency, listAgencies, searchAgencies } from '@mangnon/domain/agencies/agencies.api.ts';
import type { AgencyChange } from '@mangnon/domain/agencies/agency-change.ts';
import { getPlan } from '@mangnon/domain/plans/plans.api.ts';
import { makePlanText } from '../plans/testing/plan-text.ts';
import { startReview } from '../plans/testing/review.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { updateAgencyRegister } from './agency-register.ts';

describe('searching agencies', () => {
  let server: TestServer;
  let officer: Person;
  beforeAll(async () => {
    server = await startTestServer();
    officer = await server.signIn('provincial_lead_officer');
  });
  afterAll(() => server.stop());

  const search = async (q: string, limit?: number) =>
    (await server.call(officer, searchAgencies, { query: { q, ...(limit !== undefined && { limit }) } })).answer
      .agencies;

  it.each(['Sở Y tế', 'so y te', 'SỞ Y TẾ', 'Sở Y tế'.normalize('NFD'), 'y tế sở', 'sở y'])(
    'finds Sở Y tế first by «%s»',
    async (q) => {
      expect((await search(q))[0]).toMatchObject({ id: 't.so_yte', name: 'Sở Y tế', matched: null });
    },
  );

  it.each(['BLĐTBXH', 'bldtbxh', 'Bộ LĐ-TB&XH', 'bộ ldtbxh'])(
    'finds the ministry by its abbreviation «%s», and says which',
    async (q) => {
      const [first] = await search(q);
      expect(first).toMatchObject({ id: 'tw.bo_ldtbxh', matched: expect.stringMatching(/LĐ-?TB&?XH/) });
    },
  );

  it('puts agencies that stand before those that have ended', async () => {
    const ended = new Set(rows.filter((row) => row.valid_to !== null).map((row) => row.canonical_id));
    const found = await search('phòng', 50);
    const begin = found.filter(({ name, matched }) => matched === null && name.startsWith('Phòng'));
    const order = begin.map(({ id }) => ended.has(id));
    expect(order).toContain(true);
    expect(order).toContain(false);
    expect(order.lastIndexOf(false)).toBeLessThan(order.indexOf(true));
  });

  it('answers nothing to nothing, to signs of the search language, and to words no agency has', async () => {
    for (const q of ['', '   ', '%', '_', "'; drop table agency; --", 'không có cơ quan này'])
      expect(await search(q)).toEqual([]);
  });

  it('gives no more than asked, each agency once', async () => {
    const found = await search('s', 5);
    expect(found).toHaveLength(5);
    expect(new Set(found.map(({ id }) => id)).size).toBe(5);
  });

  it('holds the whole register', async () => {
    const { total } = await server.database
      .selectFrom('agency')
      .select((row) => row.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    expect(total).toBe(rows.length);
  });
});

describe('the register', () => {
  let server: TestServer;
  let officer: Person;
  let administrator: Person;
  beforeAll(async () => {
    server = await startTestServer();
    server.clock.now = new Date('2026-11-23T03:00:00Z');
    officer = await server.signIn('provincial_lead_officer');
    administrator = await server.signIn('system_administrator');
  });
  afterAll(() => server.stop());

  const page = async (agencyId: string, on?: string) =>
    (await server.call(officer, getAgency, { params: { agencyId }, query: on === undefined ? {} : { on } })).answer;
  const send = (changes: AgencyChange[], person = administrator) =>
    server.call(person, changeAgencies, { body: { changes, basis: null } });
  const source = { basis: 'Nghị định 1/2027/NĐ-CP', article: 'Điều 2', trust: 'verified', sourceUrl: null } as const;
  const children = '10000000-0000-4000-8000-000000000001';
  const board: AgencyChange = {
    change: 'add_agency',
    agency: {
      id: 't.ban_treem',
      name: 'Ban Trẻ em tỉnh',
      aliases: ['BTE tỉnh'],
      level: 'province',
      placeId: null,
      type: 'agency',
      several: false,
      validFrom: '2027-01-01',
      sourceUrl: null,
      verified: true,
      note: null,
    },
  };

  it('tells of an agency what it held, where that went, by which text, and who holds it today', async () => {
    const { agency, duties, given, successors, moved, can } = await page('t.so_ldtbxh');
    expect(agency).toMatchObject({ validTo: '2025-02-28', stands: false });
    expect(duties).toMatchObject([{ duty: 'children', until: '2025-02-28', article: 'Điều 51 khoản 2' }]);
    expect(given.map((one) => one.agency.id)).toContain('t.so_yte');
    expect(successors.every(({ kind }) => kind === 'part')).toBe(true);
    expect(moved?.duties[0]?.steps.at(-1)?.agencyName).toBe('Sở Y tế');
    expect(can.edit).toBe(false);
    expect((await page('t.so_yte')).received.map((one) => one.agency.id)).toEqual(['t.so_ldtbxh']);
    expect((await page('t.so_ldtbxh', '2025-02-28')).moved).toBeNull();
  });

  it('lists by level and day', async () => {
    const list = async (query: { on?: string; level?: 'district' }) =>
      (await server.call(officer, listAgencies, { query })).answer.agencies;
    expect(await list({})).toHaveLength(rows.length);
    const district = await list({ level: 'district', on: '2025-03-01' });
    expect(district.find(({ id }) => id === 'h.vp_hdnd_ubnd')).toMatchObject({ stands: true, duties: ['children'] });
    expect((await list({ level: 'district' })).some(({ stands }) => stands)).toBe(false);
  });

  it('is changed by the administrator alone, all of an act or nothing of it', async () => {
    const health = await page('t.so_yte');
    const [duty] = health.duties;
    const act: AgencyChange[] = [
      board,
      { change: 'end_duty', dutyId: duty?.id ?? '', validTo: '2026-12-31' },
      {
        change: 'add_duty',
        id: children,
        agencyId: 't.ban_treem',
        duty: 'children',
        part: 'authority',
        validFrom: '2027-01-01',
        validTo: null,
        note: null,
        ...source,
      },
    ];
    expect((await send(act, officer)).status).toBe(403);
    const refused = await send([...act.slice(0, 1), ...act.slice(2)]);
    expect([refused.status, refused.refusal.code]).toEqual([422, 'agencies.register_refused']);
    expect(refused.refusal.message.vi).toMatch(/Sở Y tế|Ban Trẻ em tỉnh/);
    expect((await server.call(officer, getAgency, { params: { agencyId: 't.ban_treem' }, query: {} })).status).toBe(
      404,
    );
    expect((await send(act)).answer).toEqual({ added: 2, changed: 1, withdrawn: 0 });
    const found = await server.call(officer, searchAgencies, { query: { q: 'bte tinh' } });
    expect(found.answer.agencies[0]).toMatchObject({ id: 't.ban_treem', matched: 'BTE tỉnh' });
    expect((await page('t.ban_treem', '2027-01-01')).duties).toMatchObject([{ id: children, ...source }]);
  });

  it('keeps what an administrator put right when the program starts again', async () => {
    await send([{ change: 'set_aliases', agencyId: 't.so_tuphap', aliases: ['STP thử'] }]);
    await updateAgencyRegister(server.database);
    expect((await page('t.so_tuphap')).aliases).toEqual(['STP thử']);
  });

  it('shows on a plan that names Sở LĐTBXH who holds its duties today', async () => {
    const lead = await server.signIn({ post: 'provincial_lead_officer', placeId: '01@2025-07-01' });
    const text = makePlanText({ sure: true, number: '77/KH-UBND' }).replace(
      '2. Công an tỉnh',
      '2. Sở Lao động - Thương binh và Xã hội',
    );
    const review = await startReview(server, lead, text);
    await review.settle();
    const { planId } = (await review.adopt()).answer;
    const { movedAgencies } = (await server.call(lead, getPlan, { params: { planId } })).answer;
    expect(movedAgencies).toHaveLength(1);
    expect(movedAgencies[0]).toMatchObject({ agencyId: 't.so_ldtbxh', endedOn: '2025-02-28', on: '2026-11-23' });
    expect(movedAgencies[0]?.duties[0]).toMatchObject({
      words: 'bảo trợ xã hội, trẻ em, phòng chống tệ nạn xã hội',
      steps: [{ agencyId: 't.so_yte', on: '2025-03-01' }],
    });
  });
});
