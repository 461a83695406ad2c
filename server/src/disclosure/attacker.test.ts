import { beforeAll, expect, it } from 'vitest';
import { standingRules, type DisclosureRules } from '@mangnon/domain/disclosure/disclosure-rules.ts';
import type { SolveMove } from '@mangnon/domain/disclosure/find-move.ts';
import { loadSolver } from './solve-with-highs.ts';
import { attackWithoutSecondStep, publishAndAttack } from './testing/publish-and-attack.ts';
import { randomPublications } from './testing/random-publications.ts';

/** The soak takes ten thousand publications. */
const rounds = Number(process.env['MANGNON_PUBLICATIONS'] ?? 150);
/** Where a run that once found something begins again. */
const firstSeed = Number(process.env['MANGNON_SEED'] ?? 1);

let solve: SolveMove;
beforeAll(async () => {
  solve = await loadSolver();
});

it('leaves an attacker no withheld cell within a width of 3, over random publications and those before them', () => {
  const sums = { publications: 0, cells: 0, small: 0, withheld: 0, programmed: 0 };
  for (let seed = firstSeed; sums.publications < rounds; seed++) {
    const publications = randomPublications(seed);
    const told = publishAndAttack(publications, standingRules, solve);
    expect({ seed, found: told.found, undecided: told.undecided }).toEqual({ seed, found: [], undecided: [] });
    sums.publications += publications.length;
    sums.cells += told.cells;
    sums.small += told.small;
    sums.withheld += told.withheld;
    sums.programmed += told.programmed;
  }
  if (rounds > 150) console.log(JSON.stringify(sums));
  expect(sums.small).toBeGreaterThan(sums.publications);
}, 7_200_000);

it('the attacker finds cells when only small ones are withheld', () => {
  const found = [1, 2, 3, 4, 5, 6].map(
    (seed) => attackWithoutSecondStep(randomPublications(seed), standingRules).found,
  );
  expect(found.filter((cells) => cells.length > 0).length).toBeGreaterThan(3);
});

it('and finds some with each rule weakened: a narrower interval, earlier publications forgotten', () => {
  const narrow: DisclosureRules = { ...standingRules, interval: { ...standingRules.interval, leastWidth: 3 } };
  const seeds = Array.from({ length: 20 }, (_, at) => at + 1);
  const count = (rules: DisclosureRules, more: { forgets?: boolean }) =>
    seeds.reduce((sum, seed) => sum + publishAndAttack(randomPublications(seed), rules, solve, more).found.length, 0);
  expect(count(narrow, {})).toBeGreaterThan(0);
  expect(count(standingRules, { forgets: true })).toBeGreaterThan(0);
});
