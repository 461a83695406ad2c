import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';

export const agencySuggestion = z.object({
  id: z.string(),
  name: z.string(),
  level: z.string(),
  /** The alias that matched, when it was not the name. */
  matched: z.string().nullable(),
});
export type AgencySuggestion = z.infer<typeof agencySuggestion>;

export const searchAgencies = defineEndpoint({
  method: 'GET',
  path: '/api/agencies',
  summary: 'Agencies by name or alias, accents optional, best first',
  operation: 'agencies.agency.search',
  audit: null,
  query: z.object({ q: z.string().max(200), limit: z.coerce.number().int().min(1).max(50).default(10) }),
  response: z.object({ agencies: z.array(agencySuggestion) }),
});
