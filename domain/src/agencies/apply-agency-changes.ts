import { accept, refuse, type Result } from '../kernel/result.ts';
import type { Agency, AgencyDuty, AgencySuccession, DutyTransfer } from './agency.ts';
import { agencySuccessionKey, type AgencySet } from './agency-book.ts';
import type { AgencyChange } from './agency-change.ts';

interface Draft {
  readonly agencies: Map<string, Agency>;
  readonly successions: Map<string, AgencySuccession>;
  readonly transfers: Map<string, DutyTransfer>;
  readonly duties: Map<string, AgencyDuty>;
}

/**
 * The register after all changes, in their order. Refuses, naming the change by `changes.<index>`, what cannot be done
 * at all; whether the result is sound is for `checkAgencies` to say.
 */
export function applyAgencyChanges(set: AgencySet, changes: readonly AgencyChange[]): Result<AgencySet> {
  const draft: Draft = {
    agencies: new Map(set.agencies),
    successions: new Map(set.successions),
    transfers: new Map(set.transfers),
    duties: new Map(set.duties),
  };
  for (const [at, change] of changes.entries()) {
    const done = applyOne(draft, change);
    if (!done.ok) return { ok: false, refusal: { ...done.refusal, where: `changes.${at}` } };
  }
  return accept(draft);
}

function add<Item>(items: Map<string, Item>, key: string, item: Item, name: string): Result<unknown> {
  if (items.has(key)) return refuse('agencies.exists_already', { details: { name, id: key } });
  return accept(items.set(key, item));
}

function remove<Item>(items: Map<string, Item>, key: string): Result<unknown> {
  return items.delete(key) ? accept(null) : refuse('agencies.unknown_record', { details: { id: key } });
}

function applyOne(draft: Draft, change: AgencyChange): Result<unknown> {
  switch (change.change) {
    case 'add_agency': {
      const { agency } = change;
      return add(draft.agencies, agency.id, { ...agency, validTo: null }, agency.name);
    }
    case 'add_succession': {
      const { change: _, ...step } = change;
      return add(draft.successions, agencySuccessionKey(step), step, nameOf(draft, step.fromId));
    }
    case 'add_transfer': {
      const { change: _, ...transfer } = change;
      return add(draft.transfers, transfer.id, transfer, transfer.words);
    }
    case 'add_duty': {
      const { change: _, ...duty } = change;
      return add(draft.duties, duty.id, duty, nameOf(draft, duty.agencyId));
    }
    case 'withdraw_succession':
      return remove(draft.successions, agencySuccessionKey(change));
    case 'withdraw_transfer':
      return remove(draft.transfers, change.transferId);
    case 'withdraw_duty':
      return remove(draft.duties, change.dutyId);
    case 'amend_duty':
    case 'end_duty':
      return changeDuty(draft, change);
    case 'amend_agency':
    case 'end_agency':
    case 'set_aliases':
      return changeAgency(draft, change);
  }
}

type OfDuty = Extract<AgencyChange, { change: 'amend_duty' | 'end_duty' }>;

function changeDuty(draft: Draft, change: OfDuty): Result<unknown> {
  const id = change.change === 'end_duty' ? change.dutyId : change.id;
  const duty = draft.duties.get(id);
  if (duty === undefined) return refuse('agencies.unknown_duty', { details: { id } });
  const name = nameOf(draft, duty.agencyId);
  if (change.change === 'end_duty') {
    if (duty.validTo !== null) return refuse('agencies.ended_already', { details: { name, day: duty.validTo } });
    return accept(draft.duties.set(id, { ...duty, validTo: change.validTo }));
  }
  const { change: _, ...amended } = change;
  if (amended.agencyId !== duty.agencyId) return refuse('agencies.duty_moved', { details: { name } });
  return accept(draft.duties.set(id, amended));
}

type OfAgency = Extract<AgencyChange, { change: 'amend_agency' | 'end_agency' | 'set_aliases' }>;

function changeAgency(draft: Draft, change: OfAgency): Result<unknown> {
  const id = change.change === 'amend_agency' ? change.agency.id : change.agencyId;
  const agency = draft.agencies.get(id);
  if (agency === undefined) return refuse('agencies.unknown_agency', { details: { id, name: id } });
  if (change.change === 'amend_agency') {
    return accept(draft.agencies.set(id, { ...change.agency, aliases: [...new Set(change.agency.aliases)] }));
  }
  if (change.change === 'set_aliases') {
    return accept(draft.agencies.set(id, { ...agency, aliases: [...new Set(change.aliases)] }));
  }
  const { name, validTo: day } = agency;
  if (day !== null) return refuse('agencies.ended_already', { details: { name, day } });
  return accept(draft.agencies.set(id, { ...agency, validTo: change.validTo }));
}

function nameOf({ agencies }: Draft, id: string): string {
  return agencies.get(id)?.name ?? id;
}
