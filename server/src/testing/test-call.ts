import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { z } from 'zod';
import type { Endpoint } from '@mangnon/domain/kernel/endpoint.ts';
import type { RefusalBody } from '../platform/http/refusal-answer.ts';

/** Somebody signed in. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly cookie: string;
}

type Part<Name extends string, Schema extends z.ZodType> =
  unknown extends z.input<Schema>
    ? { readonly [key in Name]?: undefined }
    : { readonly [key in Name]: z.input<Schema> };

/** What an endpoint must be given: the parts its contract names, and no others. */
export type CallInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Part<'params', P> &
  Part<'query', Q> &
  Part<'body', B>;

export interface Called<T> {
  readonly status: number;
  /** The answer of a call that was accepted; reading it after a refusal throws, with the refusal. */
  readonly answer: T;
  /** The refusal; reading it after an accepted call throws. */
  readonly refusal: RefusalBody;
  readonly headers: LightMyRequestResponse['headers'];
  /** The statements sent for this call, without the session's own. */
  readonly statements: readonly string[];
}

export function addressOf(
  path: string,
  params: Readonly<Record<string, unknown>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const asked = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
  return asked.length > 0 ? `${filled}?${new URLSearchParams(asked)}` : filled;
}

/** Sends one request through the whole server and gives what a browser would see. */
export async function send<T>(
  app: FastifyInstance,
  person: Person | null,
  options: InjectOptions,
  statementsOf: (requestId: string) => readonly string[],
): Promise<Called<T>> {
  const called = `${options.method} ${JSON.stringify(options.url)}`;
  const cookie = person === null ? {} : { cookie: person.cookie };
  const response = await app.inject({ ...options, headers: { host: 'localhost', ...cookie, ...options.headers } });
  const accepted = response.statusCode >= 200 && response.statusCode < 300;
  return {
    status: response.statusCode,
    headers: response.headers,
    statements: statementsOf(String(response.headers['x-request-id'])),
    get answer(): T {
      if (!accepted) throw new Error(`${called}: ${response.statusCode} ${response.body}`);
      return response.json<T>();
    },
    get refusal(): RefusalBody {
      if (accepted) throw new Error(`${called} was accepted: ${response.body}`);
      return response.json<RefusalBody>();
    },
  };
}

export type Call = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  person: Person | null,
  endpoint: Endpoint<P, Q, B, R>,
  input: CallInput<P, Q, B>,
) => Promise<Called<z.output<R>>>;
