import { openServer } from '../server/src/main.ts';
import { openLog } from '../server/src/platform/http/logging.ts';

/** The whole server with its demo on a database of its own; `sent` counts the statements of each request by its id. */
export async function openBenchServer(databaseUrl: string) {
  const sent = new Map<string, number>();
  const server = await openServer({
    databaseUrl,
    embedded: true,
    demo: true,
    // The demo holds sealed fields. Any 32 bytes.
    keys: { key: `1:${Buffer.alloc(32, 7).toString('base64')}`, keyFile: null, keyDevice: null, ownFile: null },
    namedStatements: true,
    trustProxy: false,
    log: openLog('silent'),
    now: () => new Date(),
    onStatements: (id, statements) => sent.set(id, statements.length),
  });
  return { server, sent };
}
