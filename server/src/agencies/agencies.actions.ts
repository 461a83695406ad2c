import { canDo } from '@mangnon/domain/access/posts.access.ts';
import { changeAgencies, getAgency, listAgencies, searchAgencies } from '@mangnon/domain/agencies/agencies.api.ts';
import type { AgencyBrief } from '@mangnon/domain/agencies/agencies.api.ts';
import { agenciesRefusals } from '@mangnon/domain/agencies/agencies.refusals.ts';
import type { Agency, DutyTransfer } from '@mangnon/domain/agencies/agency.ts';
import { makeAgencyBook, type AgencyBook } from '@mangnon/domain/agencies/agency-book.ts';
import { applyAgencyChanges } from '@mangnon/domain/agencies/apply-agency-changes.ts';
import { checkAgencies } from '@mangnon/domain/agencies/check-agencies.ts';
import { findMoved } from '@mangnon/domain/agencies/find-moved.ts';
import { standsOn } from '@mangnon/domain/kernel/period.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { implementRead, implementWrite } from '../platform/action/action.ts';
import { searchAgencyRows } from './agencies.queries.ts';
import { loadAgencySet, lockRegister, putAgencies, putSteps } from './agency-set.queries.ts';
import { refuseAll } from './refuse-all.ts';

export const search = implementRead(searchAgencies, {
  answer: async ({ query }, { database }) =>
    accept({ agencies: await searchAgencyRows(database, query.q, query.limit) }),
});

export const list = implementRead(listAgencies, {
  answer: async ({ query }, { database, now, actor }) => {
    const on = query.on ?? vietnamDay(now);
    const { agencies, duties } = await loadAgencySet(database);
    const held = Map.groupBy(
      [...duties.values()].filter((duty) => standsOn(duty, on)),
      ({ agencyId }) => agencyId,
    );
    const shown = [...agencies.values()].filter(({ level }) => query.level === undefined || level === query.level);
    return accept({
      on,
      agencies: shown.map((agency) => ({
        ...presentAgency(agency, on),
        aliases: agency.aliases,
        duties: (held.get(agency.id) ?? []).map(({ duty }) => duty),
      })),
      can: { edit: canDo(actor.posts, 'agencies.agency.edit') },
    });
  },
});

export const get = implementRead(getAgency, {
  answer: async ({ params, query }, { database, now, actor }) => {
    const on = query.on ?? vietnamDay(now);
    const book = makeAgencyBook(await loadAgencySet(database));
    const agency = book.byId.get(params.agencyId);
    if (agency === undefined) return refuse('agencies.not_found', { where: 'agencyId' });
    const { id, aliases, note, sourceUrl, verified } = agency;
    const duties = book.duties.filter(({ agencyId }) => agencyId === id);
    return accept({
      on,
      agency: presentAgency(agency, on),
      aliases,
      note,
      sourceUrl,
      verified,
      duties: duties.map(({ validFrom, validTo, ...duty }) => ({ ...duty, since: validFrom, until: validTo })),
      predecessors: (book.before.get(id) ?? []).map((step) => ({ ...step, agency: brief(book, step.fromId, on) })),
      successors: (book.after.get(id) ?? []).map((step) => ({ ...step, agency: brief(book, step.toId, on) })),
      given: (book.given.get(id) ?? []).map((one) => presentTransfer(book, one, one.toId, on)),
      received: (book.received.get(id) ?? []).map((one) => presentTransfer(book, one, one.fromId, on)),
      moved: findMoved(book, id, on),
      can: { edit: canDo(actor.posts, 'agencies.agency.edit') },
    });
  },
});

function presentAgency(agency: Agency, on: string): AgencyBrief {
  const { id, name, level, validFrom, validTo } = agency;
  return { id, name, level, validFrom, validTo, stands: standsOn(agency, on) };
}

function brief(book: AgencyBook, id: string, on: string): AgencyBrief {
  const agency = book.byId.get(id);
  if (agency === undefined) throw new Error(`a step of the register leads to ${id}, which is not there`);
  return presentAgency(agency, on);
}

function presentTransfer(book: AgencyBook, transfer: DutyTransfer, otherId: string, on: string) {
  return { ...transfer, agency: brief(book, otherId, on) };
}

export const change = implementWrite(changeAgencies, {
  load: async (_, { database }) => {
    await lockRegister(database);
    return accept(await loadAgencySet(database));
  },
  // The register is one for the whole installation: the operation is the whole permission.
  authorise: () => true,
  handle: async ({ body }, before, { database, audit }) => {
    const applied = applyAgencyChanges(before, body.changes);
    if (!applied.ok) return applied;
    const after = applied.value;
    const wrong = checkAgencies(after);
    if (wrong.length > 0) return refuseAll('agencies.register_refused', agenciesRefusals, wrong);
    const differing = <Item>(old: ReadonlyMap<string, Item>, fresh: ReadonlyMap<string, Item>) =>
      [...fresh].filter(([key, item]) => old.get(key) !== item).map(([, item]) => item);
    const agencies = differing(before.agencies, after.agencies);
    const steps = {
      successions: differing(before.successions, after.successions),
      transfers: differing(before.transfers, after.transfers),
      duties: differing(before.duties, after.duties),
    };
    if (agencies.length > 0) await putAgencies(database, agencies);
    await putSteps(database, steps);
    const changed = body.changes.filter((one) => !one.change.startsWith('add')).length;
    const counts = { added: body.changes.length - changed, changed };
    audit(counts);
    return accept(counts);
  },
});
