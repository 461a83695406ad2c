/** A record as the audit trail names it: `kind:id`, such as `plan:6f0c…` or `place:01234@2025-07-01`. */
export type AuditedRecord = string;

const idName = /^([a-z][A-Za-z]*)Id$/;
const printable = /^[!-~]{1,100}$/;

/** The name of a record in the trail; `null` for an id that cannot be one (it came from an address nobody checked yet). */
export function nameRecord(kind: string, id: unknown): AuditedRecord | null {
  const snake = kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return typeof id === 'string' && printable.test(id) ? `${snake}:${id}` : null;
}

/** The records that a set of values points to: `{ draftId: 'a' }` -> `['draft:a']`, in the order they stand. */
export function findRecords(values: unknown): AuditedRecord[] {
  return Object.entries(values ?? {}).flatMap(([name, value]) => {
    const kind = idName.exec(name)?.[1];
    const record = kind === undefined ? null : nameRecord(kind, value);
    return record === null ? [] : [record];
  });
}

export interface AuditedCall {
  /** Of the address: `/api/drafts/:draftId`. */
  readonly params: unknown;
  readonly details: unknown;
  /** Named by the action itself: the people of a list. */
  readonly concerned: readonly AuditedRecord[];
  readonly accountId: string | null;
}

/**
 * In which chain a call stands, and which records it showed or changed. The record in the address comes first; without
 * one, the only record the call names; else the person's own chain; before sign-in the installation's.
 */
export function placeInTrail(call: AuditedCall): { readonly chain: string; readonly subjects: AuditedRecord[] } {
  const addressed = findRecords(call.params);
  const subjects = [...new Set([...addressed, ...call.concerned, ...findRecords(call.details)])];
  const only = subjects.length === 1 ? subjects[0] : undefined;
  const own = call.accountId === null ? 'installation' : `account:${call.accountId}`;
  return { chain: addressed[0] ?? only ?? own, subjects };
}
