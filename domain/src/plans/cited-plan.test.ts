import { describe, expect, it } from 'vitest';
import { findCitedPlan, type CitablePlan, type Citation } from './cited-plan.ts';

const province: CitablePlan = {
  id: 'province',
  number: '93/KH-UBND',
  issuedOn: '2026-05-05',
  issuer: 'Ủy ban nhân dân tỉnh Mộc Giang',
};
const commune: CitablePlan = { ...province, id: 'commune', issuer: 'Ủy ban nhân dân xã Khe Trúc' };
const yearBefore: CitablePlan = { ...province, id: 'before', issuedOn: '2025-05-05' };

const cases: [string, Citation, CitablePlan[], string | null][] = [
  ['the number alone', cite('93/KH-UBND'), [province], 'province'],
  ['another way to print it', cite('Số 93 /KH-UBND'), [province], 'province'],
  ['another number', cite('193/KH-UBND'), [province], null],
  ['a short issuer', cite('93/KH-UBND', null, 'UBND tỉnh'), [province, commune], 'province'],
  ['an issuer elsewhere', cite('93/KH-UBND', null, 'UBND tỉnh Bình Khê'), [province], null],
  ['the date tells years apart', cite('93/KH-UBND', '2026-05-05'), [province, yearBefore], 'province'],
  ['the year alone tells years apart', cite('93/KH-UBND', '2025'), [province, yearBefore], 'before'],
  ['two that fit', cite('93/KH-UBND'), [province, commune], null],
  ['a plan whose own date is unknown', cite('93/KH-UBND', '2026'), [{ ...province, issuedOn: null }], 'province'],
  ['a plan without a number', cite('93/KH-UBND'), [{ ...province, number: null }], null],
];

function cite(number: string, issuedOn: string | null = null, issuer: string | null = null): Citation {
  return { number, issuedOn, issuer };
}

describe('findCitedPlan', () => {
  it.each(cases)('%s', (_, citation, plans, id) => expect(findCitedPlan(citation, plans)?.id ?? null).toBe(id));
});
