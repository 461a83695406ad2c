import { expect, test } from 'vitest';
import { findMoved } from './find-moved.ts';
import { seedBook } from './testing/seed-register.ts';

const ways = (id: string, day: string) =>
  findMoved(seedBook, id, day)?.duties.map(({ duties, steps }) => [
    duties.join(' '),
    ...steps.map(({ agencyId, on }) => `${agencyId} ${on}`),
  ]);

test('a plan of 2021 that says Sở LĐTBXH: the health department holds the duty for children today', () => {
  const moved = findMoved(seedBook, 't.so_ldtbxh', '2026-11-22');
  expect(moved).toMatchObject({ agencyName: 'Sở Lao động - Thương binh và Xã hội', endedOn: '2025-02-28' });
  expect(moved?.duties[0]).toMatchObject({
    words: 'bảo trợ xã hội, trẻ em, phòng chống tệ nạn xã hội',
    steps: [{ agencyId: 't.so_yte', agencyName: 'Sở Y tế', on: '2025-03-01', trust: 'verified' }],
  });
  expect(ways('t.so_ldtbxh', '2026-11-22')).toHaveLength(6);
});

test('the district office: its way goes on to the commune, the rest where its successors went', () => {
  expect(ways('h.phong_ldtbxh', '2025-05-01')?.[0]).toEqual([
    'children social_assistance social_evils',
    'h.vp_hdnd_ubnd 2025-03-01',
  ]);
  const now = ways('h.phong_ldtbxh', '2026-11-22');
  expect(now?.[0]).toEqual(['children', 'h.vp_hdnd_ubnd 2025-03-01', 'x.ubnd 2025-07-01']);
  expect(now).toContainEqual([
    'social_assistance social_evils',
    'h.vp_hdnd_ubnd 2025-03-01',
    'x.phong_vhxh 2025-07-01',
  ]);
  expect(now).toContainEqual(['labour', 'h.phong_noivu_2025 2025-03-01', 'x.phong_vhxh 2025-07-01']);
});

test('an agency without told duties went where it went as a whole', () => {
  expect(ways('tw.ubdt', '2026-01-01')).toEqual([['', 'tw.bo_dttg 2025-03-01']]);
  expect(findMoved(seedBook, 'tw.ubdt', '2026-01-01')?.duties[0]?.words).toBeNull();
});

test('nothing has moved of an agency that stands, that is not known, or on a day before its end', () => {
  expect(findMoved(seedBook, 't.so_yte', '2026-01-01')).toBeNull();
  expect(findMoved(seedBook, 'nobody', '2026-01-01')).toBeNull();
  expect(findMoved(seedBook, 't.so_ldtbxh', '2025-02-28')).toBeNull();
  expect(findMoved(seedBook, 't.so_ldtbxh', '2025-03-01')).not.toBeNull();
});
