import type { Endpoint } from '@mangnon/domain/kernel/endpoint.ts';
import type { z } from 'zod';
import { isRefusal, NetworkError, ServerFault } from './refusal-error.ts';
import { readRefusal } from './refusal-answer.ts';
import { markSessionEnded } from './session-state.ts';
import { askForStepUp, stepUpOf } from './step-up-state.ts';

type Part<Name extends string, Schema extends z.ZodType> =
  unknown extends z.input<Schema>
    ? { readonly [key in Name]?: undefined }
    : { readonly [key in Name]: z.input<Schema> };

/** What one endpoint must be given: the parts its contract names, and no others. */
export type CallInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Part<'params', P> &
  Part<'query', Q> &
  Part<'body', B> & { readonly signal?: AbortSignal | undefined };

type AddressParts = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Puts params and query into the path of an endpoint. */
export function addressOf(path: string, params: AddressParts = {}, query: AddressParts = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

/**
 * Calls an endpoint of the contract and gives its answer; where the second factor must be shown once more, or a key,
 * waits for that and calls again. Throws `RefusalError` when the server refuses,
 * `NetworkError` when no answer came (the caller may try again), `ServerFault` when the answer is none of ours.
 */
export async function call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  input: CallInput<P, Q, B>,
): Promise<z.output<R>> {
  const { params, query, body, signal } = input as {
    params?: AddressParts;
    query?: AddressParts;
    body?: unknown;
    signal?: AbortSignal;
  };
  let status: number;
  let text: string;
  try {
    const response = await fetch(addressOf(endpoint.path, params, query), {
      method: endpoint.method,
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    status = response.status;
    text = await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new NetworkError(error);
  }
  try {
    return readAnswer(endpoint, status, text);
  } catch (error) {
    const asked = isRefusal(error) ? stepUpOf[error.code] : undefined;
    if (asked === undefined || !(await askForStepUp(asked))) throw error;
    return call(endpoint, input);
  }
}

/** Gives the answer of an endpoint out of a status and a body, or throws as `call` says. */
export function readAnswer<R extends z.ZodType>(
  endpoint: Pick<Endpoint<z.ZodType, z.ZodType, z.ZodType, R>, 'operation' | 'path' | 'method' | 'response'>,
  status: number,
  text: string,
): z.output<R> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // A proxy in front of a server that is down answers with a page of its own.
    throw status === 502 || status === 503 || status === 504 ? new NetworkError(status) : new ServerFault(status);
  }
  if (status >= 200 && status < 300) return value as z.output<R>;
  const refusal = readRefusal(status, value);
  if (!refusal) throw new ServerFault(status);
  const asksWhoIsThere = endpoint.path === '/api/session';
  if (status === 401 && endpoint.operation !== 'public' && !asksWhoIsThere) markSessionEnded();
  throw refusal;
}
