import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getInCharge } from '@mangnon/domain/agencies/in-charge.api.ts';
import type { OfficeChange } from '@mangnon/domain/agencies/office-change.ts';
import { officeRecord, type OfficeRecord } from '@mangnon/domain/agencies/office.ts';
import { changeOffices, getOffices, type OfficesPage } from '@mangnon/domain/agencies/offices.api.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const province = '99@2025-07-01';
const khe = '99010@2025-07-01';
const lanh = '99016@2025-07-01';

let server: TestServer;
let lead: Person;
let officer: Person;
let stranger: Person;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  // A Monday, at ten in Viet Nam.
  server.clock.now = new Date('2026-11-23T03:00:00Z');
  lead = await server.signIn({ post: 'provincial_lead_officer', placeId: province });
  officer = await server.signIn({ post: 'commune_officer', placeId: khe });
  stranger = await server.signIn({ post: 'provincial_lead_officer', placeId: '01@2025-07-01' });
});
afterAll(() => server.stop());

const read = async (placeId: string, query: { on?: string; all?: 'yes' } = {}, person = lead) =>
  (await server.call(person, getOffices, { params: { placeId }, query })).answer;
const send = (placeId: string, changes: OfficeChange[], person = officer) =>
  server.call(person, changeOffices, { params: { placeId }, body: { changes } });
const record = (kind: OfficeRecord['kind'], fields: Record<string, unknown>): OfficeRecord =>
  officeRecord.parse({ kind, id: randomUUID(), ...fields });
const add = (kind: OfficeRecord['kind'], fields: Record<string, unknown>): OfficeChange => ({
  change: 'add',
  record: record(kind, fields),
});
const officeOf = (page: OfficesPage, agencyId: string) => {
  const found = page.offices.find((one) => one.agencyId === agencyId);
  if (found === undefined) throw new Error(`${page.place.fullName} has no ${agencyId}`);
  return found;
};
const ubnd = async () => officeOf(await read(khe), 'x.ubnd');
const head = (officeId: string, validFrom: string, validTo: string | null = null, name = 'Người Thử') =>
  add('head', { officeId, role: 'head', name, title: 'Chủ tịch UBND', validFrom, validTo });

/** Everything that is written down, to see that nothing was half done. */
async function countRows(): Promise<string> {
  const client = new Client({ connectionString: server.databaseUrl });
  await client.connect();
  const tables = ['office', 'office_head', 'focal_point', 'committee', 'committee_member', 'village', 'collaborator'];
  const { rows } = await client.query<{ told: string }>(
    `select concat_ws(' ', ${[...tables, 'office_version', 'office_duty'].map((table) => `(select count(*) from ${table})`).join(', ')}) as told`,
  );
  await client.end();
  return rows[0]?.told ?? '';
}

describe('the agencies of a place', () => {
  it('show who answers for an office on a day, who receives reports, and who sits in committees', async () => {
    const page = await read(province);
    const health = officeOf(page, 't.so_yte');
    expect(health.accountable).toMatchObject({ name: 'Trịnh Quốc Bảo', title: 'Giám đốc' });
    expect(health.heads.map(({ role }) => role)).toEqual(['head', 'deputy']);
    expect(health.focalPoints).toMatchObject([{ phone: '02993850111', hours: 'always', onDutyNow: true }]);
    const before = officeOf(await read(province, { on: '2026-05-31' }), 't.so_yte');
    expect(before.accountable?.name).toBe('Bế Thị Loan');
    const [committee] = page.committees;
    expect(committee).toMatchObject({ decisionNumber: '1187/QĐ-UBND', rulesNumber: '03/QC-BCĐ', type: 'steering' });
    expect(committee?.members.map(({ role }) => role)).toEqual(['chair', 'member', 'member', 'secretary']);
    expect(page.nationalLines).toMatchObject([{ phone: '111', onDutyNow: true, article: 'Điều 23 khoản 1' }]);
    expect(page.can).toEqual({ edit: true, seeCollaborators: true });
  });

  it('show the villages with their collaborators, and which has none', async () => {
    const { villages } = await read(khe, {}, officer);
    expect(villages.map(({ name, collaborators }) => [name, collaborators.length])).toEqual([
      ['Khe Trúc', 1],
      ['Nà Cọ', 1],
      ['Nà Hoà', 1],
      ['Pác Nặm', 0],
    ]);
  });

  it('know by the hour whether a telephone is answered', async () => {
    const at = async (instant: string) => {
      server.clock.now = new Date(instant);
      const [point] = (await ubnd()).focalPoints;
      return point?.onDutyNow;
    };
    expect(await at('2026-11-23T00:29:00Z')).toBe(false);
    expect(await at('2026-11-23T00:30:00Z')).toBe(true);
    server.clock.now = new Date('2026-11-23T03:00:00Z');
  });

  it('are read in as many statements for many as for none', async () => {
    const many = await server.call(lead, getOffices, { params: { placeId: khe }, query: { all: 'yes' } });
    const none = await server.call(lead, getOffices, { params: { placeId: '992@' }, query: {} });
    expect(many.answer.villages).toHaveLength(4);
    expect(many.statements.length).toBe(none.statements.length);
    expect(many.statements.length).toBeLessThanOrEqual(10);
  });
});

describe('who is in charge of children here', () => {
  const ask = async (placeId: string, on: string) =>
    (await server.call(officer, getInCharge, { params: { placeId }, query: { on } })).answer;
  const authorities = async (placeId: string, on: string) =>
    (await ask(placeId, on)).grounds[0]?.levels.map(({ level, holders }) => [
      level,
      ...holders.filter(({ part }) => part === 'authority').map(({ office, agencyName }) => office?.name ?? agencyName),
    ]);

  it('is told from the commune to the ministry, before and after each step of 2025', async () => {
    const above = ['ministry', 'Bộ Y tế'];
    expect(await authorities('99010@', '2025-03-15')).toEqual([
      ['commune', 'Ủy ban nhân dân xã, phường, đặc khu'],
      ['district', 'Văn phòng HĐND và UBND huyện Khe Trúc'],
      ['province', 'Sở Y tế tỉnh Mộc Giang'],
      above,
    ]);
    expect(await authorities(khe, '2025-07-01')).toEqual([
      ['commune', 'UBND xã Khe Trúc'],
      ['province', 'Sở Y tế tỉnh Mộc Giang'],
      above,
    ]);
    expect(await authorities('99010@', '2025-02-28')).toEqual([
      ['commune', 'Ủy ban nhân dân xã, phường, đặc khu'],
      ['district', 'Phòng Lao động - Thương binh và Xã hội huyện Khe Trúc'],
      ['province', 'Sở Lao động - Thương binh và Xã hội tỉnh Mộc Giang'],
      ['ministry', 'Bộ Lao động - Thương binh và Xã hội'],
    ]);
    expect((await ask('99010@', '2025-02-28')).known).toBe(false);
  });

  it('asks the units that stood here on the day, before the time of the one asked for', async () => {
    const { grounds, place } = await ask(khe, '2025-05-05');
    expect(place.standing).toBe('not_yet');
    expect(grounds.map((ground) => [ground.place.fullName, ground.levels.length])).toEqual([
      ['Thị trấn Khe Trúc', 4],
      ['Xã Nà Hoà', 4],
    ]);
  });

  it('takes what the place says itself before what is so in general, and names the head of the day', async () => {
    const district = (await ask('99019@', '2025-05-05')).grounds[0]?.levels[1];
    expect(district?.holders).toMatchObject([
      {
        said: 'place',
        basis: 'Quyết định 412/QĐ-UBND của UBND huyện Đồng Cói',
        office: { name: 'Phòng Y tế huyện Đồng Cói' },
        accountable: { name: 'Phạm Hữu Tiến', title: 'Trưởng phòng' },
      },
    ]);
    expect(await authorities('99010@', '2025-05-05')).toContainEqual([
      'district',
      'Văn phòng HĐND và UBND huyện Khe Trúc',
    ]);
  });
});

describe('a change', () => {
  it('puts one head in the place of another, and both stay in the history', async () => {
    const office = await ubnd();
    const old = office.accountable;
    const called = await send(khe, [
      { change: 'end', kind: 'head', id: old?.id ?? '', validTo: '2026-11-30' },
      head(office.id, '2026-12-01', null, 'Hoàng Thị Mây'),
    ]);
    expect(called.answer).toEqual({ added: 1, amended: 0, ended: 1, withdrawn: 0 });
    expect((await ubnd()).accountable?.name).toBe(old?.name);
    const later = officeOf(await read(khe, { on: '2026-12-01' }), 'x.ubnd');
    expect(later.accountable?.name).toBe('Hoàng Thị Mây');
    const all = officeOf(await read(khe, { all: 'yes' }), 'x.ubnd');
    expect(all.heads.map(({ name, standing }) => [name, standing])).toEqual([
      [old?.name, 'stands'],
      ['Hoàng Thị Mây', 'not_yet'],
    ]);
  });

  it('adds an office with what hangs at it in one act, then ends it with all of that', async () => {
    const office = record('office', {
      placeId: khe,
      agencyId: 'x.congan',
      name: 'Công an xã Khe Trúc',
      validFrom: '2025-07-01',
    });
    const made = await send(khe, [
      { change: 'add', record: office },
      head(office.id, '2025-07-01'),
      add('focal_point', {
        officeId: office.id,
        name: 'Trực ban',
        phone: '+84 299 385 1113',
        hours: 'always',
        validFrom: '2025-07-01',
      }),
    ]);
    expect(made.answer.added).toBe(3);
    expect(officeOf(await read(khe), 'x.congan').focalPoints[0]?.phone).toBe('02993851113');
    const ended = await send(khe, [{ change: 'end', kind: 'office', id: office.id, validTo: '2026-11-22' }]);
    expect(ended.answer.ended).toBe(3);
    expect((await read(khe)).offices.some(({ id }) => id === office.id)).toBe(false);
  });

  it('withdraws what was never so: it is gone from the page and stays in the history', async () => {
    const village = record('village', { placeId: khe, type: 'ap', name: 'Nhầm' });
    await send(khe, [{ change: 'add', record: village }]);
    await send(khe, [{ change: 'withdraw', kind: 'village', id: village.id }]);
    expect((await read(khe)).villages.some(({ id }) => id === village.id)).toBe(false);
    const all = await read(khe, { all: 'yes' });
    expect(all.villages.find(({ id }) => id === village.id)?.standing).toBe('withdrawn');
  });

  it('stands in the audit trail under its place, with counts and no name', async () => {
    const rows = await server.database
      .selectFrom('audit_event')
      .select(['details', 'subjects', 'outcome'])
      .where('action', '=', 'agencies.office.edit')
      .where('outcome', '=', 'accepted')
      .execute();
    expect(rows.length).toBeGreaterThan(4);
    expect(rows[0]?.subjects).toEqual([`place:${khe}`]);
    expect(JSON.stringify(rows)).not.toMatch(/Mây|0990/);
  });
});

describe('a change is refused with a sentence that names the place, and nothing is half done', () => {
  it.each<[string, (officeId: string) => OfficeChange[], RegExp]>([
    [
      'offices.set_refused',
      (id) => [add('village', { placeId: khe, type: 'thon', name: 'Mới' }), head(id, '2026-01-01')],
      /Sầm Văn Páo.*01\/07\/2025/,
    ],
    ['offices.set_refused', (id) => [head(id, '2025-06-30', '2025-07-15')], /nằm ngoài thời gian của UBND xã Khe Trúc/],
    [
      'offices.set_refused',
      (id) => [
        add('focal_point', {
          officeId: id,
          name: 'X',
          phone: '111',
          hours: 'always',
          validFrom: '2026-02-01',
          validTo: '2026-01-01',
        }),
      ],
      /ngày kết thúc trước ngày bắt đầu/,
    ],
    [
      'offices.set_refused',
      () => [add('office', { placeId: khe, agencyId: 'x.khong_co', name: 'Lạ' })],
      /Lạ: danh mục không có/,
    ],
    [
      'offices.set_refused',
      () => [add('office', { placeId: khe, agencyId: 'x.cc_vhxh_old', name: 'Cũ', validFrom: '2025-07-01' })],
      /Cũ .*nằm ngoài thời gian của Công chức/,
    ],
    [
      'offices.set_refused',
      () => [add('office', { placeId: khe, agencyId: 't.so_yte', name: 'Sở' })],
      /không phải cơ quan của cấp này/,
    ],
    [
      'offices.set_refused',
      () => [add('office', { placeId: khe, agencyId: 'x.ubnd', name: 'UBND thứ hai', validFrom: '2026-01-01' })],
      /đã có UBND xã Khe Trúc/,
    ],
    [
      'offices.set_refused',
      () => [add('village', { placeId: khe, type: 'ban', name: 'na hoa' })],
      /Bản na hoa: cùng thời gian đã có/,
    ],
    ['offices.set_refused', () => [head(randomUUID(), '2026-01-01')], /Không có dòng/],
    [
      'offices.unknown_record',
      () => [{ change: 'end', kind: 'head', id: randomUUID(), validTo: '2026-01-01' }],
      /Không có dòng/,
    ],
    ['offices.unknown_record', (id) => [{ change: 'end', kind: 'head', id, validTo: '2026-01-01' }], /Không có dòng/],
    [
      'offices.other_place',
      () => [add('village', { placeId: lanh, type: 'thon', name: 'Xa' })],
      /Thôn Xa: thuộc địa bàn khác/,
    ],
  ])('%s', async (code, make, sentence) => {
    const changes = make((await ubnd()).id);
    const before = await countRows();
    const { status, refusal } = await send(khe, changes);
    expect([status, refusal.code]).toEqual([422, code]);
    expect(refusal.message.vi).toMatch(sentence);
    expect(`${refusal.message.vi}${refusal.message.en}`).not.toMatch(/\{\w+\}|undefined/);
    expect(await countRows()).toBe(before);
  });

  it.each(['=1+1', '+84', '-x', '@SUM(A1)'])('names that a spreadsheet would run are no names: «%s»', async (name) => {
    const body = {
      changes: [{ change: 'add', record: { kind: 'village', id: randomUUID(), placeId: khe, type: 'thon', name } }],
    };
    const called = await server.call(officer, changeOffices, { params: { placeId: khe }, body: body as never });
    expect([called.status, called.refusal.code]).toEqual([422, 'platform.invalid_input']);
  });

  it('two officers who give one office a head at the same moment: one is written, the other is told', async () => {
    const office = officeOf(await read(lanh), 'x.phong_vhxh');
    const both = await Promise.all(
      ['Một', 'Hai'].map((name) => send(lanh, [head(office.id, '2026-01-01', null, `Người ${name}`)], lead)),
    );
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 422]));
  });
});

describe('the row rule', () => {
  const village = (placeId: string): OfficeChange[] => [
    add('village', {
      placeId,
      type: 'khom',
      name: `K${randomUUID()}`,
      // A commune that is no more had them until its last day.
      validTo: placeId.endsWith('@') ? '2025-06-30' : null,
    }),
  ];

  it('over HTTP: the own commune, the own province and below, and nobody else', async () => {
    const chair = await server.signIn({ post: 'commune_chair', placeId: lanh });
    const administrator = await server.signIn('system_administrator');
    const worker = await server.signIn({ post: 'commune_protection_worker', placeId: khe });
    const cases: [Person, string, number][] = [
      [officer, khe, 200],
      [officer, lanh, 403],
      [officer, province, 403],
      [chair, lanh, 200],
      [chair, khe, 403],
      [lead, khe, 200],
      [lead, '99013@', 200],
      [stranger, khe, 403],
      [worker, khe, 403],
      [administrator, khe, 403],
    ];
    for (const [at, [person, placeId, status]] of cases.entries()) {
      const called = await send(placeId, village(placeId), person);
      expect([at, called.status]).toEqual([at, status]);
    }
    const page = await read(khe, {}, worker);
    expect(page.can).toEqual({ edit: false, seeCollaborators: true });
  });

  it('collaborators are seen in their commune and its province; offices by all staff', async () => {
    for (const [person, seen] of [
      [officer, true],
      [lead, true],
      [stranger, false],
      [await server.signIn({ post: 'commune_officer', placeId: lanh }), false],
      [await server.signIn('hotline_operator'), false],
    ] as const) {
      const page = await read(khe, {}, person);
      expect(page.offices.length).toBeGreaterThan(0);
      expect(page.can.seeCollaborators).toBe(seen);
      expect(page.villages.some(({ collaborators }) => collaborators.length > 0)).toBe(seen);
    }
  });
});
