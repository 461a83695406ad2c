import type { PlaceHistoryEntry } from '@mangnon/domain/places/place-history.api.ts';
import { tellFields } from './describe-changes.ts';
import type { ChangeRow } from './place-history.queries.ts';

/** A kept change in the words of the workbook. */
export function tellPlaceChange({ what, name, before, after, at, by, title, decision }: ChangeRow): PlaceHistoryEntry {
  return {
    what,
    name,
    at: at.toISOString(),
    by: by === null ? null : { name: by, title: title ?? '' },
    fields: tellFields(what, before, after),
    decision,
  };
}
