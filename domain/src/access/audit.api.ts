import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';

/** A record as the trail names it: `kind:id`. */
const record = z.string().regex(/^[a-z][a-z_]*(:[!-~]{1,100})?$/);

export const auditEntry = z.object({
  id: z.int(),
  /** When the call came in, UTC. */
  at: z.iso.datetime(),
  /** Who; `null` before sign-in. */
  person: z.object({ id: z.uuid(), name: z.string(), title: z.string() }).nullable(),
  address: z.string(),
  /** The audit name of the endpoint, such as `plans.plan.read`. */
  action: z.string(),
  /** The code of the refusal; `null` for what was done. */
  refusal: z.string().nullable(),
  /** The records it showed or changed, the one in the address first. */
  records: z.array(record),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditPageSize = 50;
/** Of a call that showed many records, so many are named. */
export const auditNamed = 3;

/** Who saw this record; what did this person do and see between two days: newest first, a page at a time. */
export const listAuditEntries = defineEndpoint({
  method: 'GET',
  path: '/api/audit',
  summary: 'The audit trail, of a record or a person, between two days',
  operation: 'access.audit.list',
  audit: 'access.audit.list',
  query: z.strictObject({
    record: record.optional(),
    personId: z.uuid().optional(),
    /** Days in Viet Nam, both included. */
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    /** The `next` of the page before. */
    after: z
      .string()
      .regex(/^\d{4}-[\d:.TZ-]{19,23}~\d{1,15}$/)
      .optional(),
  }),
  response: z.object({
    entries: z.array(auditEntry),
    /** For the next page; `null` on the last. */
    next: z.string().nullable(),
    /** The name of the person asked for. */
    person: z.string().nullable(),
    /**
     * What records are called that may be named to an auditor: people who sign in, places, plans. Never a child or a
     * case. Of each entry the first `auditNamed`, and the record asked for.
     */
    names: z.record(z.string(), z.string()),
  }),
});
