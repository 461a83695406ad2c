import type { z } from 'zod';

/** A dotted name `module.thing.verb`; the known ones stand in access/operations.ts, and the server starts with no other. */
export type OperationName = `${string}.${string}.${string}`;

/**
 * One entry of the contract between server and web. The server implements it, the web calls it,
 * OpenAPI is written from it. `operation` says who may call it (`public` before sign-in, `self` for any
 * signed-in person about themselves); `audit` is the name under which the call stands in the audit trail,
 * `null` only for what reads nothing about anybody.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` places, e.g. `/api/drafts/:draftId`. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly operation: OperationName | 'public' | 'self';
  /** Open to a person who has shown the password alone: the way to the second factor, and out. */
  readonly beforeSecondFactor?: true;
  /** Only with a second factor shown in the last minutes: what concerns others and cannot be undone (ASVS 7.5.3). */
  readonly stepUp?: true;
  readonly audit: string | null;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly response: Response;
}

export function defineEndpoint<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
>(endpoint: Endpoint<Params, Query, Body, Response>): Endpoint<Params, Query, Body, Response> {
  return endpoint;
}
