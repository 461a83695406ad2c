import { breakdown, type Breakdown } from '../breakdown.ts';
import { makeCatalogue } from '../catalogue.ts';
import { indicator, type CountFormula, type Formula, type Indicator } from '../indicator.ts';

const both = (text: string) => ({ vi: text, en: text });

export const flow: CountFormula = {
  kind: 'count',
  measure: 'flow',
  overPlaces: 'sum',
  overPeriods: 'sum',
  whole: true,
  atMost: null,
};
export const stock: CountFormula = { ...flow, measure: 'stock', overPeriods: 'last' };

export function made(code: string, formula: Formula, more: Partial<Indicator> = {}): Indicator {
  return indicator.parse({
    code,
    officialCode: null,
    version: 1,
    validFrom: null,
    validTo: null,
    subject: 'protection',
    name: both(`Chỉ tiêu ${code}`),
    definition: null,
    formula,
    unit: both('trẻ em'),
    breakdowns: [],
    period: null,
    dataSource: null,
    agency: null,
    basis: [],
    goal: null,
    trust: 'unverified',
    formulaTrust: formula.kind === 'unknown' ? null : 'unverified',
    note: null,
    ...more,
  });
}

export function split(code: string, parting: Breakdown['parting'], ...parts: string[]): Breakdown {
  return breakdown.parse({
    code,
    name: both(`Phân tổ ${code}`),
    parting,
    parts: parts.map((part) => ({ code: part, name: both(`nhóm ${part}`) })),
    source: both('tự đặt'),
    trust: 'unverified',
  });
}

export const sex = split('sex', 'exact', 'female', 'male');
export const group = split('group', 'overlap', 'a', 'b');
export const relation = split('relation', 'open', 'neighbour', 'teacher');
export const splits = [sex, group, relation];

/** Helped children among all children, by sex, by groups that overlap, by a list that is not closed. */
export const helped = made('n.helped', flow, { breakdowns: ['sex', 'group', 'relation'] });
export const children = made('n.children', stock, { breakdowns: ['sex'] });
export const share = made('r.helped', {
  kind: 'ratio',
  numerator: 'n.helped',
  denominator: 'n.children',
  factor: 100,
  within: true,
});
export const madeUpIndicators = [helped, children, share];
export const madeUpCatalogue = makeCatalogue(madeUpIndicators, splits);
