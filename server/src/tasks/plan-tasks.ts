import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { mostTasksAtOnce, type assignTasks } from '@mangnon/domain/tasks/assignment.api.ts';
import { expandSchedule, mostPeriods, type PeriodOfTask } from '@mangnon/domain/tasks/task-schedule.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import type { TransactionContext } from '../platform/action/action.ts';
import { listSentences, type NewTask, type PlanToAssign } from './assignment.queries.ts';
import { findUnits, listSuccessorNames, unitKey, type KnownUnit } from './units.queries.ts';

type Item = z.output<NonNullable<typeof assignTasks.body>>['items'][number];

/**
 * The tasks an act of giving would write, each unit and day looked at: a unit that does not stand on the first day, lies
 * outside the place of the plan, or a schedule that cannot be is refused by name, and nothing is written.
 */
export async function planTasks(
  database: TransactionContext['database'],
  plan: PlanToAssign,
  items: readonly Item[],
  today: string,
): Promise<Result<NewTask[]>> {
  const count = items.reduce((sum, { units }) => sum + units.length, 0);
  if (count > mostTasksAtOnce) return refuse('tasks.too_many', { details: { most: mostTasksAtOnce, count } });
  const sentences = new Map((await listSentences(database, plan.id, today)).map((one) => [one.planTaskId, one.text]));
  const named = items.flatMap(({ units, coordinating }) => [...units, ...coordinating]);
  const known = await findUnits(database, named, today);
  const tasks: NewTask[] = [];
  for (const [at, item] of items.entries()) {
    const where = `body.items.${at}`;
    const sentence = sentences.get(item.planTaskId);
    if (sentence === undefined) return refuse('tasks.sentence_unknown', { where: `${where}.planTaskId` });
    const periods = periodsOf(item, `${where}.schedule`);
    if (!periods.ok) return periods;
    const refused = await refuseUnits(database, { item, known, plan, where });
    if (refused !== null) return refused;
    const words = item.words ?? sentence;
    for (const unit of item.units) tasks.push(taskOf(item, words, unit, known, periods.value));
  }
  return accept(tasks);
}

function periodsOf({ schedule }: Item, where: string): Result<PeriodOfTask[]> {
  const { repeats, startsOn: from, endsOn: to } = schedule;
  if (repeats !== 'once' && to === null) return refuse('tasks.repeats_without_end', { where: `${where}.endsOn` });
  const periods = expandSchedule(schedule);
  if (periods === 'too many')
    return refuse('tasks.too_many_periods', { where, details: { from, to, most: mostPeriods } });
  return periods.length === 0 ? refuse('tasks.due_before_start', { where, details: { from, to } }) : accept(periods);
}

interface Asked {
  readonly item: Item;
  readonly known: ReadonlyMap<string, KnownUnit>;
  readonly plan: PlanToAssign;
  readonly where: string;
}

/** An agency of communes is no unit of a province, nor the other way round; those of a region stand in provinces. */
function isElsewhere({ level, placeLevel }: KnownUnit): boolean {
  return (level === 'commune' || level === 'district' || level === 'province') && level !== placeLevel;
}

async function refuseUnits(
  database: TransactionContext['database'],
  { item, known, plan, where }: Asked,
): Promise<Result<never> | null> {
  const day = item.schedule.startsOn;
  for (const part of ['units', 'coordinating'] as const) {
    for (const [at, ref] of item[part].entries()) {
      const place = `${where}.${part}.${at}`;
      const unit = known.get(unitKey(ref));
      if (unit === undefined || isElsewhere(unit)) {
        return refuse('tasks.unit_unknown', { where: place, details: { agency: ref.agencyId, place: ref.placeId } });
      }
      if (unit.validFrom !== null && unit.validFrom > day) {
        return refuse('tasks.unit_not_begun', { where: place, details: { unit: unit.name, day } });
      }
      if (unit.validTo !== null && unit.validTo < day) {
        // The one that is refused, and no further: oxlint-disable-next-line no-await-in-loop
        const successors = (await listSuccessorNames(database, ref)).join(', ');
        const told =
          successors === '' ? {} : { successor: `Nay là: ${successors}.`, successorEn: `Today: ${successors}.` };
        const details = { unit: unit.name, day, successor: '', successorEn: '', ...told };
        return refuse('tasks.unit_ended', { where: place, details });
      }
      if (part === 'units' && unit.provinceId !== plan.provinceId) {
        return refuse('tasks.outside_place', { where: place, details: { unit: unit.name } });
      }
    }
  }
  return null;
}

function taskOf(
  item: Item,
  words: string,
  unit: UnitRef,
  known: ReadonlyMap<string, KnownUnit>,
  periods: readonly PeriodOfTask[],
): NewTask {
  const { product, schedule } = item;
  return {
    id: randomUUID(),
    plan_task_id: item.planTaskId,
    agency_id: unit.agencyId,
    place_id: unit.placeId,
    province_id: known.get(unitKey(unit))?.provinceId ?? '',
    words,
    folded: fold([words, product?.words ?? '', known.get(unitKey(unit))?.name ?? ''].join(' ')),
    product_kind: product?.kind ?? 'none',
    product: product?.words ?? null,
    product_value: product?.figure?.value ?? null,
    product_unit: product?.figure?.unit ?? null,
    repeats: schedule.repeats,
    starts_on: schedule.startsOn,
    ends_on: schedule.endsOn,
    periods,
    parties: item.coordinating.filter((one) => unitKey(one) !== unitKey(unit)),
  };
}
