import { sql } from 'kysely';
import { Client } from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { cloneDatabase } from '../../testing/test-database.ts';
import { openDatabase } from './database.ts';

it.each([true, false])(
  'a connection cut in a transaction fails the transaction, not the program (named: %s)',
  async (namedStatements) => {
    const { url, drop } = await cloneDatabase();
    const owner = new Client({ connectionString: url });
    await owner.connect();
    const database = openDatabase({ url, namedStatements, connections: 1 });
    onTestFinished(async () => {
      await database.destroy();
      await owner.end();
      await drop();
    });
    const cut = database.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
      await owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      // Nothing is being asked when the news arrives.
      await new Promise((resolve) => setTimeout(resolve, 300));
      await sql`select 1`.execute(transaction);
    });
    await expect(cut).rejects.toThrow(/connection/i);
    expect((await sql<{ one: number }>`select 1 as one`.execute(database)).rows).toEqual([{ one: 1 }]);
  },
);
