import { sql, type Kysely } from 'kysely';
import { foldNumber } from '@mangnon/domain/plans/cited-plan.ts';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { DB } from '../../platform/database/schema.generated.ts';
import type { ManuscriptRow } from './manuscripts.queries.ts';

/** The number behind the highest this body has given a plan in a year, as far as is known here. */
export async function findNextNumber(database: Kysely<DB>, row: ManuscriptRow, year: number): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0) + 1 as next from manuscript
    where place_id = ${row.place_id} and issuer_folded = ${row.issuer_folded} and issue_year = ${year}::integer`.execute(
    database,
  );
  return rows[0]?.next ?? 1;
}

/** Whether a plan written or read here bears this number of this body and year already. */
export async function isNumberTaken(
  database: Kysely<DB>,
  row: ManuscriptRow,
  { number, year, cited }: { readonly number: number; readonly year: number; readonly cited: string },
): Promise<boolean> {
  const { rows } = await sql<{ issuer: string | null; own: boolean }>`
    select issuer, true as own from manuscript
    where place_id = ${row.place_id} and issuer_folded = ${row.issuer_folded} and issue_year = ${year}::integer
      and number = ${number}::integer
    union all
    select issuer, false from plan where number_folded = ${foldNumber(cited)} and left(issued_on, 4) = ${String(year)}
  `.execute(database);
  return rows.some(({ issuer, own }) => own || fold(issuer ?? '') === row.issuer_folded);
}
