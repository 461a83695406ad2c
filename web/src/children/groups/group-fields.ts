import { sexes } from '@mangnon/domain/children/child-groups.ts';
import { readDayText } from '../../platform/day-text.ts';
import { formatDay } from '../../platform/format.ts';
import type { MessageKey } from '../../platform/messages.ts';

/** The column groups of children and cases, each opened to a post or withheld as a whole. */
export type Group = 'identity' | 'contact' | 'health' | 'narrative' | 'offender' | 'reporter';

export interface GroupField {
  readonly key: string;
  readonly label: MessageKey;
  readonly hint?: MessageKey;
  /** `text`: several lines; `born`: a year or a whole day; `number`: nothing where it is not known. */
  readonly kind: 'line' | 'text' | 'born' | 'sex' | 'number';
  readonly most: number;
  readonly needed?: true;
}

export const fieldsOf: Readonly<Record<Group, readonly GroupField[]>> = {
  identity: [
    { key: 'name', label: 'children.field.name', kind: 'line', most: 120, needed: true },
    { key: 'born', label: 'children.field.born', hint: 'children.field.born.hint', kind: 'born', most: 10 },
    { key: 'sex', label: 'children.field.sex', kind: 'sex', most: 10 },
    {
      key: 'personalNumber',
      label: 'children.field.personalNumber',
      hint: 'children.field.personalNumber.hint',
      kind: 'number',
      most: 12,
    },
  ],
  contact: [
    { key: 'address', label: 'children.field.address', kind: 'line', most: 500 },
    { key: 'carers', label: 'children.field.carers', kind: 'text', most: 1000 },
    { key: 'phone', label: 'children.field.phone', kind: 'line', most: 60 },
  ],
  health: [
    { key: 'health', label: 'children.field.health', kind: 'text', most: 5000 },
    { key: 'disability', label: 'children.field.disability', kind: 'text', most: 2000 },
  ],
  narrative: [{ key: 'text', label: 'cases.field.narrative', kind: 'text', most: 10_000, needed: true }],
  offender: [
    { key: 'name', label: 'cases.field.offender', kind: 'line', most: 120 },
    { key: 'relation', label: 'cases.field.offenderRelation', kind: 'line', most: 200 },
    { key: 'known', label: 'cases.field.offenderKnown', kind: 'text', most: 3000 },
  ],
  reporter: [
    { key: 'name', label: 'cases.field.reporter', kind: 'line', most: 120 },
    { key: 'contact', label: 'cases.field.reporterContact', kind: 'line', most: 300 },
    { key: 'relation', label: 'cases.field.reporterRelation', kind: 'line', most: 200 },
  ],
};

/** What stands in the boxes while somebody writes. */
export type GroupDraft = Readonly<Record<string, string>>;

export function draftOf(group: Group, content: Readonly<Record<string, string | null>> | null): GroupDraft {
  const entries = fieldsOf[group].map(({ key, kind }) => {
    const value = content?.[key] ?? (kind === 'sex' ? 'unknown' : '');
    return [key, kind === 'born' ? formatDay(value) : value] as const;
  });
  return Object.fromEntries(entries);
}

/** Nothing was written in any box. */
export function isBlank(group: Group, draft: GroupDraft): boolean {
  return fieldsOf[group].every(({ key, kind }) => kind === 'sex' || (draft[key] ?? '').trim() === '');
}

/** The fields that cannot stay as they are, each with the sentence that says so. */
export function faultsOf(group: Group, draft: GroupDraft): Readonly<Record<string, MessageKey>> {
  const faults: Record<string, MessageKey> = {};
  for (const { key, kind, needed } of fieldsOf[group]) {
    const text = (draft[key] ?? '').trim();
    if (needed && text === '') faults[key] = 'children.fault.needed';
    if (kind === 'born' && text !== '' && readBorn(text) === null) faults[key] = 'children.fault.born';
    if (kind === 'number' && text !== '' && !/^\d{12}$/.test(text)) faults[key] = 'children.fault.personalNumber';
  }
  return faults;
}

/** What goes to the server. Call it where there are no faults. */
export function contentOf(group: Group, draft: GroupDraft): Record<string, string | null> {
  const entries = fieldsOf[group].map(({ key, kind }) => {
    const text = (draft[key] ?? '').trim();
    if (kind === 'born') return [key, readBorn(text)] as const;
    if (kind === 'number') return [key, text === '' ? null : text] as const;
    return [key, text] as const;
  });
  return Object.fromEntries(entries);
}

/** `2015`, or the ISO day of `2/3/2015`. */
function readBorn(text: string): string | null {
  return /^(19|20)\d{2}$/.test(text) ? text : readDayText(text);
}

export const sexChoices = sexes;
