import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { applicationRole } from './application-role.ts';
import { CountingClient, NamedClient, resultTypes } from './named-client.ts';
import type { DB } from './schema.generated.ts';

export interface DatabaseOptions {
  readonly url: string;
  readonly namedStatements: boolean;
  /** What its connections work under; `mangnon_app` where nothing is named. */
  readonly role?: string;
  /** Most connections at a time. */
  readonly connections?: number;
  /** Told of a connection that broke while idle; the pool replaces it by itself. */
  readonly onLost?: (error: Error) => void;
}

/**
 * The server's own way to the database: a pool whose every connection works under a role that owns nothing,
 * `mangnon_app` for all but the process that sends mails. A connection that could not take the role is never handed out.
 */
export function openDatabase(options: DatabaseOptions): Kysely<DB> {
  const pool = new Pool({
    connectionString: options.url,
    types: resultTypes,
    Client: options.namedStatements ? NamedClient : CountingClient,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    application_name: 'mangnon',
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    // oxlint-disable-next-line typescript/no-misused-promises -- the pool waits for it, its types do not say so
    onConnect: async (client) => {
      await client.query(`set role ${options.role ?? applicationRole}`);
    },
  });
  pool.on('error', (error) => options.onLost?.(error));
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}
