import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { changeDecision } from './change-decision.ts';
import { placeChange } from './place-change.ts';

const sentence = z.object({ vi: z.string(), en: z.string() });
const changes = z.array(placeChange).min(1).max(500);

/** One line of what an act or a workbook would do to the list. */
export const describedChange = z.object({
  what: z.enum(['unit_added', 'unit_changed', 'succession_added', 'succession_changed', 'succession_removed']),
  id: z.string(),
  name: z.string(),
  /** For a change: what differs, as `Tên: Khe Trúc → Khe Trúc Thượng`, by column of the workbook. */
  fields: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
});
export type DescribedChange = z.infer<typeof describedChange>;

/** Why an act cannot be done: `where` is a unit's id, or `from > to` of a succession. */
export const placeProblem = z.object({ code: z.string(), where: z.string().nullable(), message: sentence });
export type PlaceProblem = z.infer<typeof placeProblem>;

export const previewPlaceChanges = defineEndpoint({
  method: 'POST',
  path: '/api/place-changes/preview',
  summary: 'What an act would change, and everything that keeps it from being done; writes nothing',
  operation: 'places.place.edit',
  audit: 'places.place.preview',
  body: z.strictObject({ changes }),
  response: z.object({ changes: z.array(describedChange), problems: z.array(placeProblem) }),
});
export type PlaceChangesPreview = z.infer<(typeof previewPlaceChanges)['response']>;

export const changePlaces = defineEndpoint({
  method: 'POST',
  path: '/api/place-changes',
  summary: 'Adds, ends, renames and joins units by one decision: all of it or nothing',
  operation: 'places.place.edit',
  audit: 'places.place.edit',
  body: z.strictObject({ changes, decision: changeDecision }),
  response: z.object({ added: z.number().int(), changed: z.number().int(), successions: z.number().int() }),
});
