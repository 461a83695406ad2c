import { describe, expect, test } from 'vitest';
import { fillSentence } from '../kernel/sentence.ts';
import { agenciesRefusals } from './agencies.refusals.ts';
import { applyAgencyChanges } from './apply-agency-changes.ts';
import type { AgencyChange } from './agency-change.ts';
import { checkAgencies } from './check-agencies.ts';
import { seedSet } from './testing/seed-register.ts';

const id = '10000000-0000-4000-8000-000000000001';
const source = { basis: null, article: null, trust: 'secondary', sourceUrl: null } as const;
const fresh = (
  code: string,
  more: Partial<Extract<AgencyChange, { change: 'add_agency' }>['agency']> = {},
): AgencyChange => ({
  change: 'add_agency',
  agency: {
    id: code,
    name: `Sở ${code}`,
    aliases: [],
    level: 'province',
    placeId: null,
    type: 'department',
    several: false,
    validFrom: '2027-01-01',
    sourceUrl: null,
    verified: false,
    note: null,
    ...more,
  },
});
const step = (fromId: string, toId: string, kind: 'whole' | 'part', on = '2027-01-01'): AgencyChange => ({
  change: 'add_succession',
  fromId,
  toId,
  on,
  kind,
  trust: 'verified',
});
const end = (agencyId: string, validTo = '2026-12-31'): AgencyChange => ({ change: 'end_agency', agencyId, validTo });

function findWrong(changes: AgencyChange[]): [string, string][] {
  const applied = applyAgencyChanges(seedSet, changes);
  const wrong = applied.ok ? checkAgencies(applied.value) : [applied.refusal];
  for (const refusal of wrong) {
    const sentence = (agenciesRefusals as Record<string, { vi: string; en: string }>)[refusal.code];
    const filling = { where: refusal.where, ...refusal.details };
    for (const told of [sentence?.vi, sentence?.en])
      expect(fillSentence(told ?? '{none}', filling)).not.toMatch(/\{\w+\}/);
  }
  return wrong.map(({ code, where }) => [code, where ?? '']);
}

describe('the register', () => {
  test('is sound as it begins', () => {
    expect(checkAgencies(seedSet)).toEqual([]);
    expect(seedSet.agencies.size).toBe(93);
    expect([...seedSet.transfers.values()].filter(({ duties }) => duties.includes('children'))).toHaveLength(4);
  });

  test('takes a department that goes whole into a new one with its duty', () => {
    const held = [...seedSet.duties.values()].find(({ agencyId }) => agencyId === 't.so_yte');
    const desk = [...seedSet.duties.values()].find(({ agencyId }) => agencyId === 't.so_yte.phong_btxh_te');
    const changes: AgencyChange[] = [
      fresh('t.so_moi'),
      end('t.so_yte'),
      { change: 'end_duty', dutyId: held?.id ?? '', validTo: '2026-12-31' },
      { change: 'end_duty', dutyId: desk?.id ?? '', validTo: '2026-12-31' },
      step('t.so_yte', 't.so_moi', 'whole'),
      {
        change: 'add_duty',
        id,
        agencyId: 't.so_moi',
        duty: 'children',
        part: 'authority',
        validFrom: '2027-01-01',
        validTo: null,
        note: null,
        ...source,
      },
    ];
    expect(findWrong(changes)).toEqual([]);
  });

  test.each<[string, string, AgencyChange[]]>([
    ['agencies.unknown_agency', 'changes.0', [end('t.nobody')]],
    ['agencies.unknown_agency', 't.so_khdt > t.nobody', [step('t.so_khdt', 't.nobody', 'part')]],
    ['agencies.exists_already', 'changes.0', [fresh('t.so_yte')]],
    ['agencies.ended_already', 'changes.0', [end('t.so_ldtbxh')]],
    ['agencies.ends_before_begin', 't.so_nnmt', [end('t.so_nnmt', '2025-02-01')]],
    ['agencies.name_twice', 't.so_moi', [fresh('t.so_moi', { name: 'SỞ Y TẾ' })]],
    ['agencies.succession_time', 't.so_yte > t.so_moi', [fresh('t.so_moi'), step('t.so_yte', 't.so_moi', 'whole')]],
    [
      'agencies.succession_time',
      't.so_ldtbxh > t.so_moi',
      [fresh('t.so_moi'), step('t.so_ldtbxh', 't.so_moi', 'part', '2026-01-01')],
    ],
    ['agencies.whole_and_more', 't.so_khdt > t.so_noivu', [step('t.so_khdt', 't.so_noivu', 'whole', '2025-03-01')]],
    ['agencies.duty_outside', 't.so_yte', [end('t.so_yte')]],
    ['agencies.unknown_duty', 'changes.0', [{ change: 'end_duty', dutyId: id, validTo: '2026-01-01' }]],
    [
      'agencies.succession_circle',
      't.so_noivu',
      [step('t.so_yte', 't.so_noivu', 'part'), step('t.so_noivu', 't.so_yte', 'part')],
    ],
    [
      'agencies.transfer_time',
      't.so_ldtbxh > t.so_yte',
      [
        {
          change: 'add_transfer',
          id,
          fromId: 't.so_ldtbxh',
          toId: 't.so_yte',
          on: '2026-01-01',
          words: 'trẻ em',
          duties: ['children'],
          ...source,
        },
      ],
    ],
    [
      'agencies.duty_twice',
      't.so_yte',
      [
        {
          change: 'add_duty',
          id,
          agencyId: 't.so_noivu',
          duty: 'children',
          part: 'authority',
          validFrom: '2026-01-01',
          validTo: null,
          note: null,
          ...source,
        },
      ],
    ],
  ])('%s at %s', (code, where, changes) => {
    expect(findWrong(changes)).toContainEqual([code, where]);
  });
});
