import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '@mangnon/domain/kernel/result.ts';
import { nameRecord, type AuditedRecord } from '../audit/audited-records.ts';
import type { ActionContext, Actor, AuditDetails } from './context.ts';

type Effect = (reply: FastifyReply) => void;

/** What one run of an action gathers besides its answer. A run that is tried again starts with a fresh one. */
export interface Gathered {
  readonly details: Record<string, AuditDetails[string]>;
  /** Records the action named besides those in its address. */
  readonly concerned: AuditedRecord[];
  signedIn: { readonly accountId: string; readonly sessionId: string | null } | null;
  readonly effects: Effect[];
}

export function gatherNothing(): Gathered {
  return { details: {}, concerned: [], signedIn: null, effects: [] };
}

/** Puts together what an action is given, around the connection or transaction it may use. */
export function makeContext<Database>(
  request: FastifyRequest,
  now: Date,
  gathered: Gathered,
  database: Database,
): ActionContext & { readonly database: Database; readonly request: FastifyRequest } {
  return {
    get actor(): Actor {
      if (request.actor === null) throw new Error('a public endpoint has no signed-in person');
      return request.actor;
    },
    caller: request.caller,
    now,
    requestId: request.id,
    log: request.log,
    database,
    request,
    audit: (details) => void Object.assign(gathered.details, details),
    concerns(kind, ids) {
      for (const id of ids) {
        const record = nameRecord(kind, id);
        if (record === null) throw new Error(`${kind} ${id} cannot be named in the audit trail`);
        gathered.concerned.push(record);
      }
    },
    auditAs: (accountId, sessionId) => (gathered.signedIn = { accountId, sessionId }),
    onAccepted: (effect) => void gathered.effects.push(effect),
  };
}

/** How a run ended: the answer as it will be sent, or the refusal. */
export type Outcome =
  { readonly ok: true; readonly answer: unknown } | { readonly ok: false; readonly refusal: Refusal };
