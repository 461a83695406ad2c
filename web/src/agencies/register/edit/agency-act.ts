import type { AgencyPage } from '@mangnon/domain/agencies/agencies.api.ts';
import type { AgencyLevel } from '@mangnon/domain/agencies/agency.ts';
import type { Duty } from '@mangnon/domain/agencies/duty.ts';
import { formatDay } from '../../../platform/format.ts';
import type { ChosenPlace } from '../../../places/place-box.tsx';

/** `add`: a new one; `amend`: what was written is put right; `duty`: one of its duties; `end`; `move`: a duty goes elsewhere. */
export const agencyActKinds = ['amend', 'duty', 'end', 'move'] as const;
export type AgencyActKind = (typeof agencyActKinds)[number] | 'add';

export type ChosenAgency = { readonly id: string; readonly name: string };

/** One agency that takes over, as typed: all of it, or a part with what it does from then on. */
export interface ReceiverText {
  readonly key: number;
  readonly agency: ChosenAgency | null;
  readonly kind: 'whole' | 'part';
  readonly words: string;
  readonly duties: readonly Duty[];
}

/** A duty of the agency, as typed; `id` is empty for a new one. */
export interface DutyText {
  readonly id: string;
  readonly duty: Duty;
  readonly part: 'authority' | 'desk';
  readonly from: string;
  readonly to: string;
  readonly basis: string;
  readonly article: string;
  readonly trust: 'verified' | 'secondary' | 'unverified';
  /** It was never so. */
  readonly wrong: boolean;
}

/** The document the act rests on, as typed. */
export interface BasisText {
  readonly known: 'yes' | 'no';
  readonly number: string;
  readonly day: string;
  readonly issuer: string;
  readonly title: string;
  readonly link: string;
}

/** The form as typed. */
export interface AgencyActText {
  readonly kind: AgencyActKind;
  readonly name: string;
  /** One a line. */
  readonly aliases: string;
  readonly level: AgencyLevel;
  readonly place: ChosenPlace | null;
  readonly several: boolean;
  readonly validFrom: string;
  readonly validTo: string;
  readonly note: string;
  readonly duty: DutyText;
  readonly lastDay: string;
  readonly moveDay: string;
  readonly receivers: readonly ReceiverText[];
  readonly basis: BasisText;
}

const noDuty: DutyText = {
  id: '',
  duty: 'children',
  part: 'authority',
  from: '',
  to: '',
  basis: '',
  article: '',
  trust: 'verified',
  wrong: false,
};

export function newReceiver(key: number, kind: ReceiverText['kind']): ReceiverText {
  return { key, agency: null, kind, words: '', duties: [] };
}

const write = (day: string | null) => (day === null ? '' : formatDay(day));

/** The form as it begins: for a new agency empty, else with what the register holds. */
export function startAgencyAct(page: AgencyPage | null): AgencyActText {
  const begun = page?.agency;
  return {
    kind: page === null ? 'add' : 'amend',
    name: begun?.name ?? '',
    aliases: page?.aliases.join('\n') ?? '',
    level: begun?.level ?? 'commune',
    place: begun?.place ? { ...begun.place, above: '' } : null,
    several: page?.several ?? false,
    validFrom: write(begun?.validFrom ?? null),
    validTo: write(begun?.validTo ?? null),
    note: page?.note ?? '',
    duty: noDuty,
    lastDay: '',
    moveDay: '',
    receivers: [],
    basis: { known: 'yes', number: '', day: '', issuer: '', title: '', link: '' },
  };
}

/** What is typed of a duty when it is chosen: as it stands, or empty for a new one. */
export function startDuty(page: AgencyPage | null, id: string): DutyText {
  const held = page?.duties.find((one) => one.id === id);
  if (held === undefined) return noDuty;
  const { duty, part, since, until, basis, article, trust } = held;
  const source = { basis: basis ?? '', article: article ?? '', trust };
  return { id, duty, part, from: write(since), to: write(until), ...source, wrong: false };
}
