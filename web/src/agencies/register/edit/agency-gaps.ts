import { changeDecision } from '@mangnon/domain/places/change-decision.ts';
import { readDayText } from '../../../platform/day-text.ts';
import type { MessageKey } from '../../../platform/messages.ts';
import type { AgencyActText } from './agency-act.ts';
import { readBasis } from './build-agency-changes.ts';

/** Where something is shown that is missing or wrong: `name`, `lastDay`, `to:<key>`, `basis.number`, … */
export type AgencyField = string;

/** What must be filled in, or cannot be read, before anything is sent: by field a key of the messages. */
export function findAgencyGaps(
  act: AgencyActText,
  { everywhere }: { readonly everywhere: boolean },
): Map<AgencyField, MessageKey> {
  const gaps = new Map<AgencyField, MessageKey>();
  const needDay = (field: AgencyField, text: string) => {
    if (readDayText(text) === null) gaps.set(field, text.trim() === '' ? 'day.missing' : 'day.wrong');
  };
  const mayHaveDay = (field: AgencyField, text: string) => {
    if (text.trim() !== '') needDay(field, text);
  };
  if (act.kind === 'add' || act.kind === 'amend') {
    if (act.name.trim() === '') gaps.set('name', 'record.missing');
    if (act.place === null && !everywhere) gaps.set('place', 'register.edit.place.missing');
    mayHaveDay('validFrom', act.validFrom);
    mayHaveDay('validTo', act.validTo);
  }
  if (act.kind === 'duty' && !act.duty.wrong) {
    mayHaveDay('dutyFrom', act.duty.from);
    mayHaveDay('dutyTo', act.duty.to);
  }
  if (act.kind === 'end') needDay('lastDay', act.lastDay);
  if (act.kind === 'move') needDay('moveDay', act.moveDay);
  if (act.kind === 'end' || act.kind === 'move') {
    for (const { key, agency, kind, words, duties } of act.receivers) {
      if (agency === null) gaps.set(`to:${key}`, 'register.edit.to.missing');
      if (kind === 'part' && words.trim() === '' && duties.length === 0) {
        gaps.set(`words:${key}`, 'register.edit.words.missing');
      }
    }
    if (act.kind === 'move' && act.receivers.length === 0) gaps.set('receivers', 'register.edit.to.missing');
  }
  if (act.basis.known === 'no') return gaps;
  needDay('basis.day', act.basis.day);
  if (act.basis.number.trim().length < 3) gaps.set('basis.number', 'record.missing');
  for (const { path } of changeDecision.safeParse(readBasis(act.basis)).error?.issues ?? []) {
    const field = `basis.${String(path[0])}`;
    if (!gaps.has(field)) gaps.set(field, field === 'basis.link' ? 'decision.link.wrong' : 'decision.text.wrong');
  }
  return gaps;
}
