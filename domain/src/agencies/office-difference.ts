import { isSameValue } from '../kernel/same-value.ts';
import type { OfficeRecord } from './office.ts';
import type { OfficeSet } from './office-set.ts';

export interface OfficeDifference {
  readonly added: readonly OfficeRecord[];
  /** Nothing but the last day was set. */
  readonly ended: readonly { readonly before: OfficeRecord; readonly after: OfficeRecord }[];
  readonly amended: readonly { readonly before: OfficeRecord; readonly after: OfficeRecord }[];
  readonly withdrawn: readonly OfficeRecord[];
}

/** What must be written to come from one set to another. */
export function findOfficeDifference(before: OfficeSet, after: OfficeSet): OfficeDifference {
  const added: OfficeRecord[] = [];
  const ended: { before: OfficeRecord; after: OfficeRecord }[] = [];
  const amended: { before: OfficeRecord; after: OfficeRecord }[] = [];
  for (const [id, record] of after) {
    const known = before.get(id);
    if (known === undefined) added.push(record);
    else if (known !== record && !isSameValue(known, record)) {
      const justEnded = record.validTo !== null && isSameValue({ ...known, validTo: record.validTo }, record);
      (justEnded ? ended : amended).push({ before: known, after: record });
    }
  }
  return { added, ended, amended, withdrawn: [...before.values()].filter(({ id }) => !after.has(id)) };
}
