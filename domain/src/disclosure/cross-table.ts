import type { Cell, Link, Publication } from './publication.ts';

export interface Member {
  readonly id: string;
  /** The member this one is a part of; its parts add up to it. */
  readonly within: string | null;
  /** Not shown, but there: what remains of a whole whose other parts are shown. */
  readonly hidden?: boolean;
  /** The level of a place. */
  readonly placeLevel?: string;
}

export interface Dimension {
  readonly name: string;
  /** The member that means «not cut by this»; it is left out of keys, so that tables with other cuts share the cell. */
  readonly whole: string | null;
  readonly members: readonly Member[];
}

export interface CrossTable {
  /** What is counted; tables of the same count share cells. */
  readonly counted: string;
  readonly topic: string | null;
  readonly dimensions: readonly Dimension[];
  readonly countOf: (at: Readonly<Record<string, string>>) => number;
  /** Cells where everybody knows that nothing can be counted. */
  readonly isKnownZero?: (at: Readonly<Record<string, string>>) => boolean;
}

type Coordinates = readonly Member[];

/** Every crossing of the dimensions with every total over each of them. */
export function crossTable(table: CrossTable): Publication {
  const crossings = table.dimensions.reduce<Coordinates[]>(
    (sofar, dimension) => sofar.flatMap((at) => dimension.members.map((member) => [...at, member])),
    [[]],
  );
  const partsOf = table.dimensions.map((dimension) =>
    Map.groupBy(
      dimension.members.filter((member) => member.within !== null),
      (member) => member.within,
    ),
  );
  return {
    cells: crossings.map((at) => cellAt(table, at)),
    links: crossings.flatMap((at) =>
      at.flatMap((member, axis): Link[] => {
        const parts = partsOf[axis]?.get(member.id);
        return parts === undefined
          ? []
          : [{ total: keyOf(table, at), parts: parts.map((part) => keyOf(table, at.with(axis, part))) }];
      }),
    ),
    derived: [],
  };
}

function cellAt(table: CrossTable, at: Coordinates): Cell {
  const named = Object.fromEntries(table.dimensions.map((dimension, axis) => [dimension.name, at[axis]?.id ?? '']));
  return {
    key: keyOf(table, at),
    count: table.countOf(named),
    shown: at.every((member) => member.hidden !== true),
    knownZero: table.isKnownZero?.(named) ?? false,
    topic: table.topic,
    placeLevel: at.find((member) => member.placeLevel !== undefined)?.placeLevel ?? null,
    cuts: table.dimensions.filter((dimension, axis) => at[axis]?.id !== dimension.whole).map(({ name }) => name),
  };
}

/** `cases;place=xa-1;sex=girl`, the dimensions in the order of their names. */
function keyOf(table: CrossTable, at: Coordinates): string {
  const cuts = table.dimensions
    .map((dimension, axis) => (at[axis]?.id === dimension.whole ? null : `${dimension.name}=${at[axis]?.id ?? ''}`))
    .filter((cut) => cut !== null);
  return [table.counted, ...cuts.toSorted()].join(';');
}
