import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { historyEntry } from '../kernel/history.ts';
import { changeDecision } from './change-decision.ts';
import { describedChange } from './place-changes.api.ts';

export const placeHistoryEntry = historyEntry.extend({
  what: describedChange.shape.what,
  /** What was changed, as it was called then: `Xã Khe Trúc (99010) → Xã Khe Trúc Thượng (99010)`. */
  name: z.string(),
  /** Null for a workbook, which names none. */
  decision: changeDecision.nullable(),
});
export type PlaceHistoryEntry = z.infer<typeof placeHistoryEntry>;

export const getPlaceHistory = defineEndpoint({
  method: 'GET',
  path: '/api/places/:placeId/history',
  summary: 'What was changed in the list about one unit: when, by whom, by which decision, and what stood there before',
  operation: 'places.place.read',
  audit: null,
  params: z.strictObject({ placeId: z.string().max(20) }),
  response: z.object({
    /** Newest first, 200 at most. */
    entries: z.array(placeHistoryEntry),
  }),
});
