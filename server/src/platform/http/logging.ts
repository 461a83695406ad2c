import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * One JSON line an event, so that nothing typed by a visitor can forge a line. An error keeps its kind, message,
 * stack and database code; the `detail` PostgreSQL adds would show the row itself.
 */
export function openLog(level: LogLevel): FastifyBaseLogger {
  return Fastify({ logger: { level, serializers: { err: describeError } } }).log;
}

function describeError(error: unknown): { type: string; message: string; stack: string; code?: string } {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: '' };
  const code = 'code' in error ? String(error.code) : undefined;
  return { type: error.name, message: error.message, stack: error.stack ?? '', ...(code !== undefined && { code }) };
}

/** One line a request: the pattern of its address, never the address itself, which may hold what was searched for. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
      account: request.actor?.accountId ?? null,
    });
  });
}
