import type { AgencyPage } from '@mangnon/domain/agencies/agencies.api.ts';
import { agencyChange } from '@mangnon/domain/agencies/agency-change.ts';
import { describe, expect, it } from 'vitest';
import { newReceiver, startAgencyAct, startDuty, type AgencyActText } from './agency-act.ts';
import { findAgencyGaps } from './agency-gaps.ts';
import { findAgencyField } from './agency-problems.ts';
import { buildAgencyChanges, makeAgencyId } from './build-agency-changes.ts';

const held = '10000000-0000-4000-8000-000000000001';
const source = { basis: 'Quyết định 1/QĐ-UBND', article: null, trust: 'verified', sourceUrl: null } as const;
const page: AgencyPage = {
  on: '2026-11-30',
  agency: {
    id: 'x.tram',
    name: 'Trạm tư vấn',
    level: 'commune',
    place: { id: '99010@2025-07-01', fullName: 'Xã Khe Trúc' },
    validFrom: '2026-01-01',
    validTo: null,
    stands: true,
  },
  aliases: ['TTV'],
  type: 'agency',
  several: false,
  note: null,
  sourceUrl: null,
  verified: false,
  duties: [{ id: held, duty: 'children', part: 'authority', since: '2026-01-01', until: null, note: null, ...source }],
  predecessors: [],
  successors: [],
  given: [],
  received: [],
  moved: null,
  can: { edit: true, everywhere: false },
};
const signed = { known: 'yes', number: '45/QĐ-UBND', day: '2/11/2026', issuer: '', title: '', link: '' } as const;
const act = (more: Partial<AgencyActText>): AgencyActText => ({ ...startAgencyAct(page), basis: signed, ...more });
let count = 0;
const newId = () => `20000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`;
const build = (typed: AgencyActText, of: AgencyPage | null = page) =>
  buildAgencyChanges(of, typed, newId).map((change) => agencyChange.parse(change));

describe('an act on the register', () => {
  it('begins with what the register holds, and changes nothing when nothing is typed', () => {
    const [change] = build(act({}));
    expect(change).toMatchObject({
      change: 'amend_agency',
      agency: { id: 'x.tram', aliases: ['TTV'], placeId: '99010@2025-07-01', validFrom: '2026-01-01', validTo: null },
    });
  });

  it('ends the agency with its duties, and hands over from the day after', () => {
    const to = { ...newReceiver(0, 'part'), agency: { id: 'x.phong', name: 'Phòng' }, duties: ['children'] as const };
    const changes = build(act({ kind: 'end', lastDay: '31/10/2026', receivers: [to] }));
    expect(changes).toMatchObject([
      { change: 'end_duty', dutyId: held, validTo: '2026-10-31' },
      { change: 'end_agency', validTo: '2026-10-31' },
      { change: 'add_succession', toId: 'x.phong', on: '2026-11-01', kind: 'part', trust: 'verified' },
      { change: 'add_transfer', toId: 'x.phong', on: '2026-11-01', words: 'Trẻ em', basis: '45/QĐ-UBND' },
    ]);
  });

  it('hands work over and ends that duty the day before', () => {
    const to = { ...newReceiver(0, 'part'), agency: { id: 'x.phong', name: 'Phòng' }, duties: ['children'] as const };
    const changes = build(act({ kind: 'move', moveDay: '1/11/2026', receivers: [to] }));
    expect(changes.map(({ change }) => change)).toEqual(['end_duty', 'add_transfer']);
    expect(changes[0]).toMatchObject({ validTo: '2026-10-31' });
  });

  it('verifies nothing where no text is named', () => {
    const duty = { ...startDuty(page, ''), from: '1/9/2026' };
    const unknown = { ...signed, known: 'no' } as const;
    expect(build(act({ kind: 'duty', duty, basis: unknown }))[0]).toMatchObject({ basis: null, trust: 'unverified' });
    expect(build(act({ kind: 'duty', duty }))[0]).toMatchObject({ basis: '45/QĐ-UBND', trust: 'verified' });
    const wrong = { ...startDuty(page, held), wrong: true };
    expect(build(act({ kind: 'duty', duty: wrong }))).toEqual([{ change: 'withdraw_duty', dutyId: held }]);
  });

  it('gives a new agency a code of its own', () => {
    const code = makeAgencyId({ level: 'commune', name: 'Trạm tư vấn, Đội 2' }, '1a2b3c4d-0000');
    expect(code).toBe('x.tram_tu_van_doi_2_1a2b3c');
    expect(build(act({ kind: 'add' }), null)[0]).toMatchObject({ change: 'add_agency' });
  });

  it('names what is missing by field', () => {
    const empty = { ...signed, number: '1', day: '31/2/2026', link: 'van ban' };
    const gaps = findAgencyGaps(act({ kind: 'end', receivers: [newReceiver(3, 'part')], basis: empty }), {
      everywhere: false,
    });
    expect([...gaps.keys()].toSorted()).toEqual([
      'basis.day',
      'basis.link',
      'basis.number',
      'lastDay',
      'to:3',
      'words:3',
    ]);
    expect([...findAgencyGaps(act({ place: null }), { everywhere: false }).keys()]).toEqual(['place']);
    expect(findAgencyGaps(act({ place: null }), { everywhere: true }).size).toBe(0);
  });

  it('puts what the server refuses beside its field', () => {
    const message = { vi: '', en: '' };
    const to = { ...newReceiver(4, 'whole'), agency: { id: 'x.phong', name: 'Phòng' } };
    const field = (kind: AgencyActText['kind'], code: string, where = 'x.tram') =>
      findAgencyField(act({ kind, receivers: [to] }), { code: `agencies.${code}`, where, message });
    expect(field('end', 'succession_time', 'x.tram > x.phong')).toBe('to:4');
    expect(field('end', 'end_ahead')).toBe('lastDay');
    expect(field('amend', 'alias_twice')).toBe('aliases');
    expect(field('amend', 'place_level')).toBe('place');
    expect(field('duty', 'duty_twice')).toBe('dutyFrom');
    expect(field('duty', 'succession_circle')).toBeNull();
  });
});
