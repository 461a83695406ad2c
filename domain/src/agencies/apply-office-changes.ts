import { accept, refuse, type Result } from '../kernel/result.ts';
import { standsOn } from '../kernel/period.ts';
import type { OfficeRecord } from './office.ts';
import type { OfficeChange } from './office-change.ts';
import { groupByParent, nameRecord, parentIdOf, type OfficeSet } from './office-set.ts';

/**
 * The records after all changes, in their order. Refuses, naming the change by `changes.<index>`, what cannot be done
 * at all; whether the result is sound is for `checkOffices` to say.
 */
export function applyOfficeChanges(before: OfficeSet, changes: readonly OfficeChange[]): Result<OfficeSet> {
  const set = new Map(before);
  for (const [at, change] of changes.entries()) {
    const done = applyOne(set, change);
    if (!done.ok) return { ok: false, refusal: { ...done.refusal, where: `changes.${at}` } };
  }
  return accept(set);
}

function applyOne(set: Map<string, OfficeRecord>, change: OfficeChange): Result<unknown> {
  if (change.change === 'add') {
    const { record } = change;
    if (set.has(record.id)) return refuse('offices.exists_already', { details: nameIn(record) });
    return accept(set.set(record.id, record));
  }
  const { id, kind } = change.change === 'amend' ? change.record : change;
  const known = set.get(id);
  if (known?.kind !== kind) return refuse('offices.unknown_record', { details: { id } });
  if (change.change === 'amend') return amend(set, known, change.record);
  if (change.change === 'withdraw') return accept(withdraw(set, known));
  // An end fixed before may come earlier; it is never moved on: what goes on begins anew.
  if (known.validTo !== null && known.validTo <= change.validTo) {
    return refuse('offices.ended_already', { details: { ...nameIn(known), day: known.validTo } });
  }
  return accept(end(set, known, change.validTo));
}

function nameIn(record: OfficeRecord) {
  const { vi, en } = nameRecord(record);
  return { name: vi, nameEn: en };
}

function amend(set: Map<string, OfficeRecord>, known: OfficeRecord, record: OfficeRecord): Result<unknown> {
  const moved = 'placeId' in known && 'placeId' in record && known.placeId !== record.placeId;
  if (moved || parentIdOf(known) !== parentIdOf(record))
    return refuse('offices.cannot_move', { details: nameIn(known) });
  return accept(set.set(record.id, record));
}

function withdraw(set: Map<string, OfficeRecord>, record: OfficeRecord): void {
  for (const below of groupByParent(set).get(record.id) ?? []) set.delete(below.id);
  set.delete(record.id);
}

function end(set: Map<string, OfficeRecord>, record: OfficeRecord, validTo: string): void {
  const below = groupByParent(set).get(record.id) ?? [];
  for (const one of below) {
    // What was to begin later is left as it is, for `checkOffices` to name.
    if (standsOn(one, validTo)) set.set(one.id, { ...one, validTo });
  }
  set.set(record.id, { ...record, validTo });
}
