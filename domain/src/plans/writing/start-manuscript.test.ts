import { describe, expect, it } from 'vitest';
import { applyAct, withItemChanges } from './apply-act.ts';
import { compareVersions, nameChanges } from './difference.ts';
import { fallsTo } from './issuing-body.ts';
import type { ManuscriptItem } from './manuscript-item.ts';
import { moveDay, moveSaidYears, yearOfPlan } from './move-years.ts';
import { startFromPlan } from './start-manuscript.ts';
import { sampleBody, sampleId, samplePlan } from './testing/sample-plan.ts';

function counting(from: number): () => string {
  let count = from;
  return () => sampleId((count += 1));
}

const textOf = (item: ManuscriptItem | null | undefined) => (item && 'text' in item.data ? item.data.text : '');

describe('a plan that goes on from last year’s', () => {
  const next = startFromPlan(samplePlan, { mode: 'last_year', years: 1 }, (id) => id, counting(500));

  it('has its dates, targets and titles a year on, and each task going on with the old one', () => {
    expect(next.find(({ kind }) => kind === 'cover')?.data).toMatchObject({
      title: expect.stringContaining('năm 2028'),
    });
    expect(next.flatMap((item) => (item.kind === 'target' ? item.data.year : []))).toEqual([2028, 2028]);
    const tasks = next.flatMap((item) => (item.kind === 'task' ? [item.data] : []));
    expect(tasks.map(({ due }) => due?.to)).toEqual(['2028-06-30', '2028-12-31', '2028-06-30', '2028-05-31']);
    expect(tasks.map(({ continues }) => continues)).toEqual([sampleId(11), sampleId(12), sampleId(14), sampleId(15)]);
  });

  it('keeps numbers of documents as they are', () => {
    expect(moveSaidYears('Luật số 102/2016/QH13, năm 2027', 1)).toBe('Luật số 102/2016/QH13, năm 2028');
    const [law] = next.flatMap((item) => (item.kind === 'basis' ? [item.data] : []));
    expect(law).toMatchObject({ number: '102/2016/QH13', issuedOn: '2016-04-05' });
  });

  it.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2023-02-28', 1, '2024-02-28'],
    ['2026-12-31', 2, '2028-12-31'],
  ])('moves %s by %d', (day, years, moved) => expect(moveDay(day, years)).toBe(moved));

  it.each([
    ['Bảo vệ trẻ em năm 2026', null, 2026],
    ['Bảo vệ trẻ em giai đoạn 2026 - 2030', '2026-01-05', 2030],
    ['Tháng hành động vì trẻ em', '2025-05-10', 2025],
    ['Bảo vệ trẻ em', null, null],
  ])('is for the year its title says: %s', (title, issuedOn, year) => expect(yearOfPlan(title, issuedOn)).toBe(year));
});

describe('a new version beside the old one', () => {
  const version = startFromPlan(samplePlan, { mode: 'version' }, () => null, counting(500));
  const copyOf = (id: string) => version.find(({ origin }) => origin === id) as ManuscriptItem;
  const change = (items: readonly ManuscriptItem[], act: Parameters<typeof applyAct>[1]) => {
    const result = applyAct(items, act);
    if (!result.ok) throw new Error(result.refusal.code);
    return withItemChanges(items, result.value);
  };

  it('is the same in every part at first', () => {
    expect(new Set(compareVersions(samplePlan, version).map(({ state }) => state))).toEqual(new Set(['same']));
    expect(nameChanges(samplePlan, version)).toEqual([]);
  });

  it('shows what was changed, added, moved and removed, each beside the old', () => {
    const [first, second, gone] = [copyOf(sampleId(11)), copyOf(sampleId(12)), copyOf(sampleId(14))];
    let items: readonly ManuscriptItem[] = version;
    items = change(items, {
      type: 'change',
      itemId: first.id,
      fields: { text: { from: textOf(first), to: 'Tổ chức năm buổi nói chuyện tại các thôn.' } },
    });
    items = change(items, { type: 'delete', itemId: gone.id, version: 1 });
    const text = 'Mở lớp dạy bơi cho trẻ em trong hè.';
    items = change(items, { type: 'add', itemId: sampleId(900), kind: 'paragraph', after: second.id, data: { text } });
    const copies = [copyOf(sampleId(17)), copyOf(sampleId(5))];
    items = change(items, { type: 'move', itemId: copies[0]?.id ?? '', version: 1, after: copies[1]?.id ?? '' });
    const rows = compareVersions(samplePlan, items).filter(({ state }) => state !== 'same');
    expect(rows.map(({ state, kind, fields }) => [state, kind, fields])).toEqual([
      ['moved', 'paragraph', []],
      ['changed', 'task', ['text']],
      ['added', 'paragraph', []],
      ['removed', 'task', []],
    ]);
    expect(rows[1]?.before?.id).toBe(sampleId(11));
    expect(nameChanges(samplePlan, items)).toEqual([
      'chuyển vị trí đoạn «Kinh phí do ngân sách xã bảo đảm theo phân cấp và các nguồn…»',
      'sửa đổi nhiệm vụ III.1.a «Tổ chức năm buổi nói chuyện tại các thôn.»',
      `bổ sung đoạn «${text}»`,
      'bãi bỏ nhiệm vụ III.2.a «Rà soát, lập danh sách trẻ em có nguy cơ bị xâm hại và phân…»',
    ]);
  });
});

describe('the tasks of a higher plan that fall to us', () => {
  const named = (printed: string, agencyId: string | null = null) => ({
    lead: [{ printed, agencyId }],
    coordinating: [],
  });
  const province = {
    ...sampleBody,
    level: 'province' as const,
    placeName: 'tỉnh Mộc Giang',
    issuer: 'Ủy ban nhân dân tỉnh Mộc Giang',
  };
  const clinic = { ...sampleBody, agencyId: 'x.tram_yte', issuer: 'Trạm Y tế xã Khe Trúc' };

  it.each([
    ['UBND các xã, phường', sampleBody, true],
    ['Ủy ban nhân dân cấp xã', sampleBody, true],
    ['Ủy ban nhân dân xã Khe Trúc', sampleBody, true],
    ['Ủy ban nhân dân xã Hòa Tân', sampleBody, false],
    ['Sở Y tế', sampleBody, false],
    ['UBND các tỉnh, thành phố', province, true],
    ['Ủy ban nhân dân các xã, phường', province, false],
  ])('%s', (printed, body, ours) => expect(fallsTo(named(printed), body)).toBe(ours));

  it('an agency by the register or by its name', () => {
    expect(fallsTo(named('Trạm Y tế', 'x.tram_yte'), clinic)).toBe(true);
    expect(fallsTo(named('Trạm y tế xã Khe Trúc'), clinic)).toBe(true);
    expect(fallsTo(named('UBND các xã, phường'), clinic)).toBe(false);
  });
});
