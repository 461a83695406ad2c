import type { AgencyPage } from '@mangnon/domain/agencies/agencies.api.ts';
import type { Agency, AgencyLevel } from '@mangnon/domain/agencies/agency.ts';
import type { AgencyChange } from '@mangnon/domain/agencies/agency-change.ts';
import { dutyWords } from '@mangnon/domain/agencies/duty.ts';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import { dayAfter } from '@mangnon/domain/kernel/period.ts';
import type { ChangeDecision } from '@mangnon/domain/places/change-decision.ts';
import { readDayText } from '../../../platform/day-text.ts';
import type { AgencyActText, BasisText, ReceiverText } from './agency-act.ts';

const known = (text: string) => (text.trim() === '' ? null : text.trim());
const dayOf = (text: string) => readDayText(text);

/** The document as the server takes it; null where it is not known yet. */
export function readBasis(basis: BasisText): ChangeDecision | null {
  if (basis.known === 'no') return null;
  return {
    number: basis.number.trim(),
    day: dayOf(basis.day) ?? '',
    issuer: known(basis.issuer),
    title: known(basis.title),
    link: known(basis.link),
  };
}

const prefixes: Readonly<Record<AgencyLevel, string>> = {
  central: 'tw',
  province: 't',
  district: 'h',
  regional: 'kv',
  commune: 'x',
};

/** A code for a new agency: its level, the letters of its name, and some that make it the only one. */
export function makeAgencyId({ level, name }: Pick<Agency, 'level' | 'name'>, unique: string): string {
  const letters = fold(name)
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 50);
  return `${prefixes[level]}.${letters}_${unique.replaceAll('-', '').slice(0, 6)}`;
}

/** The act as the server takes it; for a form without gaps. `newId` gives a new id each time. */
export function buildAgencyChanges(page: AgencyPage | null, act: AgencyActText, newId: () => string): AgencyChange[] {
  if (page === null || act.kind === 'add') {
    const { validTo: _, ...agency } = readAgency(null, act, newId);
    return [{ change: 'add_agency', agency }];
  }
  switch (act.kind) {
    case 'amend':
      return [{ change: 'amend_agency', agency: readAgency(page, act, newId) }];
    case 'duty':
      return [changeDuty(page, act, newId)];
    case 'end':
      return endAgency(page, act, newId);
    case 'move':
      return moveDuties(page, act, newId);
  }
}

function readAgency(page: AgencyPage | null, act: AgencyActText, newId: () => string): Agency {
  const name = act.name.trim();
  const aliases = act.aliases.split('\n').flatMap((line) => known(line) ?? []);
  return {
    id: page?.agency.id ?? makeAgencyId({ level: act.level, name }, newId()),
    name,
    aliases: [...new Set(aliases)].filter((alias) => alias !== name),
    level: act.level,
    placeId: act.place?.id ?? null,
    type: page?.type ?? 'agency',
    several: act.several,
    validFrom: dayOf(act.validFrom),
    validTo: dayOf(act.validTo),
    sourceUrl: page?.sourceUrl ?? null,
    verified: page?.verified ?? false,
    note: known(act.note),
  };
}

function changeDuty(page: AgencyPage, { duty: typed, basis }: AgencyActText, newId: () => string): AgencyChange {
  if (typed.id !== '' && typed.wrong) return { change: 'withdraw_duty', dutyId: typed.id };
  const { duty, part, article, trust } = typed;
  const held = page.duties.find(({ id }) => id === typed.id);
  const text = known(typed.basis) ?? readBasis(basis)?.number ?? null;
  const sourceUrl = held?.sourceUrl ?? null;
  return {
    change: held === undefined ? 'add_duty' : 'amend_duty',
    id: held?.id ?? newId(),
    agencyId: page.agency.id,
    duty,
    part,
    validFrom: dayOf(typed.from),
    validTo: dayOf(typed.to),
    note: held?.note ?? null,
    basis: text,
    article: known(article),
    // Nothing was read that could have verified it.
    trust: text === null && sourceUrl === null ? 'unverified' : trust,
    sourceUrl,
  };
}

/** The last day, the duties that end with it, and who takes over from the day after. */
function endAgency(page: AgencyPage, act: AgencyActText, newId: () => string): AgencyChange[] {
  const { id } = page.agency;
  const validTo = dayOf(act.lastDay) ?? '';
  const on = dayAfter(validTo);
  return [
    ...page.duties
      .filter(({ until }) => until === null)
      .map((duty): AgencyChange => ({ change: 'end_duty', dutyId: duty.id, validTo })),
    { change: 'end_agency', agencyId: id, validTo },
    ...act.receivers.flatMap((receiver): AgencyChange[] => {
      const toId = receiver.agency?.id ?? '';
      const { kind } = receiver;
      const trust = act.basis.known === 'yes' ? 'verified' : 'unverified';
      return [
        { change: 'add_succession', fromId: id, toId, on, kind, trust },
        ...handOver(id, receiver, on, act.basis, newId),
      ];
    }),
  ];
}

/** What goes, and the duties that this agency has until the day before. */
function moveDuties(page: AgencyPage, act: AgencyActText, newId: () => string): AgencyChange[] {
  const on = dayOf(act.moveDay) ?? '';
  const gone = new Set(act.receivers.flatMap(({ duties }) => duties));
  const before = new Date(Date.parse(`${on}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return [
    ...page.duties
      .filter(({ duty, until }) => until === null && gone.has(duty))
      .map((duty): AgencyChange => ({ change: 'end_duty', dutyId: duty.id, validTo: before })),
    ...act.receivers.flatMap((receiver) => handOver(page.agency.id, receiver, on, act.basis, newId)),
  ];
}

function handOver(
  fromId: string,
  { agency, words, duties }: ReceiverText,
  on: string,
  basis: BasisText,
  newId: () => string,
): AgencyChange[] {
  const said = known(words) ?? known(duties.map((duty) => dutyWords[duty].vi).join(', '));
  if (said === null) return [];
  const decision = readBasis(basis);
  return [
    {
      change: 'add_transfer',
      id: newId(),
      fromId,
      toId: agency?.id ?? '',
      on,
      words: said,
      duties: [...duties],
      basis: decision?.number ?? null,
      article: null,
      trust: decision === null ? 'unverified' : 'verified',
      sourceUrl: decision?.link ?? null,
    },
  ];
}
