import type { Place, Succession } from '@mangnon/domain/places/place.ts';

/** As the queries give it: the columns of `place` with its later names. */
export interface PlaceRow {
  readonly id: string;
  readonly code: string;
  readonly level: string;
  readonly type: string;
  readonly name: string;
  readonly parent_id: string | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly known_from: string;
  readonly changes: Place['changes'];
}

export interface SuccessionRow {
  readonly from_id: string;
  readonly to_id: string;
  readonly on_day: string;
  readonly kind: string;
  readonly weight: number | null;
  readonly trust: string;
}

export function toPlace(row: PlaceRow): Place {
  return {
    id: row.id,
    code: row.code,
    // The CHECKs of the tables allow the words of the domain alone.
    level: row.level as Place['level'],
    type: row.type,
    name: row.name,
    parentId: row.parent_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    knownFrom: row.known_from,
    changes: row.changes,
  };
}

export function toSuccession(row: SuccessionRow): Succession {
  return {
    fromId: row.from_id,
    toId: row.to_id,
    on: row.on_day,
    kind: row.kind as Succession['kind'],
    weight: row.weight,
    trust: row.trust as Succession['trust'],
  };
}
