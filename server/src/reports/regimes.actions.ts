import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import type { Calendar } from '@mangnon/domain/law/calendar/calendar.ts';
import { countDuties, listLacks, stateOfDuty } from '@mangnon/domain/reports/duty-state.ts';
import { readPeriodLaw } from '@mangnon/domain/reports/read-period-law.ts';
import { findDuePeriods, type DuePeriod } from '@mangnon/domain/reports/report-due.ts';
import { leavesTimeToReport } from '@mangnon/domain/reports/report-period.ts';
import { getRegime, listRegimes, type Regime, type ReportDuty } from '@mangnon/domain/reports/reports.api.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { briefOf } from '../inspections/inspection-lists.actions.ts';
import { loadCalendar } from '../law/calendar-set.queries.ts';
import { implementRead } from '../platform/action/action.ts';
import { actsForPlace } from '../tasks/held-units.ts';
import { findUnits, unitKey } from '../tasks/units.queries.ts';
import { actsForSender } from './acts-for-sender.ts';
import { seesSums } from './sees-sums.ts';
import { findProvince } from './consolidated.queries.ts';
import { countPeriods, listDuties, type AskedPeriod, type DutyRow } from './duties.queries.ts';
import { findRegime, findRegimes, type StoredRegime } from './regimes.queries.ts';

const law = readPeriodLaw();
const none = countDuties([]);

/** What a regime asks for while it is in force; nothing where its clause names no day. */
export const periodsOf = ({ due, period, validFrom, validTo }: StoredRegime): DuePeriod[] =>
  due === null ? [] : findDuePeriods(law, { due, period, validFrom, validTo });

export const asked = ({ id }: StoredRegime, { dueOn, cutEnd }: DuePeriod): AskedPeriod => ({
  regime_id: id,
  due_on: dueOn,
  cut_end: cutEnd,
});

function presentRegime({ placeId, ...regime }: StoredRegime): Regime {
  return { ...regime, lacks: listLacks({ ...regime, placeId }) };
}

function presentPeriod(calendar: Calendar, { label, cutStart, cutEnd, dueOn }: DuePeriod) {
  return { label, cutStart, cutEnd, dueOn, leavesTime: leavesTimeToReport(calendar, law.floor, cutEnd, dueOn) };
}

export const list = implementRead(listRegimes, {
  async answer({ query }, { database, now }) {
    const today = vietnamDay(now);
    const { rows, total } = await findRegimes(database, query.planId);
    const dated = rows.map((regime) => {
      const periods = periodsOf(regime);
      return { regime, current: periods.find(({ dueOn }) => dueOn >= today) ?? periods.at(-1) };
    });
    const wanted = dated.flatMap(({ regime, current }) => (current === undefined ? [] : [asked(regime, current)]));
    const counted = new Map((await countPeriods(database, wanted, today)).map((one) => [one.regimeId, one]));
    const calendar = await loadCalendar(database);
    const listed = dated.map(({ regime, current }) => {
      const { units, counts } = pickCounts(counted.get(regime.id));
      return {
        ...presentRegime(regime),
        current: current === undefined ? null : { ...presentPeriod(calendar, current), units, counts },
      };
    });
    // What comes next stands first; what is over, and what names no day, last.
    const key = ({ current }: (typeof listed)[number]) =>
      current === null ? '2' : `${current.dueOn < today ? 1 : 0}${current.dueOn}`;
    return accept({ rows: listed.toSorted((one, other) => (key(one) < key(other) ? -1 : 1)), total, today });
  },
});

function pickCounts(found: Awaited<ReturnType<typeof countPeriods>>[number] | undefined) {
  if (found === undefined) return { units: 0, counts: none };
  const { units, missing, not_yet_due, sent_late, sent_on_time } = found;
  return { units, counts: { missing, not_yet_due, sent_late, sent_on_time } };
}

export const get = implementRead(getRegime, {
  async answer({ params }, { database, actor, now }) {
    const today = vietnamDay(now);
    const regime = await findRegime(database, params.regimeId);
    if (regime === undefined) return refuse('reports.not_found');
    const periods = periodsOf(regime);
    const duties = await listDuties(
      database,
      periods.map((period) => asked(regime, period)),
    );
    const units = await findUnits(database, duties, today);
    const held = await findHeldPosts(database, actor.accountId);
    const calendar = await loadCalendar(database);
    const presentDuty = (duty: DutyRow, cutStart: string): ReportDuty => ({
      unit: briefOf(units, duty),
      state: stateOfDuty(duty.dueOn, duty.sentOn, today),
      sent:
        duty.sentOn === null || duty.enteredAt === null || duty.enteredBy === null
          ? null
          : {
              on: duty.sentOn,
              number: duty.number,
              words: duty.words,
              enteredAt: duty.enteredAt.toISOString(),
              enteredBy: duty.enteredBy,
            },
      can: {
        send: duty.sentOn === null && cutStart <= today && actsForSender(held, { ...duty, unit: unitKey(duty) }),
      },
    });
    const byDay = Map.groupBy(duties, ({ dueOn }) => dueOn);
    return accept({
      regime: {
        ...presentRegime(regime),
        can: {
          tellSender: actsForPlace(held, 'reports.regime.edit', regime.placeId),
          seeSums:
            regime.placeId !== null && seesSums(held, regime.placeId, await findProvince(database, regime.placeId)),
        },
      },
      periods: periods.map((period) => {
        const of = (byDay.get(period.dueOn) ?? []).map((duty) => presentDuty(duty, period.cutStart));
        return {
          ...presentPeriod(calendar, period),
          counts: countDuties(of.map(({ state }) => state)),
          units: of,
        };
      }),
      today,
    });
  },
});
