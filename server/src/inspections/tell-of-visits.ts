import type { Transaction } from 'kysely';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import { tellOfInspection } from './tell-of-inspections.ts';
import type { PlannedVisit } from './visits.queries.ts';

interface By {
  readonly by: string;
  readonly now: Date;
}

/**
 * Tells the units of visits that were planned just now, of each person the first one: the page it leads to has them all. A
 * visit written down after its day is told to nobody.
 */
export async function tellOfPlanned(
  database: Transaction<DB>,
  { basis, visits }: { readonly basis: string; readonly visits: readonly PlannedVisit[] },
  { by, now }: By,
): Promise<void> {
  const today = vietnamDay(now);
  const ahead = visits.filter(({ plannedOn }) => plannedOn >= today);
  const units = ahead.map((visit) => ({ ...visit, words: basis, dueOn: visit.plannedOn }));
  const about = ahead[0]?.id ?? '';
  await tellOfInspection(database, { kind: 'visit_planned', to: 'workers', about, units }, { by, now });
}

/** Tells the unit that its visit is now on another day; `about` is the act that moved it. */
export async function tellOfMoved(
  database: Transaction<DB>,
  visit: PlannedVisit & { readonly basis: string },
  about: string,
  { by, now }: By,
): Promise<void> {
  const units = [{ ...visit, words: visit.basis, dueOn: visit.plannedOn }];
  await tellOfInspection(database, { kind: 'visit_moved', to: 'workers', about, units }, { by, now });
}

/** Tells the units whose visits were still to come that the inspection is called off. */
export async function tellOfCalledOff(
  database: Transaction<DB>,
  { id, basis, visits }: { readonly id: string; readonly basis: string; readonly visits: readonly PlannedVisit[] },
  { by, now }: By,
): Promise<void> {
  const units = visits.map((visit) => ({ ...visit, words: basis, dueOn: null }));
  await tellOfInspection(database, { kind: 'inspection_called_off', to: 'workers', about: id, units }, { by, now });
}
