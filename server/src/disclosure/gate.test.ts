import { beforeAll, describe, expect, it } from 'vitest';
import { crossTable, type CrossTable, type Dimension } from '@mangnon/domain/disclosure/cross-table.ts';
import { disclosureRefusals } from '@mangnon/domain/disclosure/disclosure.refusals.ts';
import { isSmall, standingRules } from '@mangnon/domain/disclosure/disclosure-rules.ts';
import type { SolveMove } from '@mangnon/domain/disclosure/find-move.ts';
import { mostCells } from '@mangnon/domain/disclosure/link-cells.ts';
import type { Cell, Publication } from '@mangnon/domain/disclosure/publication.ts';
import { asEarlier, thinPublication } from '@mangnon/domain/disclosure/thin-publication.ts';
import { loadSolver } from './solve-with-highs.ts';
import { attack } from './testing/attacker.ts';
import { randomPublications, throwFrom } from './testing/random-publications.ts';

let solve: SolveMove;
beforeAll(async () => {
  solve = await loadSolver();
});

const cell = (key: string, count: number, more: Partial<Cell> = {}): Cell => ({
  key,
  count,
  shown: true,
  topic: null,
  placeLevel: null,
  cuts: [],
  ...more,
});

/** A row `total` with parts a, b, c …; or whatever else is asked. */
function row(counts: readonly number[], more: Partial<Publication> = {}): Publication {
  const parts = counts.map((count, at) => cell('abcdefgh'[at] ?? '?', count));
  const total = cell(
    'total',
    counts.reduce((sum, count) => sum + count, 0),
  );
  return {
    cells: [total, ...parts],
    links: [{ total: 'total', parts: parts.map(({ key }) => key) }],
    derived: [],
    ...more,
  };
}

const thin = (publication: Publication, earlier: Parameters<typeof thinPublication>[1] = []) =>
  thinPublication(publication, earlier, standingRules, solve);

function withheldOf(publication: Publication, earlier: Parameters<typeof thinPublication>[1] = []): string[] {
  const thinned = thin(publication, earlier);
  if (!thinned.ok) throw new Error(JSON.stringify(thinned.refusal));
  return thinned.value.view.cells.filter(({ count }) => count === null).map(({ key }) => key);
}

function refusalOf(publication: Publication, earlier: Parameters<typeof thinPublication>[1] = []): string {
  const thinned = thin(publication, earlier);
  const code = thinned.ok ? 'accepted' : thinned.refusal.code;
  if (code !== 'accepted') expect(Object.keys(disclosureRefusals)).toContain(code);
  return code;
}

const flat = (name: string, ids: readonly string[]): Dimension => ({
  name,
  whole: 'all',
  members: [{ id: 'all', within: null }, ...ids.map((id) => ({ id, within: 'all' }))],
});

/** A table of communes by form whose inner counts are told row by row. */
function grid(rows: readonly (readonly number[])[], more: Partial<CrossTable> = {}): Publication {
  const places = rows.map((_, at) => `xa-${at}`);
  const forms = (rows[0] ?? []).map((_, at) => `form-${at}`);
  return crossTable({
    counted: 'children',
    topic: null,
    dimensions: [flat('form', forms), flat('place', places)],
    countOf: ({ form, place }) =>
      rows.reduce(
        (sum, counts, y) =>
          sum +
          counts.reduce(
            (inner, count, x) =>
              inner +
              ((form === 'all' || form === `form-${x}`) && (place === 'all' || place === `xa-${y}`) ? count : 0),
            0,
          ),
        0,
      ),
    ...more,
  });
}

describe('small counts', () => {
  it('are 1 to 5, and 1 to 9 where sexual abuse is told by commune, age and sex', () => {
    const small = (count: number, more: Partial<Cell> = {}) => isSmall(cell('x', count, more), standingRules);
    expect([0, 1, 5, 6].map((count) => small(count))).toEqual([false, true, true, false]);
    const fine = { topic: 'sexual_abuse', placeLevel: 'commune', cuts: ['age', 'period', 'sex'] };
    expect([0, 1, 9, 10].map((count) => small(count, fine))).toEqual([false, true, true, false]);
    expect(small(9, { ...fine, cuts: ['sex'] })).toBe(false);
    expect(small(9, { ...fine, placeLevel: 'province' })).toBe(false);
    expect(small(9, { ...fine, topic: 'injury' })).toBe(false);
  });

  it('take one more of the row with them, the cheapest, and the total stays', () => {
    expect(withheldOf(row([2, 8, 40]))).toEqual(['a', 'b']);
    expect(withheldOf(row([12, 8, 40]))).toEqual([]);
    expect(withheldOf(row([0, 8, 40]))).toEqual([]);
  });

  it('one in a square takes three more, the corners of a rectangle', () => {
    const withheld = withheldOf(
      grid([
        [3, 20, 30],
        [20, 30, 40],
        [30, 40, 50],
      ]),
    );
    expect(withheld).toHaveLength(4);
    expect(withheld.every((key) => key.includes('form=') && key.includes('place='))).toBe(true);
  });
});

describe('what else would tell them', () => {
  it('a known zero hides nothing and is shown', () => {
    // The two come to 5: a zero anybody could have been in hides as well as another number.
    const publication = row([5, 0, 40]);
    expect(withheldOf(publication)).toEqual(['a', 'b']);
    const known = publication.cells.map((one) => (one.key === 'b' ? { ...one, knownZero: true } : one));
    expect(withheldOf({ ...publication, cells: known })).toEqual(['a', 'c']);
  });

  it('a rate of a withheld count is withheld', () => {
    const derived = ['a', 'b', 'c'].map((key) => ({ key: `rate ${key}`, from: [key] }));
    const thinned = thin(row([2, 8, 40], { derived }));
    expect(thinned.ok && thinned.value.view.withheldFigures).toEqual(['rate a', 'rate b']);
  });

  it('the difference of nested places: a remainder that no table shows', () => {
    const publication = row([3, 20, 40]);
    const cells = publication.cells.map((one) => (one.key === 'a' ? { ...one, shown: false } : one));
    expect(withheldOf({ ...publication, cells })).toEqual(['b']);
  });

  it('another table with the same cells', () => {
    const first = row([2, 8, 40]);
    const second: Publication = {
      cells: [cell('pair', 48), cell('b', 8), cell('c', 40)],
      links: [{ total: 'pair', parts: ['b', 'c'] }],
      derived: [],
    };
    const both = { cells: [...first.cells, ...second.cells], links: [...first.links, ...second.links], derived: [] };
    const withheld = withheldOf(both);
    expect(withheld).toContain('a');
    expect(withheld.includes('pair') || withheld.includes('total')).toBe(true);
  });

  it('a quarter that comes out after its months', () => {
    const months: Publication = { cells: [cell('a', 3), cell('b', 20)], links: [], derived: [] };
    const first = thin(months);
    if (!first.ok) throw new Error(first.refusal.code);
    expect(first.value.withheld).toEqual([{ key: 'a', reason: 'small' }]);
    // The month b is public, so the third month or the quarter has to give way for a.
    const quarter = row([3, 20, 30]);
    expect(withheldOf(quarter, [asEarlier(months, first.value)])).toEqual(['a', 'c']);
    expect(withheldOf(quarter)).toEqual(['a', 'b']);
  });
});

it('within a width of 3: a pair that comes to 3 is found, one that comes to 4 is not', () => {
  const sums = [{ total: 'total', parts: ['a', 'b'] }];
  const found = (total: number) => attack({ sums, known: new Map([['total', total]]) }, ['a', 'b'], 3).found;
  expect(found(3)).toEqual([
    { key: 'a', least: 0, most: 3 },
    { key: 'b', least: 0, most: 3 },
  ]);
  expect(found(4)).toEqual([]);
});

it('answers the same in whatever order it is asked', () => {
  const below = throwFrom(7);
  const shuffle = <T>(list: readonly T[]) =>
    list
      .map((one) => ({ one, at: below(1_000_000) }))
      .toSorted((left, right) => left.at - right.at)
      .map(({ one }) => one);
  for (const seed of [3, 8, 12]) {
    const publication = randomPublications(seed)[0] ?? row([]);
    const turned = {
      cells: shuffle(publication.cells),
      links: shuffle(publication.links.map((link) => ({ ...link, parts: shuffle(link.parts) }))),
      derived: shuffle(publication.derived),
    };
    expect(thin(turned)).toEqual(thin(publication));
  }
});

describe('refuses', () => {
  const with2 = (cells: readonly Cell[], parts = ['a', 'b']): Publication => ({
    cells,
    links: [{ total: 'total', parts }],
    derived: [],
  });

  it('totals that are not the sum of their parts', () => {
    expect(refusalOf(with2([cell('total', 10), cell('a', 6), cell('b', 7)]))).toBe('disclosure.total_below_parts');
    expect(refusalOf(with2([cell('total', 20), cell('a', 6), cell('b', 7)]))).toBe('disclosure.parts_missing');
    expect(refusalOf(with2([cell('total', 20), cell('a', 6)]))).toBe('disclosure.cell_unknown');
  });

  it('what is no count, a known zero that counts, two counts of one cell', () => {
    expect(refusalOf(row([-1, 8]))).toBe('disclosure.not_a_count');
    expect(refusalOf(row([1.5, 8]))).toBe('disclosure.not_a_count');
    expect(refusalOf({ cells: [cell('a', 7, { knownZero: true })], links: [], derived: [] })).toBe(
      'disclosure.known_zero_counts',
    );
    expect(refusalOf({ cells: [cell('a', 7), cell('a', 8)], links: [], derived: [] })).toBe('disclosure.two_counts');
  });

  it('a number that contradicts what was published, and what earlier numbers give away already', () => {
    const one = (key: string, count: number): Publication => ({ cells: [cell(key, count)], links: [], derived: [] });
    expect(refusalOf(one('a', 20), [{ ...one('a', 19), withheld: [] }])).toBe('disclosure.contradicts_earlier');
    const before = [
      { ...one('total', 60), withheld: [] },
      { ...one('b', 57), withheld: [] },
    ];
    expect(refusalOf(row([3, 57]), before)).toBe('disclosure.cannot_protect');
  });

  it('more than can be looked through', () => {
    const cells = Array.from({ length: mostCells + 1 }, (_, at) => cell(`c${at}`, 50));
    expect(refusalOf({ cells, links: [], derived: [] })).toBe('disclosure.too_large');
  });
});
