import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { needsPasskey } from '@mangnon/domain/access/passkey-operations.ts';
import { canDo } from '@mangnon/domain/access/posts.access.ts';
import type { Endpoint } from '@mangnon/domain/kernel/endpoint.ts';
import type { Refusals } from '@mangnon/domain/kernel/sentence.ts';
import type { Action } from '../action/action.ts';
import type { Actor } from '../action/context.ts';
import { recordAudit } from '../action/audit.ts';
import { gatherNothing } from '../action/request-context.ts';
import { runAction } from '../action/run-action.ts';
import type { DB } from '../database/schema.generated.ts';
import { countStatements } from '../database/statement-count.ts';
import { sendRefusal } from './refusal-answer.ts';

/** Finds the signed-in person of a request; `counts` says whether the call counts as use of the session. */
export type FindActor = (request: FastifyRequest, now: Date, counts: boolean) => Promise<Actor | null>;

export interface Host {
  readonly database: Kysely<DB>;
  readonly refusals: Refusals;
  readonly findActor: FindActor;
  readonly now: () => Date;
  /** Told after each call which statements it sent; for tests. */
  readonly onStatements?: (requestId: string, statements: readonly string[]) => void;
}

/**
 * Puts an action at its endpoint's address. First the session, then the operation, both before the body is looked
 * at; then strict parsing by the schemas; then the action itself.
 */
export function mountAction(app: FastifyInstance, host: Host, action: Action): void {
  const { endpoint } = action;
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    schema: {
      summary: endpoint.summary,
      operationId: endpoint.audit ?? `${endpoint.method} ${endpoint.path}`,
      ...(endpoint.params && { params: endpoint.params }),
      ...(endpoint.query && { querystring: endpoint.query }),
      ...(endpoint.body && { body: endpoint.body }),
      response: { 200: endpoint.response },
    },
    onRequest: async (request, reply) => {
      if (endpoint.operation === 'public') return undefined;
      const now = host.now();
      request.actor = await host.findActor(request, now, !action.background);
      if (request.actor === null) return sendRefusal(reply, host.refusals, { code: 'platform.not_signed_in' });
      const refused = findRefusal(endpoint, request.actor, now);
      if (refused === null) return undefined;
      await recordAudit(host.database, action, request, gatherNothing(), now, refused);
      return sendRefusal(reply, host.refusals, { code: refused });
    },
    handler: (request, reply) => answer(host, action, request, reply),
  });
}

/** For what concerns others and cannot be undone, the second factor must have been shown no longer ago than this. */
const freshFor = 5 * 60_000;

/** Why this person may not call this at all, whatever is asked for. */
function findRefusal(endpoint: Endpoint, actor: Actor, now: Date): string | null {
  const { operation, beforeSecondFactor, stepUp } = endpoint;
  if (actor.secondFactor !== 'done' && beforeSecondFactor !== true) return 'platform.second_factor_needed';
  if (operation !== 'self' && operation !== 'public') {
    if (!canDo(actor.posts, operation)) return 'platform.not_allowed';
    if (needsPasskey(operation) && actor.passkey === 'missing') return 'platform.passkey_missing';
    if (needsPasskey(operation) && actor.passkey !== 'done') return 'platform.passkey_needed';
  }
  // Who needs none, in a demo, has never shown one.
  const shownAt = actor.shown?.at ?? now;
  return stepUp === true && now.getTime() - shownAt.getTime() > freshFor ? 'platform.step_up_needed' : null;
}

async function answer(host: Host, action: Action, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const count = { statements: [] as string[] };
  try {
    const run = { database: host.database, action, request, now: host.now() };
    const outcome = await countStatements(count, () => runAction(run, reply));
    return outcome.ok ? outcome.answer : sendRefusal(reply, host.refusals, outcome.refusal);
  } finally {
    host.onStatements?.(request.id, count.statements);
  }
}
