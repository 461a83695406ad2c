import type { FastifyRequest } from 'fastify';
import type { Kysely, Transaction } from 'kysely';
import type { z } from 'zod';
import type { Endpoint } from '@mangnon/domain/kernel/endpoint.ts';
import type { Result } from '@mangnon/domain/kernel/result.ts';
import type { DB } from '../database/schema.generated.ts';
import type { ActionContext } from './context.ts';

/** The parsed parts of a request; a part the endpoint does not declare is `undefined`. */
export interface Input<E extends Endpoint> {
  readonly params: z.output<NonNullable<E['params']>>;
  readonly query: z.output<NonNullable<E['query']>>;
  readonly body: z.output<NonNullable<E['body']>>;
}

type Answer<E extends Endpoint> = z.input<E['response']>;
type Awaitable<T> = T | Promise<T>;

/** Inside the transaction of the request. */
export interface TransactionContext extends ActionContext {
  readonly database: Transaction<DB>;
}

/** Before the transaction: for receiving an upload or verifying a password, which must not hold a connection. */
export interface PrepareContext extends ActionContext {
  readonly database: Kysely<DB>;
  readonly request: FastifyRequest;
}

export interface Read<E extends Endpoint> {
  /** Asked by an open screen on its own; it does not count as use of the session. */
  readonly background?: true;
  /** Looks, and answers. */
  answer(input: Input<E>, context: TransactionContext): Promise<Result<Answer<E>>>;
}

export interface Write<E extends Endpoint, Prepared, Stored> {
  /** Work that needs no transaction; what it returns is given to the later steps. */
  prepare?(input: Input<E>, context: PrepareContext): Promise<Result<Prepared>>;
  /** Finds the stored row and locks it; `nothingStored` where nothing stands yet. */
  load(input: Input<E>, context: TransactionContext, prepared: NoInfer<Prepared>): Promise<Result<Stored>>;
  /** Whether this person may do this to this stored row, beyond the operation itself. Only `true` lets pass. */
  authorise(stored: Stored, context: TransactionContext, input: Input<E>): Awaitable<boolean>;
  handle(
    input: Input<E>,
    stored: NoInfer<Stored>,
    context: TransactionContext,
    prepared: NoInfer<Prepared>,
  ): Promise<Result<Answer<E>>>;
  /** What was written stays even when the answer is a refusal: failed sign-ins are counted. */
  readonly keepsRefusals?: true;
}

/** An endpoint with its implementation, ready to be mounted (http/mount.ts). */
export interface Action {
  readonly endpoint: Endpoint;
  readonly background: boolean;
  readonly keepsRefusals: boolean;
  prepare(input: Input<Endpoint>, context: PrepareContext): Promise<Result<unknown>>;
  perform(input: Input<Endpoint>, context: TransactionContext, prepared: unknown): Promise<Result<unknown>>;
}

/** For a write that finds nothing stored yet. */
export async function nothingStored(): Promise<Result<null>> {
  return { ok: true, value: null };
}

/**
 * A GET endpoint. The chain around it: session, operation, strict parsing, transaction, `answer`, the answer
 * checked by its schema, audit row, commit.
 */
export function implementRead<E extends Endpoint>(endpoint: E, read: Read<E>): Action {
  assertEndpoint(endpoint, endpoint.method === 'GET');
  return {
    endpoint,
    background: read.background === true,
    keepsRefusals: false,
    prepare: async () => ({ ok: true, value: undefined }),
    // The request was parsed by this very endpoint's schemas before it comes here.
    perform: (input, context) => read.answer(input, context),
  };
}

/**
 * An endpoint that changes something. The chain around it: session, operation, strict parsing, `prepare`,
 * transaction, `load`, `authorise` on the stored row, `handle`, the answer checked by its schema, audit row, commit.
 * Leaving out `authorise` does not compile.
 */
export function implementWrite<E extends Endpoint, Stored, Prepared = undefined>(
  endpoint: E,
  write: Write<E, Prepared, Stored>,
): Action {
  assertEndpoint(endpoint, endpoint.method !== 'GET');
  return {
    endpoint,
    background: false,
    keepsRefusals: write.keepsRefusals === true,
    prepare: async (input, context) => write.prepare?.(input, context) ?? { ok: true, value: undefined },
    perform: async (raw, context, received) => {
      const input = raw as Input<E>;
      const prepared = received as Prepared;
      const loaded = await write.load(input, context, prepared);
      if (!loaded.ok) return loaded;
      const allowed: unknown = await write.authorise(loaded.value, context, input);
      if (allowed !== true) return { ok: false, refusal: { code: 'platform.not_allowed' } };
      return write.handle(input, loaded.value, context, prepared);
    },
  };
}

function assertEndpoint(endpoint: Endpoint, fits: boolean): void {
  const name = `${endpoint.method} ${endpoint.path}`;
  if (!fits) throw new Error(`${name}: reads are GET and go through implementRead, all others through implementWrite`);
  if (endpoint.audit === undefined || endpoint.audit === '') throw new Error(`${name} has no audit name`);
  if (endpoint.method !== 'GET' && endpoint.audit === null) throw new Error(`${name} writes and must be audited`);
}
