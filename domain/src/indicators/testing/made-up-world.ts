import type { Place, Succession } from '../../places/place.ts';
import { into, lastDay, reformDay, unit } from '../../places/testing/made-up-places.ts';
import type { UnitTree } from '../add-over-places.ts';
import type { Duty, Entry, Span } from '../figure.ts';
import type { Value } from '../value.ts';

/** Numbers that look random and come again from the same seed. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const day = (year: number, month: number, at: number) => new Date(Date.UTC(year, month, at)).toISOString().slice(0, 10);

/** The twelve months of a year: from the 15th to the 14th as administrative reports have them, or by the calendar. */
export function monthsOf(year: number, calendar: 'administrative' | 'statistical'): Span[] {
  return Array.from({ length: 12 }, (_, month) =>
    calendar === 'administrative'
      ? { from: day(year, month - 1, 15), to: day(year, month, 14) }
      : { from: day(year, month, 1), to: day(year, month + 1, 0) },
  );
}

/** What becomes of the old communes: all whole; some split by known shares; some split by shares nobody knows. */
export type Merging = 'whole' | 'weighted' | 'open';

export interface World {
  readonly places: Place[];
  readonly successions: Succession[];
  readonly oldCommunes: string[];
  readonly newCommunes: string[];
  /** Three levels until June 2025, two after. */
  readonly before: UnitTree;
  readonly after: UnitTree;
}

/** A country of one to three provinces whose districts end, and whose communes merge, on 1 July 2025. */
export function makeWorld(seed: number, merging: Merging): World {
  const next = randomOf(seed);
  const old = { validTo: lastDay };
  const now = { validFrom: reformDay };
  const places: Place[] = [];
  const successions: Succession[] = [];
  const oldCommunes: string[] = [];
  const newCommunes: string[] = [];
  const before: UnitTree[] = [];
  const after: UnitTree[] = [];
  const add = (one: Place) => {
    places.push(one);
    return one.id;
  };
  for (let p = 0; p <= next(3); p += 1) {
    const code = `8${p}`;
    const oldProvince = add(unit(code, `Tỉnh ${p}`, 'province', null, old));
    const newProvince = add(unit(code, `Tỉnh ${p}`, 'province', null, now));
    successions.push(into(oldProvince, newProvince, 'whole'));
    const districts = Array.from({ length: 1 + next(2) }, (_, d) => {
      const district = add(unit(`${code}${d}`, `Huyện ${p}${d}`, 'district', oldProvince, old));
      const below = Array.from({ length: 1 + next(4) }, (_c, c) =>
        add(unit(`${code}${d}0${c}`, `Xã ${p}${d}${c}`, 'commune', district, old)),
      );
      return { unit: district, below: below.map((commune) => ({ unit: commune, below: [] })) };
    });
    const communes = districts.flatMap(({ below }) => below.map((one) => one.unit));
    const targets = Array.from({ length: 1 + next(communes.length) }, (_, n) =>
      add(unit(`${code}90${n}`, `Xã mới ${p}${n}`, 'commune', newProvince, now)),
    );
    for (const commune of communes) {
      const first = next(targets.length);
      const second = (first + 1) % targets.length;
      const [to = '', other = ''] = [targets[first], targets[second]];
      if (merging === 'whole' || first === second || next(2) === 0) successions.push(into(commune, to, 'whole'));
      else {
        const share = merging === 'open' ? null : (1 + next(9)) / 10;
        successions.push(into(commune, to, 'part', share));
        successions.push(into(commune, other, 'part', share === null ? null : 1 - share));
      }
    }
    oldCommunes.push(...communes);
    newCommunes.push(...targets);
    before.push({ unit: oldProvince, below: districts });
    after.push({ unit: newProvince, below: targets.map((commune) => ({ unit: commune, below: [] })) });
  }
  const country = (below: UnitTree[]) => ({ unit: 'country', below });
  return { places, successions, oldCommunes, newCommunes, before: country(before), after: country(after) };
}

function makeValue(next: (below: number) => number): Value {
  const kind = next(10);
  if (kind === 0) return { state: 'zero', reason: 'none_found', words: null };
  if (kind === 1) return { state: 'no_report' };
  if (kind === 2) return { state: 'not_applicable', reason: 'not_our_duty', words: null };
  return { state: 'number', amount: 1 + next(400) };
}

/** What was entered for the duties: most told and accepted, some told and not, some left open, some never begun. */
export function makeEntries(seed: number, duties: readonly Duty[]): Entry[] {
  const next = randomOf(seed);
  return duties.flatMap((duty): Entry[] => {
    if (next(12) === 0) return [];
    return [{ ...duty, value: makeValue(next), accepted: next(6) > 0, enteredOn: day(2025, next(12), 1 + next(28)) }];
  });
}
