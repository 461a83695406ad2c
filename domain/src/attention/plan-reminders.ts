import type { Calendar } from '../law/calendar/calendar.ts';
import { addWorkingDays } from '../law/calendar/working-days.ts';
import { shiftDay } from '../kernel/day.ts';
import type { Audience } from './reminder-source.ts';

/** When whom to remind: `workingDays` before (below zero), on (0) or after the day something falls due. */
export interface ReminderStep {
  readonly audience: Audience;
  readonly workingDays: number;
}

/** What falls due on `day` is to be told to this audience by this step, unless it was. */
export interface StepOfDay extends ReminderStep {
  readonly day: string;
}

/** The day of a step; on the day itself means the last working day up to it, when there is still time. */
export function dayOfStep(calendar: Calendar, dueOn: string, workingDays: number): string {
  return workingDays === 0
    ? addWorkingDays(calendar, shiftDay(dueOn, 1), -1).day
    : addWorkingDays(calendar, dueOn, workingDays).day;
}

/**
 * For each due day the step that holds today, for each audience: the latest one whose day has come. Earlier ones that
 * were not made, because the record is newer or the program stood still, are passed over: people are told how it is, not
 * how it was. `since` is the day up to which all were made; due days whose last step lies before it are left alone, so
 * that a new installation does not remind of everything that was ever late.
 */
export function planSteps(
  calendar: Calendar,
  steps: readonly ReminderStep[],
  today: string,
  since: string,
): StepOfDay[] {
  if (steps.length === 0) return [];
  const offsets = steps.map(({ workingDays }) => workingDays);
  const first = addWorkingDays(calendar, since, -Math.max(0, ...offsets) - 1).day;
  const last = addWorkingDays(calendar, today, Math.max(0, ...offsets.map((offset) => -offset)) + 1).day;
  const byAudience = [...Map.groupBy(steps, ({ audience }) => audience).values()].map((own) =>
    own.toSorted((one, other) => other.workingDays - one.workingDays),
  );
  const planned: StepOfDay[] = [];
  for (let day = first; day <= last; day = shiftDay(day, 1)) {
    for (const own of byAudience) {
      const step = own.find(({ workingDays }) => dayOfStep(calendar, day, workingDays) <= today);
      const isPast = own[0] !== undefined && dayOfStep(calendar, day, own[0].workingDays) < since;
      if (step !== undefined && !isPast) planned.push({ ...step, day });
    }
  }
  return planned;
}
