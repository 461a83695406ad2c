import type { Agency, AgencyDuty, AgencySuccession, DutyTransfer } from './agency.ts';

/** The register as a set: what is read, checked and changed as a whole. */
export interface AgencySet {
  readonly agencies: ReadonlyMap<string, Agency>;
  /** By `agencySuccessionKey`. */
  readonly successions: ReadonlyMap<string, AgencySuccession>;
  readonly transfers: ReadonlyMap<string, DutyTransfer>;
  readonly duties: ReadonlyMap<string, AgencyDuty>;
}

export function agencySuccessionKey({ fromId, toId }: Pick<AgencySuccession, 'fromId' | 'toId'>): string {
  return `${fromId} > ${toId}`;
}

/** The same, looked up by agency. */
export interface AgencyBook {
  readonly byId: ReadonlyMap<string, Agency>;
  readonly after: ReadonlyMap<string, readonly AgencySuccession[]>;
  readonly before: ReadonlyMap<string, readonly AgencySuccession[]>;
  readonly given: ReadonlyMap<string, readonly DutyTransfer[]>;
  readonly received: ReadonlyMap<string, readonly DutyTransfer[]>;
  readonly duties: readonly AgencyDuty[];
}

export function makeAgencyBook(set: AgencySet): AgencyBook {
  return {
    byId: set.agencies,
    after: Map.groupBy(set.successions.values(), ({ fromId }) => fromId),
    before: Map.groupBy(set.successions.values(), ({ toId }) => toId),
    given: Map.groupBy(set.transfers.values(), ({ fromId }) => fromId),
    received: Map.groupBy(set.transfers.values(), ({ toId }) => toId),
    duties: [...set.duties.values()],
  };
}
