import { isSmall, type DisclosureRules } from '@mangnon/domain/disclosure/disclosure-rules.ts';
import type { SolveMove } from '@mangnon/domain/disclosure/find-move.ts';
import type { EarlierPublication, Publication } from '@mangnon/domain/disclosure/publication.ts';
import { asEarlier, thinPublication } from '@mangnon/domain/disclosure/thin-publication.ts';
import { rangeByProgramming } from './attack-by-programming.ts';
import { attack, type Attack } from './attacker.ts';

/** What was withheld, and what the attacker made of it, after each of the publications. */
export interface Told extends Attack {
  readonly cells: number;
  readonly small: number;
  readonly withheld: number;
  /** Cells the search gave up on, asked by integer programming. */
  readonly programmed: number;
}

/** How wide an interval counts as found: the measure, not the gate's own. */
const foundWithin = 3;

/** Publishes one after the other as the gate says, and lets the attacker read all of it after each. */
export function publishAndAttack(
  publications: readonly Publication[],
  rules: DisclosureRules,
  solve: SolveMove,
  { forgets = false } = {},
): Told {
  const earlier: EarlierPublication[] = [];
  const known = new Map<string, number>();
  const guarded = new Set<string>();
  const told = { cells: 0, small: 0, withheld: 0, programmed: 0 };
  const found: Attack['found'][number][] = [];
  const undecided: string[] = [];
  for (const publication of publications) {
    const thinned = thinPublication(publication, forgets ? [] : earlier, rules, solve);
    if (!thinned.ok) throw new Error(JSON.stringify(thinned.refusal));
    for (const { key, count } of thinned.value.view.cells) {
      if (count === null) guarded.add(key);
      else known.set(key, count);
    }
    // A rate whose denominator stands in a yearbook says its count.
    for (const { key, from } of publication.derived) {
      const of = publication.cells.find((cell) => cell.key === from[0]);
      if (of !== undefined && !thinned.value.view.withheldFigures.includes(key)) known.set(of.key, of.count);
    }
    for (const cell of publication.cells) if (!cell.shown && isSmall(cell, rules)) guarded.add(cell.key);
    earlier.push(asEarlier(publication, thinned.value));
    told.cells += thinned.value.view.cells.length;
    told.withheld += thinned.value.withheld.length;
    told.small += thinned.value.withheld.filter((cell) => cell.reason === 'small').length;
    const knowledge = { sums: earlier.flatMap((one) => one.links), known };
    const result = attack(knowledge, [...guarded], foundWithin);
    found.push(...result.found, ...[...guarded].flatMap((key) => shownAnyway(key, known)));
    for (const key of result.undecided) {
      const range = rangeByProgramming(knowledge, key);
      told.programmed++;
      if (range === null) undecided.push(key);
      else if (range.most - range.least <= foundWithin) found.push({ key, ...range });
    }
  }
  return { ...told, found, undecided };
}

function shownAnyway(key: string, known: ReadonlyMap<string, number>) {
  const count = known.get(key);
  return count === undefined ? [] : [{ key, least: count, most: count }];
}

/** The second step switched off: only what is small itself is withheld, and what is computed from it. */
export function attackWithoutSecondStep(publications: readonly Publication[], rules: DisclosureRules): Attack {
  const found: Attack['found'][number][] = [];
  for (const publication of publications) {
    const hidden = new Set(
      publication.cells.filter((cell) => !cell.shown || isSmall(cell, rules)).map((cell) => cell.key),
    );
    const known = new Map(
      publication.cells.filter(({ key }) => !hidden.has(key)).map(({ key, count }) => [key, count]),
    );
    const small = publication.cells.filter((cell) => isSmall(cell, rules)).map((cell) => cell.key);
    found.push(...attack({ sums: publication.links, known }, [...new Set(small)], foundWithin).found);
  }
  return { found, undecided: [] };
}
