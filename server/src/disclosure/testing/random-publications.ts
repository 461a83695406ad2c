import { crossTable, type Dimension, type Member } from '@mangnon/domain/disclosure/cross-table.ts';
import { joinTables, type Publication } from '@mangnon/domain/disclosure/publication.ts';

/** Numbers that look thrown and are always the same for a seed. */
export function throwFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const flat = (name: string, ids: readonly string[]): Dimension => ({
  name,
  whole: 'all',
  members: [{ id: 'all', within: null }, ...ids.map((id) => ({ id, within: 'all' }))],
});

interface Record {
  readonly at: Readonly<{ [dimension: string]: readonly string[] }>;
}

/**
 * A few years of one invented indicator: publications that follow one another, each of one to three tables over sex, age, form,
 * places within a province and months within quarters. Small counts and zeros are frequent.
 */
export function randomPublications(seed: number): Publication[] {
  const below = throwFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const communes = ['xa-1', 'xa-2', 'xa-3', 'xa-4'].slice(0, 2 + below(3));
  const remains = below(3) === 0;
  const villages = below(3) === 0 ? ['thon-1', 'thon-2'] : [];
  const place: Dimension = {
    name: 'place',
    whole: 'all',
    members: [
      { id: 'all', within: null, placeLevel: 'province' },
      ...communes.map((id, at): Member => ({
        id,
        within: 'all',
        placeLevel: 'commune',
        // The difference of the province and the communes shown is a number too.
        hidden: remains && at === communes.length - 1,
      })),
      ...villages.map((id): Member => ({ id, within: 'xa-1', placeLevel: 'village' })),
    ],
  };
  const cuts = [
    flat('sex', ['girl', 'boy']),
    flat('age', ['0-5', '6-12', '13-15'].slice(0, 2 + below(2))),
    flat('form', ['one', 'two', 'three'].slice(0, 2 + below(2))),
    place,
  ];
  const publications = 1 + below(3);
  const months = Array.from({ length: publications }, (_, at) => `m${at + 1}`);
  const records = throwRecords(below, pick, cuts, months, villages);
  const topic = below(2) === 0 ? 'sexual_abuse' : 'injury';
  const crossings = Array.from({ length: 1 + below(3) }, () => {
    const first = below(cuts.length);
    const wanted = new Set([first, (first + 1 + below(cuts.length - 1)) % cuts.length]);
    if (below(4) === 0) wanted.add(below(cuts.length));
    return cuts.filter((_, at) => wanted.has(at));
  });
  return months.map((_, last) => {
    const period = periodOf(months, last);
    const tables = crossings.map((dimensions) =>
      crossTable({
        counted: 'children',
        topic,
        dimensions: [period, ...dimensions],
        countOf: (at) =>
          records.filter((record) => Object.entries(at).every(([name, id]) => record.at[name]?.includes(id))).length,
      }),
    );
    const joined = joinTables(tables);
    const rates = joined.cells.filter(() => below(6) === 0);
    return { ...joined, derived: rates.map(({ key }) => ({ key: `rate of ${key}`, from: [key] })) };
  });
}

/** The months so far; with the last of them the quarter is whole and its total comes along. */
function periodOf(months: readonly string[], last: number): Dimension {
  const isWhole = last === months.length - 1 && months.length > 1;
  const within = isWhole ? 'quarter' : null;
  const shown = months.slice(0, last + 1).map((id): Member => ({ id, within }));
  return {
    name: 'period',
    whole: null,
    members: isWhole ? [{ id: 'quarter', within: null }, ...shown] : shown,
  };
}

function throwRecords(
  below: (limit: number) => number,
  pick: <T>(list: readonly T[]) => T,
  cuts: readonly Dimension[],
  months: readonly string[],
  villages: readonly string[],
): Record[] {
  const records: Record[] = [];
  const many = [10, 30, 80, 200][below(4)] ?? 30;
  for (let child = 0; child < many * months.length; child++) {
    const month = pick(months);
    const at: { [dimension: string]: readonly string[] } = { period: [month, 'quarter'] };
    for (const { name, members } of cuts) {
      const parts = members.filter((member) => member.within === 'all');
      // The first ones are met more often, so that others stay small.
      const part = parts[Math.min(below(parts.length), below(parts.length + 1))]?.id ?? 'all';
      at[name] = part === 'xa-1' && villages.length > 0 ? ['all', part, pick(villages)] : ['all', part];
    }
    records.push({ at });
  }
  return records;
}
