import type { Kysely, Transaction } from 'kysely';
import type { FastifyRequest } from 'fastify';
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
  await database
    .insertInto('audit_event')
    .values({
      at,
      request_id: request.id,
      account_id: person?.accountId ?? null,
      session_id: person?.sessionId ?? null,
      address: request.caller.address,
      action: endpoint.audit,
      outcome: refusalCode === null ? 'accepted' : 'refused',
      refusal_code: refusalCode,
      target: JSON.stringify(request.params ?? {}),
      details: JSON.stringify(gathered.details),
    })
    .execute();
}
