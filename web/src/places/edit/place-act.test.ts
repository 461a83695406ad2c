import type { PlaceBrief, PlacePage } from '@mangnon/domain/places/places.api.ts';
import { describe, expect, it, test } from 'vitest';
import { addShares, buildChanges, findField, findGaps, newSuccessor, readShare, startAct } from './place-act.ts';

const brief = (id: string, more: Partial<PlaceBrief> = {}): PlaceBrief => ({
  id,
  code: id.split('@')[0] ?? '',
  level: 'commune',
  type: 'Xã',
  name: 'Khe Trúc',
  fullName: 'Xã Khe Trúc',
  above: 'tỉnh Mộc Giang',
  validFrom: '2025-07-01',
  validTo: null,
  standing: 'stood',
  ...more,
});
const same = { kind: 'same', sentence: { vi: '', en: '' } } as const;
const page = (place: PlaceBrief, successors: PlacePage['successors'] = []): PlacePage => ({
  on: '2026-11-22',
  place,
  knownFrom: '2025-07-01',
  began: { type: 'Xã', name: 'Khe Trúc' },
  changes: [],
  parent: brief('99@2025-07-01', { level: 'province' }),
  childrenOn: '2026-11-22',
  children: [],
  predecessors: [],
  successors,
  before: same,
  after: null,
  here: { on: '2026-11-22', units: [], known: true, knownFrom: '2025-07-01' },
  decisions: [],
  can: { edit: true },
});

const standing = page(brief('99010@2025-07-01'));
const filled = { from: '1/1/2027', number: '21/NQ-UBTVQH16', day: '15/12/2026' };

test.each([
  ['70', 0.7],
  ['33,3', 0.333],
  ['33.333 %', 0.33333],
  ['100', 1],
  ['0', null],
  ['101', null],
  ['một phần', null],
  ['', null],
])('%s per cent', (text, share) => expect(readShare(text)).toBe(share));

describe('an act', () => {
  it('names what is missing before anything is asked', () => {
    expect([...findGaps({ ...startAct(standing), name: ' ' }).keys()]).toEqual(['from', 'day', 'number', 'name']);
    const successors = [
      { ...newSuccessor(0, standing), founded: true, type: '' },
      { ...newSuccessor(1, standing), kind: 'part' as const, share: '120' },
    ];
    const gaps = findGaps({ ...startAct(standing), ...filled, kind: 'end', successors });
    expect([...gaps.keys()]).toEqual(['code:0', 'type:0', 'name:0', 'to:1', 'share:1']);
  });

  it('of another type is one change', () => {
    const act = { ...startAct(standing), ...filled, type: ' Phường ' };
    expect(buildChanges(standing, act)).toEqual([
      { change: 'rename_unit', placeId: '99010@2025-07-01', from: '2027-01-01', type: 'Phường', name: 'Khe Trúc' },
    ]);
  });

  it('of a split ends the unit the day before, founds what is new, and shares it out', () => {
    const known = {
      ...newSuccessor(0, standing),
      place: brief('99016@2025-07-01'),
      kind: 'part' as const,
      share: '30',
    };
    const founded = {
      ...newSuccessor(1, standing),
      founded: true,
      code: '99010',
      name: 'Khe Trúc Thượng',
      kind: 'part' as const,
      share: '70',
    };
    const act = { ...startAct(standing), ...filled, kind: 'end' as const, successors: [known, founded] };
    expect(addShares(act.successors)).toBe(100);
    const step = { change: 'put_succession', fromId: '99010@2025-07-01', on: '2027-01-01', kind: 'part' };
    expect(buildChanges(standing, act)).toEqual([
      { change: 'end_unit', placeId: '99010@2025-07-01', validTo: '2026-12-31' },
      {
        change: 'add_unit',
        code: '99010',
        level: 'commune',
        type: 'Xã',
        name: 'Khe Trúc Thượng',
        parentId: '99@2025-07-01',
        validFrom: '2027-01-01',
      },
      { ...step, toId: '99016@2025-07-01', weight: 0.3, trust: 'verified' },
      { ...step, toId: '99010@2027-01-01', weight: 0.7, trust: 'verified' },
    ]);
    // Each problem stands beside its field.
    const at = (code: string, where: string) => findField(standing, act, { code, where });
    expect(at('places.weights_not_one', '99010@2025-07-01')).toBe('shares');
    expect(at('places.ended_already', '99010@2025-07-01')).toBe('from');
    expect(at('places.code_twice', '99010@2027-01-01')).toBe('code:1');
    expect(at('places.formula_sign', '99010@2027-01-01')).toBe('name:1');
    expect(at('places.succession_time', '99010@2025-07-01 > 99016@2025-07-01')).toBe('from');
    expect(at('places.succession_twice', '99010@2025-07-01 > 99016@2025-07-01')).toBe('to:0');
    expect(at('places.outside_parent', '99019@2025-07-01')).toBe(null);
  });

  it('of an ended unit begins with what is known of it, and takes out what is left out', () => {
    const link = { place: brief('99010@2025-07-01'), on: '2025-07-01', kind: 'part', weight: 0.7, trust: 'secondary' };
    const ended = page(brief('99013@', { validFrom: null, validTo: '2025-06-30', standing: 'ended' }), [
      { ...link, kind: 'part', trust: 'secondary' },
      { ...link, place: brief('99016@2025-07-01'), kind: 'part', weight: 0.3, trust: 'secondary' },
    ]);
    const act = startAct(ended);
    expect([act.kind, act.from, act.trust, act.successors.map(({ share }) => share)]).toEqual([
      'join',
      '01/07/2025',
      'secondary',
      ['70', '30'],
    ]);
    const fewer = { ...act, successors: act.successors.slice(0, 1) };
    expect(buildChanges(ended, fewer).map(({ change }) => change)).toEqual(['put_succession', 'remove_succession']);
  });
});
