import type { FastifyInstance } from 'fastify';
import { sql, type Kysely } from 'kysely';
import { onTestFinished } from 'vitest';
import type { NewHolding } from '@mangnon/domain/access/accounts.api.ts';
import type { Post } from '@mangnon/domain/access/posts.ts';
import { insertAccount } from '../access/accounts.queries.ts';
import { makeToken } from '../access/session-token.ts';
import { insertSession } from '../access/sessions.queries.ts';
import { openServer, type ServerOptions } from '../main.ts';
import { openDatabase } from '../platform/database/database.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { openLog } from '../platform/http/logging.ts';
import { findDemoTemplate } from './demo-template.ts';
import { addressOf, send, type Call, type Called, type Person } from './test-call.ts';
import { cloneDatabase } from './test-database.ts';
import { testKeys } from './test-keys.ts';

export interface TestServer {
  readonly app: FastifyInstance;
  /** The application's own way to the database, under its role, for looking at what was written. */
  readonly database: Kysely<DB>;
  readonly databaseUrl: string;
  /** What the server takes for now. */
  readonly clock: { now: Date };
  readonly call: Call;
  /** Sends a file as a browser's form does. */
  upload<T>(person: Person | null, path: string, fields: Record<string, string>, file: File): Promise<Called<T>>;
  /** Somebody with these posts, signed in. A post named alone is held in no place. */
  signIn(...posts: readonly (Post | NewHolding)[]): Promise<Person>;
  stop(): Promise<void>;
}

interface TestServerOptions extends Partial<Pick<ServerOptions, 'door' | 'mail' | 'clamav' | 'keys'>> {
  readonly demo?: boolean;
}

let counted = 0;

/**
 * The real server on a database of its own, background tasks included. Without `demo` it is an installation begun for
 * real data, nobody in it; with it, this is the start after the first one, which filled the template.
 */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const cloned = await cloneDatabase(options.demo === true ? await findDemoTemplate() : undefined);
  const clock = { now: new Date() };
  const statements = new Map<string, readonly string[]>();
  const server = await openServer({
    databaseUrl: cloned.url,
    embedded: false,
    demo: options.demo ?? false,
    keys: options.keys ?? testKeys,
    namedStatements: true,
    trustProxy: false,
    ...(options.door && { door: options.door }),
    ...(options.mail && { mail: options.mail }),
    ...(options.clamav && { clamav: options.clamav }),
    log: openLog(process.env['MANGNON_TEST_LOG'] === undefined ? 'silent' : 'debug'),
    now: () => clock.now,
    onStatements: (id, sent) => statements.set(id, sent),
  });
  const database = openDatabase({ url: cloned.url, namedStatements: true, connections: 2 });
  const statementsOf = (id: string) => statements.get(id) ?? [];
  return {
    app: server.app,
    database,
    databaseUrl: cloned.url,
    clock,
    call: (person, { method, path }, input) => {
      const { params, query, body } = input as { params?: object; query?: object; body?: object };
      const url = addressOf(path, { ...params }, { ...query });
      return send(server.app, person, { method, url, ...(body && { payload: body }) }, statementsOf);
    },
    async upload(person, path, fields, file) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      form.set('file', file);
      const encoded = new Response(form);
      const headers = { 'content-type': encoded.headers.get('content-type') ?? '' };
      const payload = Buffer.from(await encoded.arrayBuffer());
      return send(server.app, person, { method: 'POST', url: path, headers, payload }, statementsOf);
    },
    async signIn(...posts) {
      counted += 1;
      const login = `person-${counted}`;
      const name = `Người ${counted}`;
      return database.transaction().execute(async (transaction) => {
        // As the owner: posts are given by an administrator, and nobody is signed in here.
        await sql`set local role none`.execute(transaction);
        const validFrom = '2000-01-01';
        const holdings = posts.map((held) => ({ validFrom, ...(typeof held === 'string' ? { post: held } : held) }));
        const account = {
          login,
          name,
          title: 'Chuyên viên',
          holdings,
          createdBy: null,
          passwordHash: '$argon2id$none',
        };
        const id = await insertAccount(transaction, account, clock.now);
        if (id === null) throw new Error(`${login} is taken`);
        const { token, hash } = makeToken();
        // The policies go by the clock of the database: a test that sets the server's back must not find it over there.
        const at = new Date(Math.max(clock.now.getTime(), Date.now()));
        await insertSession(transaction, id, hash, at, { at, kind: 'passkey' });
        return { id, name, cookie: `mangnon_session=${token}` };
      });
    },
    async stop() {
      await server.stop();
      await database.destroy();
      await cloned.drop();
    },
  };
}

/** Like startTestServer, for one test: stopped when the test ends. */
export async function serverForThisTest(options: TestServerOptions = {}): Promise<TestServer> {
  const server = await startTestServer(options);
  onTestFinished(() => server.stop());
  return server;
}
