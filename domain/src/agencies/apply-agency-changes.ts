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

function applyOne(draft: Draft, change: AgencyChange): Result<unknown> {
  switch (change.change) {
    case 'add_agency': {
      const { agency } = change;
      return add(draft.agencies, agency.id, { ...agency, validTo: null }, agency.name);
    }
    case 'add_succession': {
      const { change: _, ...step } = change;
      return add(draft.successions, agencySuccessionKey(step), step, step.fromId);
    }
    case 'add_transfer': {
      const { change: _, ...transfer } = change;
      return add(draft.transfers, transfer.id, transfer, transfer.words);
    }
    case 'add_duty': {
      const { change: _, ...duty } = change;
      return add(draft.duties, duty.id, duty, duty.agencyId);
    }
    case 'end_duty': {
      const duty = draft.duties.get(change.dutyId);
      if (duty === undefined) return refuse('agencies.unknown_duty', { details: { id: change.dutyId } });
      const name = draft.agencies.get(duty.agencyId)?.name ?? duty.agencyId;
      if (duty.validTo !== null) return refuse('agencies.ended_already', { details: { name, day: duty.validTo } });
      return accept(draft.duties.set(duty.id, { ...duty, validTo: change.validTo }));
    }
    case 'end_agency':
    case 'set_aliases': {
      const { agencyId: id } = change;
      const agency = draft.agencies.get(id);
      if (agency === undefined) return refuse('agencies.unknown_agency', { details: { id, name: id } });
      if (change.change === 'set_aliases') {
        return accept(draft.agencies.set(id, { ...agency, aliases: [...new Set(change.aliases)] }));
      }
      const { name, validTo: day } = agency;
      if (day !== null) return refuse('agencies.ended_already', { details: { name, day } });
      return accept(draft.agencies.set(id, { ...agency, validTo: change.validTo }));
    }
  }
}
