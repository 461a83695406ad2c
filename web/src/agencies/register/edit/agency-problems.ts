import type { Sentence } from '@mangnon/domain/kernel/sentence.ts';
import { isRefusal } from '../../../platform/refusal-error.ts';
import type { AgencyActText } from './agency-act.ts';
import type { AgencyField } from './agency-gaps.ts';

export interface AgencyProblem {
  readonly code: string;
  readonly where: string | null;
  readonly message: Sentence;
}

interface Told {
  readonly code?: unknown;
  readonly where?: unknown;
  readonly message?: Partial<Sentence>;
}

/** Everything the server found wrong with an act; empty where it was not refused. */
export function listAgencyProblems(error: unknown): AgencyProblem[] {
  if (!isRefusal(error)) return [];
  const told = Array.isArray(error.details['problems']) ? (error.details['problems'] as Told[]) : [];
  const problems = told.map(({ code, where, message }) => ({
    code: String(code),
    where: typeof where === 'string' ? where : null,
    message: { vi: message?.vi ?? '', en: message?.en ?? '' },
  }));
  if (problems.length > 0) return problems;
  return [{ code: error.code, where: error.where ?? null, message: error.sentence }];
}

const ofPlace = new Set(['agencies.unknown_place', 'agencies.place_level', 'agencies.place_ended']);
const ofLastDay = new Set(['agencies.end_ahead', 'agencies.ends_before_begin', 'agencies.ended_already']);
const ofDuty = new Set(['agencies.duty_twice', 'agencies.duty_outside']);

/** The field a problem stands beside; null where it concerns none of the form. */
export function findAgencyField(act: AgencyActText, { code, where }: AgencyProblem): AgencyField | null {
  const { kind } = act;
  const receiver = act.receivers.find(({ agency }) => agency !== null && where?.endsWith(` > ${agency.id}`) === true);
  if (receiver !== undefined && (kind === 'end' || kind === 'move')) return `to:${receiver.key}`;
  if (where?.startsWith('body.basis.') === true) return where.slice('body.'.length);
  if (kind === 'add' || kind === 'amend') {
    if (code === 'agencies.name_twice') return 'name';
    if (code === 'agencies.alias_twice') return 'aliases';
    if (ofPlace.has(code) || code === 'agencies.out_of_reach') return 'place';
    return ofLastDay.has(code) ? 'validTo' : ofDuty.has(code) ? 'validFrom' : null;
  }
  if (kind === 'duty') return code === 'agencies.ends_before_begin' ? 'dutyTo' : ofDuty.has(code) ? 'dutyFrom' : null;
  if (ofLastDay.has(code) || ofDuty.has(code)) return kind === 'end' ? 'lastDay' : 'moveDay';
  return null;
}
