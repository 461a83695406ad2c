import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { setTimeout as wait } from 'node:timers/promises';
import type { Refusal } from '@mangnon/domain/kernel/result.ts';
import type { DB } from '../database/schema.generated.ts';
import type { Action } from './action.ts';
import { beginAs } from '../database/begin-as.ts';
import { recordAudit } from './audit.ts';
import { gatherNothing, makeContext, type Gathered, type Outcome } from './request-context.ts';

interface Run {
  readonly database: Kysely<DB>;
  readonly action: Action;
  readonly request: FastifyRequest;
  readonly now: Date;
}

/**
 * Two transactions in each other's way; PostgreSQL ended ours, and it may simply be done again. A key that points to
 * nothing (23503) is one of them: the child was handed over to another commune after we had looked where it is.
 */
const mayBeDoneAgain = new Set(['40001', '40P01', '23503']);
const attempts = 4;

/**
 * Runs an action for a request that has passed session, operation and parsing. Everything the action writes and its
 * audit row are committed together, or nothing is. The answer is held against the endpoint's schema before the
 * commit, so that an answer the contract does not allow changes nothing.
 */
export async function runAction(run: Run, reply: FastifyReply): Promise<Outcome> {
  const { action, request, now, database } = run;
  const input = { params: request.params, query: request.query, body: request.body };
  const before = gatherNothing();
  const prepared = await action.prepare(input, makeContext(request, now, before, database));
  if (!prepared.ok) return refused(run, before, prepared.refusal);
  for (let attempt = 1; ; attempt += 1) {
    const gathered = { ...gatherNothing(), details: { ...before.details }, concerned: [...before.concerned] };
    try {
      const outcome = await performInTransaction(run, gathered, input, prepared.value);
      if (outcome.ok) for (const effect of gathered.effects) effect(reply);
      else if (!action.keepsRefusals) return await refused(run, gathered, outcome.refusal);
      return outcome;
    } catch (error) {
      if (attempt >= attempts || !mayBeDoneAgain.has(codeOf(error))) throw error;
      await wait(attempt * 20);
    }
  }
}

async function performInTransaction(
  { action, request, now, database }: Run,
  gathered: Gathered,
  input: Parameters<Action['perform']>[0],
  prepared: unknown,
): Promise<Outcome> {
  const transaction = await database.startTransaction().execute();
  try {
    if (request.actor !== null) await beginAs(transaction, request.actor.tokenHash);
    const result = await action.perform(input, makeContext(request, now, gathered, transaction), prepared);
    if (!result.ok && !action.keepsRefusals) {
      await transaction.rollback().execute();
      return result;
    }
    const outcome: Outcome = result.ok ? { ok: true, answer: action.endpoint.response.parse(result.value) } : result;
    await recordAudit(transaction, action, request, gathered, now, outcome.ok ? null : outcome.refusal.code);
    await transaction.commit().execute();
    return outcome;
  } catch (error) {
    if (!transaction.isCommitted && !transaction.isRolledBack) {
      // A broken connection cannot roll back; PostgreSQL has done so by itself, and the first error is the one to tell.
      await transaction
        .rollback()
        .execute()
        .catch(() => undefined);
    }
    throw error;
  }
}

async function refused(run: Run, gathered: Gathered, refusal: Refusal): Promise<Outcome> {
  await recordAudit(run.database, run.action, run.request, gathered, run.now, refusal.code);
  return { ok: false, refusal };
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
