import type { Kysely, Transaction } from 'kysely';
import type { FastifyRequest } from 'fastify';
import { placeInTrail } from '../audit/audited-records.ts';
import type { DB } from '../database/schema.generated.ts';
import type { Action } from './action.ts';
import type { Gathered } from './request-context.ts';

/**
 * Adds the call to the audit trail, under the endpoint's audit name. Pass the transaction of the act itself, so that
 * there is never an act without its row; a refusal that was rolled back is written on its own.
 */
export async function recordAudit(
  database: Kysely<DB> | Transaction<DB>,
  { endpoint }: Action,
  request: FastifyRequest,
  gathered: Gathered,
  at: Date,
  refusalCode: string | null,
): Promise<void> {
  if (endpoint.audit === null) return;
  const person = gathered.signedIn ?? request.actor;
  const accountId = person?.accountId ?? null;
  const { details, concerned } = gathered;
  const { chain, subjects } = placeInTrail({ params: request.params, details, concerned, accountId });
  await database
    .insertInto('audit_event')
    .values({
      at,
      request_id: request.id,
      account_id: accountId,
      session_id: person?.sessionId ?? null,
      address: request.caller.address,
      action: endpoint.audit,
      outcome: refusalCode === null ? 'accepted' : 'refused',
      refusal_code: refusalCode,
      target: writeJson(request.params ?? {}),
      details: writeJson(details),
      chain,
      subjects,
    })
    .execute();
}

/** As jsonb takes it: PostgreSQL keeps no zero character, and an address that nobody checked yet may hold one. */
function writeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('\\u0000', '\\ufffd');
}
