import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Refusals } from '@mangnon/domain/kernel/sentence.ts';
import type { Module } from '../module.ts';
import { workbookRefusals } from '@mangnon/domain/kernel/workbook/workbook.refusals.ts';
import { platformRefusals } from '../platform.refusals.ts';
import { answerErrors } from './answer-errors.ts';
import { describeCaller, isFromOtherSite } from './caller.ts';
import { addSecurityHeaders } from './headers.ts';
import { compileValidator } from './invalid-input.ts';
import { logRequests } from './logging.ts';
import { mountAction, type Host } from './mount.ts';
import { describeEndpoints } from './openapi.ts';
import { sendRefusal } from './refusal-answer.ts';
import { serveScreens } from './static-files.ts';

export interface AppOptions extends Omit<Host, 'refusals'> {
  readonly modules: readonly Module[];
  readonly version: string;
  readonly webFolder: string;
  readonly trustProxy: boolean;
  readonly log: FastifyBaseLogger;
}

const bodyLimit = 1024 * 1024;
/** Of an uploaded plan; what a reader takes is its own, smaller matter. */
const fileLimit = 64 * 1024 * 1024;

/** Gathers the sentences of all modules; the same code in two modules is a mistake of ours and throws. */
export function gatherRefusals(modules: readonly Module[]): Refusals {
  const all: Record<string, Refusals[string]> = { ...platformRefusals, ...workbookRefusals };
  for (const { name, refusals } of modules) {
    for (const [code, sentence] of Object.entries(refusals)) {
      if (code in all) throw new Error(`the refusal ${code} of ${name} stands in another module already`);
      all[code] = sentence;
    }
  }
  return all;
}

/** The whole HTTP side, ready to listen. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const refusals = gatherRefusals(options.modules);
  const host: Host = { ...options, refusals };
  const app = Fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: options.trustProxy,
    bodyLimit,
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  });
  app.setValidatorCompiler(compileValidator);
  // The answer was already held against its schema, inside the transaction.
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
  app.decorateRequest('actor', null);
  app.decorateRequest('caller');
  answerErrors(app, refusals);
  logRequests(app);
  await addSecurityHeaders(app);
  app.addHook('onRequest', async (request, reply) => {
    request.caller = describeCaller(request);
    return isFromOtherSite(request) ? sendRefusal(reply, refusals, { code: 'platform.foreign_origin' }) : undefined;
  });
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: fileLimit, files: 1, fields: 10, fieldSize: 10_000 } });
  await describeEndpoints(app, options.version);
  for (const { actions } of options.modules) for (const action of actions) mountAction(app, host, action);
  app.get('/healthz', { schema: { hide: true } }, async () => {
    await sql`select 1`.execute(options.database);
    return { status: 'ready', version: options.version };
  });
  await serveScreens(app, options.webFolder, refusals);
  return app;
}
