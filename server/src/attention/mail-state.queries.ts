import { sql, type Transaction } from 'kysely';
import type { DB } from '../platform/database/schema.generated.ts';

interface Row {
  readonly waiting: number;
  readonly sent: number;
  readonly givenUpCount: number;
  readonly failingSince: Date | null;
  readonly failure: string | null;
}

export async function countMails(database: Transaction<DB>): Promise<Row> {
  const { rows } = await sql<Row>`
    select (select count(*)::int from mail where state = 'waiting') as waiting,
      (select count(*)::int from mail where state = 'sent') as sent,
      (select count(*)::int from mail where state = 'given_up') as "givenUpCount",
      failing_since as "failingSince", failure
    from mail_server_state`.execute(database);
  const [found] = rows;
  if (found === undefined) throw new Error('the state of the mail server is one row');
  return found;
}

export async function listGivenUp(database: Transaction<DB>, most: number) {
  const rows = await database
    .selectFrom('mail')
    .innerJoin('account', 'account.id', 'mail.account_id')
    .select([
      'mail.id',
      'mail.account_id',
      'account.name',
      'mail.ended_at',
      'mail.written_at',
      'mail.tries',
      'mail.failure',
    ])
    .where('state', '=', 'given_up')
    .orderBy('mail.ended_at', 'desc')
    .orderBy('mail.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    at: (row.ended_at ?? row.written_at).toISOString(),
    tries: row.tries,
    answer: row.failure,
  }));
}
