import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Refusals } from '@mangnon/domain/kernel/sentence.ts';
import { sendRefusal } from './refusal-answer.ts';

const aYear = 'public, max-age=31536000, immutable';

/**
 * Serves the built screens. Files under `assets/` carry a hash in their name and are kept for a year; all others are
 * asked for again each time. Any other address a browser opens gives the one page, whose router takes it from there.
 */
export async function serveScreens(app: FastifyInstance, folder: string, refusals: Refusals): Promise<void> {
  const built = existsSync(join(folder, 'index.html'));
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const hashed = path.startsWith(join(folder, 'assets'));
        reply.header('cache-control', hashed ? aYear : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    const screens = !/^\/(api|assets)\//.test(request.url);
    if (built && page && screens) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return sendRefusal(reply, refusals, { code: 'platform.not_found' });
  });
}
