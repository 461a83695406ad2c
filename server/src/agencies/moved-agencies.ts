import type { Kysely } from 'kysely';
import { makeAgencyBook } from '@mangnon/domain/agencies/agency-book.ts';
import { findMoved } from '@mangnon/domain/agencies/find-moved.ts';
import type { MovedAgency } from '@mangnon/domain/agencies/moved-agency.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { loadAgencySet } from './agency-set.queries.ts';

/** Of these agencies those that have ended by a day (ISO), each with who holds its duties on it; in one statement. */
export async function listMovedAgencies(
  database: Kysely<DB>,
  ids: ReadonlySet<string>,
  day: string,
): Promise<MovedAgency[]> {
  const book = makeAgencyBook(await loadAgencySet(database));
  return [...ids].flatMap((id) => findMoved(book, id, day) ?? []);
}
