/**
 * Somebody who has every published table and nothing else, and solves for the rest. Shares no code with the gate: it narrows
 * intervals link by link and then looks for whole numbers by search, so what it says of a cell is exact.
 */

/** All that is public: how tables add up, and the numbers that were not withheld. */
export interface PublicKnowledge {
  readonly sums: readonly { readonly total: string; readonly parts: readonly string[] }[];
  readonly known: ReadonlyMap<string, number>;
}

export interface Attack {
  /** Cells that lie between two whole numbers at most `width` apart. */
  readonly found: readonly { readonly key: string; readonly least: number; readonly most: number }[];
  /** Cells the search gave up on. */
  readonly undecided: readonly string[];
}

/** An equation over unknowns: the signs times the unknowns come to `sum`. */
interface Equation {
  readonly unknowns: readonly number[];
  readonly signs: readonly number[];
  readonly sum: number;
}

interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

const steps = 5_000;

/** Looks for each of these cells in turn. What is found for one (a possible table) is kept for the others. */
export function attack(knowledge: PublicKnowledge, cells: readonly string[], width: number): Attack {
  const keys = [...new Set(knowledge.sums.flatMap((sum) => [sum.total, ...sum.parts]))].filter(
    (key) => !knowledge.known.has(key),
  );
  const places = new Map(keys.map((key, at) => [key, at]));
  const equations = knowledge.sums.map((sum) => equationOf(sum, knowledge.known, places));
  const byUnknown = keys.map((_, at) =>
    equations.flatMap((one, number) => (one.unknowns.includes(at) ? [number] : [])),
  );
  const world = { equations, byUnknown };
  const start = narrow(world, {
    low: new Float64Array(keys.length),
    high: new Float64Array(keys.length).fill(Infinity),
  });
  if (start === null) throw new Error('what is published contradicts itself');
  const found: { key: string; least: number; most: number }[] = [];
  const undecided: string[] = [];
  const tables: Float64Array[] = [];
  for (const key of cells) {
    const at = places.get(key);
    // In no table's sum: nothing is known of it but that it is not below zero.
    if (at === undefined) continue;
    const range = rangeOf(world, start, at, width, tables);
    if (range === null) undecided.push(key);
    else if (range.most - range.least <= width) found.push({ key, ...range });
  }
  return { found, undecided };
}

interface World {
  readonly equations: readonly Equation[];
  readonly byUnknown: readonly (readonly number[])[];
}

function equationOf(
  sum: { readonly total: string; readonly parts: readonly string[] },
  known: ReadonlyMap<string, number>,
  places: ReadonlyMap<string, number>,
): Equation {
  const unknowns: number[] = [];
  const signs: number[] = [];
  let rest = 0;
  const terms: [string, number][] = [[sum.total, -1], ...sum.parts.map((part): [string, number] => [part, 1])];
  for (const [key, sign] of terms) {
    const at = places.get(key);
    if (at === undefined) rest -= sign * (known.get(key) ?? Number.NaN);
    else {
      unknowns.push(at);
      signs.push(sign);
    }
  }
  return { unknowns, signs, sum: rest };
}

/** Draws each unknown as near as the equations say, until nothing moves; `null` where nothing is possible. */
function narrow(world: World, bounds: Bounds, from?: readonly number[]): Bounds | null {
  const { low, high } = bounds;
  const queue = new Set<number>(from ?? world.equations.keys());
  for (const number of queue) {
    queue.delete(number);
    const equation = world.equations[number];
    if (equation === undefined) continue;
    const { unknowns, signs, sum } = equation;
    let least = 0;
    let most = 0;
    let endless = 0;
    for (let place = 0; place < unknowns.length; place++) {
      const at = unknowns[place] ?? 0;
      const plus = (signs[place] ?? 1) > 0;
      least += plus ? (low[at] ?? 0) : -(high[at] ?? 0);
      most += plus ? (high[at] ?? 0) : -(low[at] ?? 0);
      if (high[at] === Infinity) endless++;
    }
    if (least > sum || most < sum) return null;
    for (let place = 0; place < unknowns.length; place++) {
      const at = unknowns[place] ?? 0;
      const plus = (signs[place] ?? 1) > 0;
      const [ownLow, ownHigh] = [low[at] ?? 0, high[at] ?? 0];
      // The others without this one; with an endless one among them they bound nothing.
      const othersLeast =
        endless > 0 ? othersOf(equation, place, low, high, false) : least - (plus ? ownLow : -ownHigh);
      const othersMost = endless > 0 ? othersOf(equation, place, low, high, true) : most - (plus ? ownHigh : -ownLow);
      const newHigh = Math.min(ownHigh, plus ? sum - othersLeast : othersMost - sum);
      const newLow = Math.max(ownLow, plus ? sum - othersMost : othersLeast - sum);
      if (newLow > newHigh) return null;
      if (newLow > ownLow || newHigh < ownHigh) {
        low[at] = newLow;
        high[at] = newHigh;
        for (const touched of world.byUnknown[at] ?? []) queue.add(touched);
        least += plus ? newLow - ownLow : ownHigh - newHigh;
        most += plus ? newHigh - ownHigh : ownLow - newLow;
        // An endless bound became one with an end: reckon anew in the next round.
        if (ownHigh === Infinity && newHigh !== Infinity) break;
      }
    }
  }
  return bounds;
}

function othersOf(equation: Equation, place: number, low: Float64Array, high: Float64Array, most: boolean): number {
  return equation.unknowns.reduce((sum, at, other) => {
    if (other === place) return sum;
    const plus = (equation.signs[other] ?? 1) > 0;
    return sum + (plus ? ((most ? high : low)[at] ?? 0) : -((most ? low : high)[at] ?? 0));
  }, 0);
}

/** The least and the greatest whole number a cell can be; as soon as they lie further apart than `width`, that is enough. */
function rangeOf(world: World, start: Bounds, at: number, width: number, tables: Float64Array[]) {
  let seenLow = Infinity;
  let seenHigh = -Infinity;
  const see = (table: Float64Array) => {
    seenLow = Math.min(seenLow, table[at] ?? 0);
    seenHigh = Math.max(seenHigh, table[at] ?? 0);
  };
  tables.forEach(see);
  const outerLow = start.low[at] ?? 0;
  const outerHigh = start.high[at] ?? 0;
  if (outerHigh - outerLow <= width) return { least: outerLow, most: outerHigh };
  if (seenHigh - seenLow > width) return { least: seenLow, most: seenHigh };
  if (seenHigh < seenLow) {
    const any = search(world, start, { left: steps });
    if (any === null) return null;
    tables.push(any);
    see(any);
  }
  // From the outside inwards: the first that is possible is the end. Where the search gives up the next one inwards is tried,
  // as two tables far enough apart are an answer too.
  let unsure = false;
  for (let value = outerLow; value < seenLow; value++) {
    const table = searchWith(world, start, at, value);
    if (table === 'gave up') unsure = true;
    if (table === 'gave up' || table === null) continue;
    tables.push(table);
    see(table);
  }
  if (seenHigh - seenLow > width) return { least: seenLow, most: seenHigh };
  const far = seenLow + width + 1;
  for (let value = Math.min(outerHigh, far); value > seenHigh; value--) {
    // From `far` on one possible value is enough; the ways up may have gaps, so the whole rest is tried as one.
    const table = value === far ? searchFrom(world, start, at, value) : searchWith(world, start, at, value);
    if (table === 'gave up') unsure = true;
    if (table === 'gave up' || table === null) continue;
    tables.push(table);
    see(table);
  }
  return unsure && seenHigh - seenLow <= width ? null : { least: seenLow, most: seenHigh };
}

function searchWith(world: World, start: Bounds, at: number, value: number) {
  const bounds = { low: start.low.slice(), high: start.high.slice() };
  bounds.low[at] = value;
  bounds.high[at] = value;
  return searchIn(world, bounds, at);
}

function searchFrom(world: World, start: Bounds, at: number, least: number) {
  const bounds = { low: start.low.slice(), high: start.high.slice() };
  bounds.low[at] = least;
  return searchIn(world, bounds, at);
}

function searchIn(world: World, bounds: Bounds, at: number): Float64Array | 'gave up' | null {
  const budget = { left: steps };
  const narrowed = narrow(world, bounds, world.byUnknown[at]);
  const table = narrowed === null ? null : search(world, narrowed, budget);
  return table === null && budget.left <= 0 ? 'gave up' : table;
}

/** A table of whole numbers that keeps every equation: the tightest unknown is set, the rest narrowed, and so on. */
function search(world: World, bounds: Bounds, budget: { left: number }): Float64Array | null {
  let tightest = -1;
  let room = Infinity;
  for (let at = 0; at < bounds.low.length; at++) {
    const own = Math.min((bounds.high[at] ?? 0) - (bounds.low[at] ?? 0), 1e9);
    if (own > 0 && own < room) {
      room = own;
      tightest = at;
    }
  }
  if (tightest < 0) return bounds.low;
  const low = bounds.low[tightest] ?? 0;
  const most = Math.min(bounds.high[tightest] ?? 0, low + 10_000);
  for (let value = low; value <= most; value++) {
    if (budget.left-- <= 0) return null;
    const next = { low: bounds.low.slice(), high: bounds.high.slice() };
    next.low[tightest] = value;
    next.high[tightest] = value;
    const narrowed = narrow(world, next, world.byUnknown[tightest]);
    const table = narrowed === null ? null : search(world, narrowed, budget);
    if (table !== null) return table;
  }
  return null;
}
