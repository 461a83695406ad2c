import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { noCounts, taskStatuses, type StatusCounts } from '@mangnon/domain/tasks/task-status.ts';
import { getHeat, getOverview, listTasks, mostRows, type TaskRow } from '@mangnon/domain/tasks/tasks.api.ts';
import { implementRead, type TransactionContext } from '../platform/action/action.ts';
import {
  countByGroup,
  countPeriods,
  listGroupNames,
  listHeat,
  listPeriods,
  listSentencesOf,
  type GroupRow,
  type ListedPeriod,
} from './task-lists.queries.ts';
import { findHead } from './heads.queries.ts';
import { findUnits, unitKey } from './units.queries.ts';

/** Rows of a list with the names of their units, all looked up in one question. */
export async function presentRows(
  database: TransactionContext['database'],
  rows: readonly ListedPeriod[],
  today: string,
): Promise<TaskRow[]> {
  const units = await findUnits(database, rows, today);
  return rows.map(({ agencyId, placeId, ...row }) => {
    const found = units.get(unitKey({ agencyId, placeId }));
    const unit = { agencyId, placeId, name: found?.name ?? agencyId, placeName: found?.placeName ?? placeId };
    return { ...row, unit };
  });
}

export const list = implementRead(listTasks, {
  async answer({ query }, { database, now }) {
    const today = vietnamDay(now);
    const rows = await listPeriods(database, query, today);
    const total = rows.length < mostRows ? rows.length : await countPeriods(database, query, today);
    const { headId } = query;
    const head = headId === undefined || headId === 'none' ? null : await findHead(database, headId);
    return accept({ rows: await presentRows(database, rows, today), total, today, head });
  },
});

const countsOf = (row: GroupRow): StatusCounts =>
  Object.fromEntries(taskStatuses.map((status) => [status, row[status]])) as StatusCounts;

export const overview = implementRead(getOverview, {
  async answer({ query: { by, ...filter } }, { database, now }) {
    const today = vietnamDay(now);
    const rows = await countByGroup(database, filter, by, today);
    const names = await listGroupNames(
      database,
      by,
      rows.map(({ key }) => key),
    );
    const counts = { ...noCounts };
    for (const row of rows) for (const status of taskStatuses) counts[status] += row[status];
    const sum = (pick: (row: GroupRow) => number) => rows.reduce((all, row) => all + pick(row), 0);
    return accept({
      counts,
      waiting: sum(({ waiting }) => waiting),
      dueMoved: sum(({ dueMoved }) => dueMoved),
      lateByFirst: sum(({ lateByFirst }) => lateByFirst),
      groups: rows.map((row) => ({
        key: row.key,
        name: names.get(row.key) ?? row.key,
        counts: countsOf(row),
        waiting: row.waiting,
        dueMoved: row.dueMoved,
        lateByFirst: row.lateByFirst,
      })),
      today,
    });
  },
});

export const heat = implementRead(getHeat, {
  async answer({ params: { planId }, query }, { database, now }) {
    const today = vietnamDay(now);
    const sentences = await listSentencesOf(database, planId);
    if (sentences.length === 0) return refuse('plans.not_found');
    const rows = await listHeat(database, { planId, agencyId: query.agencyId }, today);
    const units = [...(await findUnits(database, rows, today)).values()].toSorted((one, other) =>
      one.name.localeCompare(other.name, 'vi'),
    );
    const unitAt = new Map(units.map((unit, at) => [unitKey(unit), at]));
    const sentenceAt = new Map(sentences.map(({ planTaskId }, at) => [planTaskId, at]));
    return accept({
      sentences,
      units: units.map(({ agencyId, placeId, name, placeName }) => ({ agencyId, placeId, name, placeName })),
      cells: rows.map(({ taskId, status, planTaskId, ...ref }) => ({
        taskId,
        status,
        unit: unitAt.get(unitKey(ref)) ?? 0,
        sentence: sentenceAt.get(planTaskId) ?? 0,
      })),
      today,
    });
  },
});
