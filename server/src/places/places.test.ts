import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  getPlace,
  getReportingChain,
  getUnitsHere,
  searchPlaces,
  type PlaceHit,
} from '@mangnon/domain/places/places.api.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let reader: Person;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  server.clock.now = new Date('2026-11-21T03:00:00Z');
  reader = await server.signIn('agency_officer');
});
afterAll(() => server.stop());

async function find(q: string, more: { on?: string; level?: 'province' | 'district' | 'commune' } = {}) {
  return (await server.call(reader, searchPlaces, { query: { q, ...more } })).answer.places;
}
const nowOf = (hit: PlaceHit | undefined) => hit?.now.map(({ place, kind, weight }) => [place.fullName, kind, weight]);

describe('search', () => {
  it.each([
    // The province the demo invents.
    ['khe truc, moc giang', 'Xã Khe Trúc', '99010@2025-07-01'],
    ['xã Khe Trúc tỉnh Mộc Giang', 'Xã Khe Trúc', '99010@2025-07-01'],
    ['mộc giang khe trúc', 'Xã Khe Trúc', '99010@2025-07-01'],
    ['X.Bản Lành', 'Xã Bản Lành', '99016@2025-07-01'],
    // Real ones: old and new tone placement, abbreviations, parents, codes, written together.
    ['TP Huế', 'Thành phố Huế', '46@2025-07-01'],
    ['p. bến nghé q1', 'Phường Bến Nghé', '26740@'],
    ['P.Bến Nghé, Q.1, TP.HCM', 'Phường Bến Nghé', '26740@'],
    ['tt. trạm tấu', 'Thị trấn Trạm Tấu', '04585@'],
    ['tx sơn tây', 'Thị xã Sơn Tây', '269@'],
    ['hà nội ba đình', 'Phường Ba Đình', '00004@2025-07-01'],
    ['daklak', 'Tỉnh Đắk Lắk', '66@2025-07-01'],
    ['Đắc Lắc', 'Tỉnh Đắk Lắk', '66@2025-07-01'],
    ['TPHCM', 'Thành phố Hồ Chí Minh', '79@2025-07-01'],
    ['ea h leo', "Xã Ea H'Leo", '24184@2025-07-01'],
    ['00004', 'Phường Ba Đình', '00004@2025-07-01'],
    // A type it never had.
    ['xã Bến Nghé quận 1', 'Phường Bến Nghé', '26740@'],
    ['quận 1', 'Quận 1', '760@'],
    ['Phường 01, quận 3', 'Phường 1', '27160@'],
  ])('%s', async (q, name, id) => {
    const [first] = await find(q);
    expect([first?.fullName, first?.id]).toEqual([name, id]);
  });

  it('finds a name whichever way its tone is placed, or in no way at all', async () => {
    const ids = async (q: string) => (await find(q)).map(({ id }) => id);
    const plain = await ids('hoa binh');
    expect(plain.length).toBeGreaterThan(5);
    for (const q of ['Hoà Bình', 'Hòa Bình', 'HÒA BÌNH', 'Hoà Bình'.normalize('NFD')])
      expect(await ids(q)).toEqual(plain);
  });

  it('says of an old name what it belongs to now', async () => {
    const [hit] = await find('trúc bạch');
    expect(hit).toMatchObject({ fullName: 'Phường Trúc Bạch', standing: 'ended', validTo: '2025-06-30' });
    expect(nowOf(hit)).toEqual([['Phường Ba Đình', 'whole', 1]]);
    const [split] = await find('xã Nà Hòa');
    expect(nowOf(split)).toEqual([
      ['Xã Khe Trúc', 'part', 0.7],
      ['Xã Bản Lành', 'part', 0.3],
    ]);
  });

  it('finds what stood on the day asked for first', async () => {
    const [before] = await find('00004', { on: '2025-06-30' });
    expect(before).toMatchObject({ fullName: 'Phường Trúc Bạch', standing: 'stood' });
    const [ward] = await find('bến lau', { on: '2026-04-30' });
    const [commune] = await find('bến lau', { on: '2026-04-29' });
    expect([ward?.fullName, commune?.fullName]).toEqual(['Phường Bến Lau', 'Xã Bến Lau']);
  });

  it('keeps to one level when asked to', async () => {
    const levels = (await find('khe trúc', { level: 'district' })).map(({ level }) => level);
    expect(levels).toEqual(['district']);
  });

  it.each(['', '   ', '%', "'", "' | 'a", 'a & !b:*', '\\', '<->', 'ắ'.repeat(200), '無', '00000', '🐘'])(
    'answers %j with a list, never with an error',
    async (q) => {
      const called = await server.call(reader, searchPlaces, { query: { q } });
      expect(called.status).toBe(200);
    },
  );

  it('names what is wrong with a question', async () => {
    for (const query of [{ q: 'a', on: '2026-02-30' }, { q: 'x'.repeat(201) }, { q: 'a', limit: 51 }]) {
      expect((await server.call(reader, searchPlaces, { query })).refusal.code).toBe('platform.invalid_input');
    }
  });

  it('sends as many statements for many units as for one', async () => {
    const count = async (q: string) =>
      (await server.call(reader, searchPlaces, { query: { q, limit: 50 } })).statements.length;
    expect(await count('tân')).toBe(await count('trúc bạch'));
  });
});

describe('a unit', () => {
  const get = async (placeId: string, on?: string) =>
    (await server.call(reader, getPlace, { params: { placeId }, query: on === undefined ? {} : { on } })).answer;

  it('shows what it came from and how figures compare', async () => {
    const page = await get('99010@2025-07-01');
    expect(page.place).toMatchObject({ fullName: 'Xã Khe Trúc', above: 'tỉnh Mộc Giang', standing: 'stood' });
    expect(page.predecessors.map(({ place, kind, weight, trust }) => [place.fullName, kind, weight, trust])).toEqual([
      ['Thị trấn Khe Trúc', 'whole', null, 'verified'],
      ['Xã Nà Hoà', 'part', 0.7, 'verified'],
    ]);
    expect(page.before.kind).toBe('estimate');
    expect(page.after).toBeNull();
    expect(page.can.edit).toBe(false);
  });

  it('shows what became of it, and its children of its last day', async () => {
    const page = await get('991@');
    expect(page.place).toMatchObject({ fullName: 'Huyện Khe Trúc', standing: 'ended' });
    expect(page.childrenOn).toBe('2025-06-30');
    expect(page.children.map(({ fullName }) => fullName)).toEqual(['Xã Bản Lành', 'Thị trấn Khe Trúc', 'Xã Nà Hoà']);
    expect(page.after).toMatchObject({ kind: 'unknown' });
    const commune = await get('99022@');
    expect(commune.successors.map(({ place }) => place.fullName)).toEqual(['Xã Đồng Cói']);
    expect(commune.after).toMatchObject({ kind: 'sum' });
  });

  it('bears the type of the day', async () => {
    expect((await get('99007@2025-07-01', '2026-04-29')).place.fullName).toBe('Xã Bến Lau');
    expect((await get('99007@2025-07-01')).place.fullName).toBe('Phường Bến Lau');
    expect((await get('75@2025-07-01', '2026-04-29')).place.fullName).toBe('Tỉnh Đồng Nai');
    expect((await get('75@2025-07-01')).place.fullName).toBe('Thành phố Đồng Nai');
  });

  it('is told from another unit that bore its code', async () => {
    expect((await get('00004@')).place.fullName).toBe('Phường Trúc Bạch');
    expect((await get('00004@2025-07-01')).place.fullName).toBe('Phường Ba Đình');
  });

  it.each(['00004', 'nowhere@', '00004@1999-01-01', "'; drop"])('refuses %s', async (placeId) => {
    const called = await server.call(reader, getPlace, { params: { placeId }, query: {} });
    expect([called.status, called.refusal.code]).toEqual([404, 'places.not_found']);
  });

  it('sends as many statements for a province as for a commune', async () => {
    const count = async (placeId: string) =>
      (await server.call(reader, getPlace, { params: { placeId }, query: {} })).statements.length;
    expect(await count('79@2025-07-01')).toBe(await count('99010@2025-07-01'));
  });
});

describe('what was here', () => {
  const here = async (placeId: string, on: string) => {
    const { units, known } = (await server.call(reader, getUnitsHere, { params: { placeId }, query: { on } })).answer;
    return { units: units.map(({ place, kind, weight }) => [place.fullName, kind, weight]), known };
  };

  it('before, in and after the time of a unit', async () => {
    const older = [
      ['Thị trấn Khe Trúc', 'whole', 1],
      ['Xã Nà Hoà', 'part', 0.7],
    ];
    expect(await here('99010@2025-07-01', '2025-06-30')).toEqual({ units: older, known: true });
    expect(await here('99010@2025-07-01', '2026-01-01')).toEqual({ units: [['Xã Khe Trúc', 'same', 1]], known: true });
    expect(await here('99013@', '2026-01-01')).toEqual({
      units: [
        ['Xã Khe Trúc', 'part', 0.7],
        ['Xã Bản Lành', 'part', 0.3],
      ],
      known: true,
    });
  });

  it('says that nothing is known of the time before March 2025', async () => {
    expect((await here('99010@2025-07-01', '2025-02-28')).known).toBe(false);
    expect((await here('00004@', '2010-01-01')).known).toBe(false);
  });
});

describe('the reporting chain', () => {
  const chain = async (placeId: string, on: string) => {
    const { links, reason } = (await server.call(reader, getReportingChain, { params: { placeId }, query: { on } }))
      .answer;
    return { links: links?.map(({ level, place }) => place?.fullName ?? level), reason: reason?.vi };
  };

  it('passes the district until 30/06/2025 and no longer', async () => {
    expect((await chain('99010@', '2025-06-30')).links).toEqual([
      'Thị trấn Khe Trúc',
      'Huyện Khe Trúc',
      'Tỉnh Mộc Giang',
      'ministry',
    ]);
    expect((await chain('99010@2025-07-01', '2025-07-01')).links).toEqual([
      'Xã Khe Trúc',
      'Tỉnh Mộc Giang',
      'ministry',
    ]);
  });

  it.each([
    ['99010@', '2025-07-01', 'Ngày đó đơn vị này không còn nữa.'],
    ['99010@2025-07-01', '2025-06-30', 'Ngày đó đơn vị này chưa có.'],
    ['99010@', '2024-01-01', 'Dữ liệu chưa ghi nhận ngày đó, nên không nói chắc được.'],
  ])('of %s on %s: %s', async (placeId, on, reason) => {
    expect(await chain(placeId, on)).toEqual({ links: undefined, reason });
  });
});

it('is closed to whoever has not signed in', async () => {
  expect((await server.call(null, searchPlaces, { query: { q: 'a' } })).status).toBe(401);
});
