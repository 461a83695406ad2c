import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';

/** What is searched, in the order in which it is shown. Never children or cases: those have doors of their own. */
export const searchKinds = ['plan', 'task', 'text', 'agency', 'place'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Hits shown of each kind; for more there is the list of that kind. */
export const mostHits = 6;

const hit = z.object({
  id: z.string(),
  name: z.string(),
  /** What tells it from others of its name: number, unit, level above; empty where there is nothing. */
  about: z.string(),
  /** A place or agency that stands no more: the first day without it, and what its ground or its work belongs to today. */
  ended: z.object({ on: z.iso.date(), today: z.array(z.string()) }).nullable(),
});

export const searchEverything = defineEndpoint({
  method: 'GET',
  path: '/api/search',
  summary:
    'Plans, tasks, texts, agencies and places by words without accents, each kind only for a post that may read it; never children or cases',
  operation: 'self',
  audit: null,
  query: z.strictObject({ q: z.string().trim().min(2).max(200) }),
  response: z.object({
    groups: z.array(
      z.object({
        kind: z.enum(searchKinds),
        hits: z.array(hit),
        /** There are others of this kind. */
        more: z.boolean(),
      }),
    ),
  }),
});
export type SearchGroup = z.infer<typeof searchEverything.response>['groups'][number];
