import { isSameValue } from '../kernel/same-value.ts';
import type { Agency, AgencyDuty, AgencySuccession, DutyTransfer } from './agency.ts';
import type { AgencySet } from './agency-book.ts';

/** What was done to one thing of the register; `before` is null for what is new, `after` for what was withdrawn. */
export interface Difference<Item> {
  readonly key: string;
  readonly before: Item | null;
  readonly after: Item | null;
}

export interface AgencyDifference {
  readonly agencies: readonly Difference<Agency>[];
  readonly duties: readonly Difference<AgencyDuty>[];
  readonly successions: readonly Difference<AgencySuccession>[];
  readonly transfers: readonly Difference<DutyTransfer>[];
}

/** What must be written to come from one register to another. */
export function findAgencyDifference(before: AgencySet, after: AgencySet): AgencyDifference {
  return {
    agencies: compare(before.agencies, after.agencies),
    duties: compare(before.duties, after.duties),
    successions: compare(before.successions, after.successions),
    transfers: compare(before.transfers, after.transfers),
  };
}

function compare<Item>(old: ReadonlyMap<string, Item>, fresh: ReadonlyMap<string, Item>): Difference<Item>[] {
  const put = [...fresh].flatMap(([key, after]): Difference<Item>[] => {
    const before = old.get(key) ?? null;
    return before === after || isSameValue(before, after) ? [] : [{ key, before, after }];
  });
  const gone = [...old]
    .filter(([key]) => !fresh.has(key))
    .map(([key, before]): Difference<Item> => ({ key, before, after: null }));
  return [...gone, ...put];
}

/** The agencies a difference writes to, each once: those it changes, and those whose duties, successions or moves it does. */
export function listWrittenAgencies({ agencies, duties, successions, transfers }: AgencyDifference): string[] {
  const owners = [
    ...agencies.map(({ key }) => key),
    ...duties.map(({ before, after }) => (after ?? before)?.agencyId),
    ...[...successions, ...transfers].map(({ before, after }) => (after ?? before)?.fromId),
  ];
  return [...new Set(owners)].filter((id) => id !== undefined);
}
