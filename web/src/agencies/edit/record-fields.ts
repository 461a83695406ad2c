import { duties } from '@mangnon/domain/agencies/duty.ts';
import {
  committeeKinds,
  headRoles,
  memberRoles,
  villageTypes,
  type OfficeKind,
} from '@mangnon/domain/agencies/office.ts';
import { trusts } from '@mangnon/domain/places/place.ts';

export type FieldKind = 'text' | 'phone' | 'day' | 'choice' | 'hours' | 'agency';

export interface FieldSpec {
  readonly name: string;
  readonly kind: FieldKind;
  readonly needed: boolean;
  readonly choices?: readonly string[];
}

const text = (name: string): FieldSpec => ({ name, kind: 'text', needed: true });
const choice = (name: string, choices: readonly string[]): FieldSpec => ({
  name,
  kind: 'choice',
  needed: true,
  choices,
});
const day = (name: string): FieldSpec => ({ name, kind: 'day', needed: true });
const optional = (field: FieldSpec): FieldSpec => ({ ...field, needed: false });
const phone: FieldSpec = { name: 'phone', kind: 'phone', needed: true };
const period = [day('validFrom'), optional(day('validTo'))];
const openPeriod = period.map(optional);

/** What is typed of each kind of record, in the order of the form. */
export const recordFields: Readonly<Record<OfficeKind, readonly FieldSpec[]>> = {
  office: [
    { name: 'agencyId', kind: 'agency', needed: true },
    text('name'),
    optional(phone),
    optional(text('address')),
    ...openPeriod,
  ],
  office_duty: [
    choice('duty', duties),
    optional(text('basis')),
    optional(text('article')),
    choice('trust', trusts),
    ...period,
  ],
  head: [choice('role', headRoles), text('name'), text('title'), optional(text('charge')), ...period],
  focal_point: [text('name'), phone, { name: 'hours', kind: 'hours', needed: true }, ...period],
  committee: [
    choice('type', committeeKinds),
    text('name'),
    text('decisionNumber'),
    day('decidedOn'),
    text('decidedBy'),
    optional(text('rulesNumber')),
    optional(day('rulesOn')),
    ...period,
  ],
  member: [choice('role', memberRoles), text('name'), text('position'), ...period],
  village: [choice('type', villageTypes), text('name'), ...openPeriod],
  collaborator: [text('name'), optional(phone), ...period],
};

/** Records that one person or telephone may follow another in: they can be replaced from a day on. */
export const replaceable: ReadonlySet<OfficeKind> = new Set(['head', 'focal_point', 'member', 'collaborator']);
