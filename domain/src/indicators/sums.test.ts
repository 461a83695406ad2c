import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makePlaceBook } from '../places/place-book.ts';
import { lastDay } from '../places/testing/made-up-places.ts';
import { addOverPeriods } from './add-over-periods.ts';
import { addOverPlaces, type UnitTree } from './add-over-places.ts';
import type { Duty, Entry, Figure, Span } from './figure.ts';
import { matchEntries } from './match-entries.ts';
import { computeRateOverPeriods } from './rate.ts';
import { makeEntries, makeWorld, monthsOf, type Merging } from './testing/made-up-world.ts';
import { figureOnTodaysMap } from './todays-map.ts';

/** The soak takes ten thousand worlds. */
const numRuns = Number(process.env['MANGNON_WORLDS'] ?? 40);
const seeds = fc.nat({ max: 2 ** 31 });
const calendars = fc.constantFrom('administrative' as const, 'statistical' as const);

const dutiesOf = (units: readonly string[], periods: readonly Span[]): Duty[] =>
  units.flatMap((unit) => periods.map(({ from, to }) => ({ unit, from, to })));

function match(duties: readonly Duty[], entries: readonly Entry[]) {
  const matched = matchEntries(duties, entries);
  if (!matched.ok) throw new Error(matched.refusal.code);
  const byKey = new Map(matched.value.figures.map(({ duty, figure }) => [`${duty.unit} ${duty.from}`, figure]));
  return (unit: string, { from }: Span) => byKey.get(`${unit} ${from}`);
}

function added(periods: Parameters<typeof addOverPeriods>[0], target: Span, rule: 'sum' | 'last' | 'none'): Figure {
  const result = addOverPeriods(periods, target, rule);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

/** Counted by hand from what was entered, without any of the code under test. */
const inSum = (entry: Entry) => entry.accepted && (entry.value.state === 'number' || entry.value.state === 'zero');
const amountIn = ({ value }: Entry) => (value.state === 'number' ? value.amount : 0);
function handSum(entries: readonly Entry[]): number | null {
  const counted = entries.filter(inSum);
  return counted.length === 0 ? null : counted.reduce((sum, entry) => sum + amountIn(entry), 0);
}

function eachFigure(figure: Figure, look: (one: Figure) => void): void {
  look(figure);
  for (const row of figure.rows) eachFigure(row.figure, look);
}

const stretch = (periods: readonly Span[]): Span => ({ from: periods[0]?.from ?? '', to: periods.at(-1)?.to ?? '' });
const parts = <Item>(all: readonly Item[], size: number): Item[][] =>
  Array.from({ length: all.length / size }, (_, at) => all.slice(at * size, (at + 1) * size));

describe('over places, in worlds as they come', () => {
  test('each figure is the sum of its rows, down to the reports, and tells how complete it is', () => {
    fc.assert(
      fc.property(seeds, calendars, (seed, calendar) => {
        const { before, oldCommunes } = makeWorld(seed, 'whole');
        const [month] = monthsOf(2025, calendar);
        if (month === undefined) throw new Error('a year has months');
        // Provinces report for their own agencies too.
        const units = [...oldCommunes, ...before.below.map(({ unit }) => unit)];
        const duties = dutiesOf(units, [month]);
        const entries = makeEntries(seed, duties);
        const figureOf = match(duties, entries);
        const total = addOverPlaces(before, (unit) => figureOf(unit, month), 'sum');
        expect(total.amount).toBe(handSum(entries));
        eachFigure(total, ({ amount, rows, completeness: { due, accepted, missing } }) => {
          expect(missing).toHaveLength(due - accepted);
          if (rows.length === 0) return;
          const known = rows.flatMap(({ figure }) => (figure.amount === null ? [] : [figure.amount]));
          expect(amount).toBe(known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0));
          expect(due).toBe(rows.reduce((sum, { figure }) => sum + figure.completeness.due, 0));
        });
        const told = entries.filter(({ value }) => value.state !== 'no_report');
        expect(total.completeness).toMatchObject({
          due: units.length,
          sent: told.length,
          accepted: told.filter(({ accepted }) => accepted).length,
          lastEntry:
            told
              .map(({ enteredOn }) => enteredOn)
              .toSorted()
              .at(-1) ?? null,
        });
      }),
      { numRuns },
    );
  });
});

describe('before the merger and after', () => {
  function mapWorld(seed: number, merging: Merging) {
    const { places, successions, oldCommunes, newCommunes } = makeWorld(seed, merging);
    const months = monthsOf(2025, 'administrative').slice(0, 6);
    const duties = dutiesOf(oldCommunes, months);
    const entries = makeEntries(seed, duties);
    const figureOf = match(duties, entries);
    const halfOf = (unit: string) =>
      added(
        months.flatMap((month) => {
          const figure = figureOf(unit, month);
          return figure === undefined ? [] : [{ ...month, figure }];
        }),
        stretch(months),
        'sum',
      );
    const book = makePlaceBook(places, successions);
    const mapped = newCommunes.map((id) => figureOnTodaysMap(book, id, lastDay, halfOf, 'sum'));
    return { entries, successions, newCommunes, mapped };
  }

  test('whole units: the sum before is the sum after, unit by unit and all together', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { entries, successions, newCommunes, mapped } = mapWorld(seed, 'whole');
        for (const [at, id] of newCommunes.entries()) {
          const sources = successions.filter(({ toId }) => toId === id).map(({ fromId }) => fromId);
          const { comparability, figure } = mapped[at] ?? {};
          expect(comparability).toBe(['unknown', 'same'][sources.length] ?? 'sum');
          expect(figure?.amount).toBe(handSum(entries.filter(({ unit }) => sources.includes(unit))));
          expect(figure?.estimate).toBe(false);
        }
        const after = mapped.reduce((sum, { figure }) => sum + (figure.amount ?? 0), 0);
        expect(after).toBe(handSum(entries) ?? 0);
        const due = mapped.reduce((sum, { figure }) => sum + figure.completeness.due, 0);
        expect(due).toBe(
          6 * new Set(successions.filter(({ toId }) => newCommunes.includes(toId)).map(({ fromId }) => fromId)).size,
        );
      }),
      { numRuns },
    );
  });

  test('known shares: nothing is lost or doubled, and what is estimated says so', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { entries, successions, newCommunes, mapped } = mapWorld(seed, 'weighted');
        for (const [at, id] of newCommunes.entries()) {
          const steps = successions.filter(({ toId }) => toId === id);
          const isSplit = steps.some(({ kind }) => kind === 'part');
          if (isSplit) expect(mapped[at]?.comparability).toBe('estimate');
          else expect(mapped[at]?.comparability).not.toBe('estimate');
        }
        const after = mapped.reduce((sum, { figure }) => sum + (figure.amount ?? 0), 0);
        expect(after).toBeCloseTo(handSum(entries) ?? 0, 6);
      }),
      { numRuns },
    );
  });

  test('unknown shares: no figure where one is in it, the true one where none is', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { entries, successions, newCommunes, mapped } = mapWorld(seed, 'open');
        for (const [at, id] of newCommunes.entries()) {
          const steps = successions.filter(({ toId }) => toId === id);
          const { comparability, figure, sources } = mapped[at] ?? {};
          if (steps.some(({ kind }) => kind === 'part')) {
            expect([comparability, figure?.amount]).toEqual(['not_comparable', null]);
            expect(sources).toHaveLength(steps.length);
          } else {
            const units = steps.map(({ fromId }) => fromId);
            expect(figure?.amount).toBe(handSum(entries.filter(({ unit }) => units.includes(unit))));
          }
        }
      }),
      { numRuns },
    );
  });
});

describe('over periods', () => {
  const leavesOf = (tree: UnitTree): string[] => (tree.below.length === 0 ? [tree.unit] : tree.below.flatMap(leavesOf));

  test('months make up quarters, halves and the year on both calendars; places and periods in either order', () => {
    fc.assert(
      fc.property(seeds, calendars, fc.constantFrom('sum' as const, 'last' as const), (seed, calendar, rule) => {
        const { after } = makeWorld(seed, 'whole');
        const months = monthsOf(2026, calendar);
        const duties = dutiesOf(leavesOf(after), months);
        const entries = makeEntries(seed, duties);
        const figureOf = match(duties, entries);
        const monthly = months.map((month) => ({
          ...month,
          figure: addOverPlaces(after, (unit) => figureOf(unit, month), 'sum'),
        }));
        const fold = (spans: typeof monthly, size: number) =>
          parts(spans, size).map((some) => ({ ...stretch(some), figure: added(some, stretch(some), rule) }));
        const year = added(monthly, stretch(months), rule);
        const quarters = fold(monthly, 3);
        const halves = fold(quarters, 2);
        expect(added(quarters, stretch(months), rule).amount).toBe(year.amount);
        expect(added(halves, stretch(months), rule).amount).toBe(year.amount);

        const counted = rule === 'sum' ? entries : entries.filter(({ to }) => to === months.at(-1)?.to);
        expect(year.amount).toBe(handSum(counted));

        const ofUnit = (unit: string) =>
          added(
            months.flatMap((month) => {
              const figure = figureOf(unit, month);
              return figure === undefined ? [] : [{ ...month, figure }];
            }),
            stretch(months),
            rule,
          );
        expect(
          addOverPlaces(after, (unit) => (leavesOf(after).includes(unit) ? ofUnit(unit) : undefined), 'sum').amount,
        ).toBe(year.amount);
      }),
      { numRuns },
    );
  });
});

describe('rates', () => {
  test('are sum over sum of what told both sides, however the units are grouped', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom('sum' as const, 'last' as const), (seed, below) => {
        const { newCommunes: units } = makeWorld(seed, 'whole');
        const months = monthsOf(2026, 'administrative').slice(0, 3);
        const duties = dutiesOf(units, months);
        const [up, down] = [makeEntries(seed, duties), makeEntries(seed + 1, duties)];
        const [numerator, denominator] = [match(duties, up), match(duties, down)];
        const told = (figureOf: typeof numerator, unit: string) =>
          months.flatMap((month) => {
            const figure = figureOf(unit, month);
            return figure === undefined ? [] : [{ ...month, figure }];
          });
        const pairs = units.map((of) => ({ of, numerator: told(numerator, of), denominator: told(denominator, of) }));
        const rate = computeRateOverPeriods(pairs, stretch(months), { numerator: 'sum', denominator: below }, 100);
        if (!rate.ok) throw new Error(rate.refusal.code);

        let [over, under] = [0, 0];
        for (const unit of units) {
          const mine = (entries: Entry[]) => entries.filter((entry) => entry.unit === unit && inSum(entry));
          if (below === 'sum') {
            for (const month of months) {
              const [one] = mine(up).filter(({ from }) => from === month.from);
              const [other] = mine(down).filter(({ from }) => from === month.from);
              if (one === undefined || other === undefined) continue;
              over += amountIn(one);
              under += amountIn(other);
            }
          } else {
            const [base] = mine(down).filter(({ to }) => to === months.at(-1)?.to);
            const sum = handSum(mine(up));
            if (base === undefined || sum === null) continue;
            over += sum;
            under += amountIn(base);
          }
        }
        expect([rate.value.numerator, rate.value.denominator]).toEqual([over, under]);
        expect(rate.value.amount).toBe(under === 0 ? null : (over / under) * 100);
        const counted = rate.value.rows.filter(({ counts }) => counts);
        expect(counted.reduce((sum, row) => sum + (row.numerator.amount ?? 0), 0)).toBe(over);
      }),
      { numRuns },
    );
  });
});
