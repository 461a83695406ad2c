import { fold } from '../kernel/fold.ts';
import { findCircles } from '../kernel/find-circles.ts';
import {
  dayAfter,
  endsBeforeBegin,
  liesWithin,
  overlaps,
  standsOn,
  writePeriod,
  type Period,
} from '../kernel/period.ts';
import type { Refusal } from '../kernel/result.ts';
import type { Agency, AgencyDuty } from './agency.ts';
import type { AgencySet } from './agency-book.ts';
import { dutyWords } from './duty.ts';

/**
 * What is wrong with a register, each with the agency it concerns: unknown codes, ends before beginnings, two agencies
 * of one name at one time (told of the one that was `changed`), duties outside the time of their agency or held by two, moves at the wrong time, circles.
 */
export function checkAgencies(set: AgencySet, changed: ReadonlySet<string> = new Set()): Refusal[] {
  return [...checkEach(set), ...findSameNames(set, changed), ...checkSteps(set), ...checkDuties(set)];
}

function nameOf({ agencies }: AgencySet, id: string): string {
  return agencies.get(id)?.name ?? id;
}

function checkEach({ agencies }: AgencySet): Refusal[] {
  return [...agencies.values()].flatMap((agency): Refusal[] => {
    const { id, name } = agency;
    return endsBeforeBegin(agency) ? [{ code: 'agencies.ends_before_begin', where: id, details: { name } }] : [];
  });
}

/** A name or other name means one agency of its level, in one place at one time. */
function findSameNames({ agencies }: AgencySet, changed: ReadonlySet<string>): Refusal[] {
  const inOrder = [...agencies.values()].toSorted(
    (one, other) => Number(changed.has(one.id)) - Number(changed.has(other.id)),
  );
  const named = inOrder.flatMap((agency) =>
    [...new Set([agency.name, ...agency.aliases])].map((name) => ({ name, agency })),
  );
  const groups = Map.groupBy(named, ({ name, agency }) => `${agency.level} ${fold(name)}`);
  return [...groups.values()].flatMap((same) =>
    same.flatMap(({ agency: one, name: earlier }, at): Refusal[] => {
      const clash = same
        .slice(at + 1)
        .find(({ agency }) => agency.id !== one.id && overlaps(one, agency) && standTogether(one, agency));
      if (clash === undefined) return [];
      const { agency: other, name } = clash;
      if (name === other.name && earlier === one.name) {
        const details = { name: other.name, other: one.id, period: writePeriod(one) };
        return [{ code: 'agencies.name_twice', where: other.id, details }];
      }
      const details = { name: other.name, alias: name, other: one.name, period: writePeriod(one) };
      return [{ code: 'agencies.alias_twice', where: other.id, details }];
    }),
  );
}

/** Whether both may stand in one place: what is everywhere stands with everything. */
function standTogether(one: Agency, other: Agency): boolean {
  return one.placeId === null || other.placeId === null || one.placeId === other.placeId;
}

function checkSteps(set: AgencySet): Refusal[] {
  const { agencies, successions, transfers } = set;
  const found = [...successions.values()].flatMap(({ fromId, toId, on, kind }): Refusal[] => {
    const where = `${fromId} > ${toId}`;
    const from = agencies.get(fromId);
    const to = agencies.get(toId);
    if (from === undefined || to === undefined) return [unknown(set, where, from === undefined ? fromId : toId)];
    const details = { name: from.name, other: to.name, day: on };
    const gone = kind === 'part' || (from.validTo !== null && from.validTo < on);
    if (!gone || !beganBefore(from, on) || !standsOn(to, on)) {
      return [{ code: 'agencies.succession_time', where, details }];
    }
    const whole =
      kind === 'whole' && [...successions.values()].some((other) => other.fromId === fromId && other.toId !== toId);
    return whole ? [{ code: 'agencies.whole_and_more', where, details }] : [];
  });
  const moves = [...transfers.values()].flatMap(({ fromId, toId, on, words }): Refusal[] => {
    const where = `${fromId} > ${toId}`;
    const from = agencies.get(fromId);
    const to = agencies.get(toId);
    if (from === undefined || to === undefined) return [unknown(set, where, from === undefined ? fromId : toId)];
    const held = beganBefore(from, on) && (from.validTo === null || dayAfter(from.validTo) >= on);
    if (held && standsOn(to, on)) return [];
    return [{ code: 'agencies.transfer_time', where, details: { name: from.name, other: to.name, day: on, words } }];
  });
  const after = Map.groupBy(successions.values(), ({ fromId }) => fromId);
  const circles = findCircles(new Map([...after].map(([id, steps]) => [id, steps.map(({ toId }) => toId)])));
  return [
    ...found,
    ...moves,
    ...circles.map((id) => ({ code: 'agencies.succession_circle', where: id, details: { name: nameOf(set, id) } })),
  ];
}

function beganBefore({ validFrom }: Period, day: string): boolean {
  return validFrom === null || validFrom < day;
}

function unknown(set: AgencySet, where: string, id: string): Refusal {
  return { code: 'agencies.unknown_agency', where, details: { id, name: nameOf(set, where.split(' > ')[0] ?? where) } };
}

function checkDuties(set: AgencySet): Refusal[] {
  const { agencies, duties } = set;
  const all = [...duties.values()];
  // What a place has of its own comes before what is so in general, and does not contradict it.
  const level = ({ agencyId }: AgencyDuty) => {
    const agency = agencies.get(agencyId);
    return `${agency?.level} ${agency?.placeId}`;
  };
  return all.flatMap((one, at): Refusal[] => {
    const agency = agencies.get(one.agencyId);
    if (agency === undefined) return [unknown(set, one.agencyId, one.agencyId)];
    const details = { name: agency.name, duty: dutyWords[one.duty].vi, dutyEn: dutyWords[one.duty].en };
    const where = agency.id;
    if (endsBeforeBegin(one)) return [{ code: 'agencies.ends_before_begin', where, details }];
    if (!liesWithin(one, agency)) {
      return [{ code: 'agencies.duty_outside', where, details: { ...details, period: writePeriod(agency) } }];
    }
    const other = all
      .slice(at + 1)
      .find(
        (next) =>
          next.duty === one.duty &&
          overlaps(one, next) &&
          (next.agencyId === one.agencyId ||
            (next.part === 'authority' && one.part === 'authority' && level(next) === level(one))),
      );
    if (other === undefined) return [];
    const twice = { ...details, other: nameOf(set, other.agencyId), period: writePeriod(other) };
    return [{ code: 'agencies.duty_twice', where, details: twice }];
  });
}
