import type rows from './agencies.json';
import type { Agency, AgencyDuty, AgencySuccession, DutyTransfer } from './agency.ts';
import { agency, agencyDuty, agencySuccession, dutyTransfer } from './agency.ts';
import { agencySuccessionKey, type AgencySet } from './agency-book.ts';

/** The register as agencies.json begins it. `idOf` gives the same id to the same text each time. */
export function readSeedAgencies(seed: typeof rows, idOf: (text: string) => string): AgencySet {
  const agencies = new Map<string, Agency>();
  const successions = new Map<string, AgencySuccession>();
  const transfers = new Map<string, DutyTransfer>();
  const duties = new Map<string, AgencyDuty>();
  for (const row of seed) {
    const { canonical_id: id, valid_from: validFrom, valid_to: validTo, source_url: sourceUrl, ...rest } = row;
    const { name_vi: name, level, type, several, verified, note } = rest;
    const aliases = [...new Set<string>(row.aliases)].filter((alias) => alias !== name);
    const one = {
      id,
      placeId: null,
      name,
      aliases,
      level,
      type,
      several,
      validFrom,
      validTo,
      sourceUrl,
      verified,
      note,
    };
    agencies.set(id, agency.parse(one));
    for (const { id: toId, on, kind, trust } of row.successors) {
      const step = agencySuccession.parse({ fromId: id, toId, on, kind, trust });
      successions.set(agencySuccessionKey(step), step);
    }
    for (const { to: toId, source_url: source, ...transfer } of row.transfers) {
      const key = idOf(`${id} ${toId} ${transfer.on} ${transfer.words}`);
      transfers.set(key, dutyTransfer.parse({ id: key, fromId: id, toId, sourceUrl: source, ...transfer }));
    }
    for (const { source_url: source, valid_from: from, valid_to: to, ...duty } of row.duties) {
      const key = idOf(`${id} ${duty.duty} ${from}`);
      const held = { id: key, agencyId: id, validFrom: from, validTo: to, sourceUrl: source, ...duty };
      duties.set(key, agencyDuty.parse(held));
    }
  }
  return { agencies, successions, transfers, duties };
}
