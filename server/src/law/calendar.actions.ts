import { createHash } from 'node:crypto';
import { canDo } from '@mangnon/domain/access/posts.access.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import type { Calendar } from '@mangnon/domain/law/calendar/calendar.ts';
import {
  changeCalendar,
  exportCalendar,
  getCalendar,
  importCalendar,
  previewCalendarImport,
  type CalendarImportPreview,
} from '@mangnon/domain/law/calendar/calendar.api.ts';
import { applyCalendarChanges, findCalendarDifference } from '@mangnon/domain/law/calendar/calendar-change.ts';
import { calendarRefusals } from '@mangnon/domain/law/calendar/calendar.refusals.ts';
import { writeCalendarSheets } from '@mangnon/domain/law/calendar/calendar-sheets.ts';
import { checkCalendar } from '@mangnon/domain/law/calendar/check-calendar.ts';
import { describeCalendarChanges } from '@mangnon/domain/law/calendar/describe-calendar.ts';
import { readCalendarSheets } from '@mangnon/domain/law/calendar/read-calendar-sheets.ts';
import type { Result } from '@mangnon/domain/kernel/result.ts';
import { implementRead, implementWrite } from '../platform/action/action.ts';
import { checkImport, fingerprintOf, mostTold, tellBadRows } from '../platform/workbook/check-import.ts';
import { receiveWorkbook, type ReceivedWorkbook } from '../platform/workbook/receive-workbook.ts';
import { writeWorkbook } from '../platform/workbook/write-workbook.ts';
import { writeCanonical } from './calendar-register.ts';
import { loadCalendar, lockCalendar, writeCalendar } from './calendar-set.queries.ts';

function revisionOf(calendar: Calendar): string {
  return createHash('sha256').update(writeCanonical(calendar)).digest('hex').slice(0, 16);
}

export const get = implementRead(getCalendar, {
  answer: async (_, { database, actor }) => {
    const calendar = await loadCalendar(database);
    return accept({
      weeklyRest: [...calendar.weeklyRest],
      years: [...calendar.years.values()],
      days: [...calendar.days.values()],
      open: [...calendar.open.values()],
      revision: revisionOf(calendar),
      can: { edit: canDo(actor.posts, 'law.calendar.edit') },
    });
  },
});

export const change = implementWrite(changeCalendar, {
  load: async (_, { database }) => {
    await lockCalendar(database);
    return accept(await loadCalendar(database));
  },
  // The calendar is one for the whole installation: the operation is the whole permission.
  authorise: () => true,
  handle: async ({ body }, before, { database, audit }) => {
    if (body.seen !== revisionOf(before)) return refuse('calendar.changed_meanwhile', { where: 'seen' });
    const applied = applyCalendarChanges(before, body.changes);
    if (!applied.ok) return applied;
    const [wrong] = checkCalendar(applied.value);
    if (wrong !== undefined) return { ok: false, refusal: wrong };
    const difference = findCalendarDifference(before, applied.value);
    await writeCalendar(database, difference);
    const counts = {
      put: difference.days.length + difference.years.length + difference.open.length,
      removed: difference.removedDays.length + difference.removedOpen.length,
    };
    audit(counts);
    return accept(counts);
  },
});

export const preview = implementWrite(previewCalendarImport, {
  prepare: (_, { request }) => receiveWorkbook(request),
  load: async (_, { database }, _workbook: ReceivedWorkbook) => accept(await loadCalendar(database)),
  authorise: () => true,
  handle: async (_, before, { audit }, workbook) => {
    const planned = planImport(before, workbook);
    if (!planned.ok) return planned;
    const { counts, badRowCount } = planned.value.preview;
    audit({ ...counts, badRows: badRowCount });
    return accept(planned.value.preview);
  },
});

export const write = implementWrite(importCalendar, {
  prepare: (_, { request }) => receiveWorkbook(request),
  load: async (_, { database }, _workbook: ReceivedWorkbook) => {
    await lockCalendar(database);
    return accept(await loadCalendar(database));
  },
  authorise: () => true,
  handle: async (_, before, { database, audit }, workbook) => {
    const planned = planImport(before, workbook);
    if (!planned.ok) return planned;
    const { after, preview: shown } = planned.value;
    const checked = checkImport(shown, workbook.fingerprint);
    if (!checked.ok) return checked;
    await writeCalendar(database, findCalendarDifference(before, after));
    audit(shown.counts);
    return accept({ counts: shown.counts });
  },
});

/** What a workbook would make of the calendar, and how that is shown. */
function planImport(
  before: Calendar,
  workbook: ReceivedWorkbook,
): Result<{ readonly after: Calendar; readonly preview: CalendarImportPreview }> {
  const read = readCalendarSheets(before, workbook.sheets);
  if (!read.ok) return read;
  const { calendar: after, rows, badRows } = read.value;
  const changes = describeCalendarChanges(before, after);
  return accept({
    after,
    preview: {
      counts: { rows, put: changes.length },
      changes: changes.slice(0, mostTold),
      badRows: tellBadRows(calendarRefusals, badRows),
      badRowCount: badRows.length,
      fingerprint: fingerprintOf(workbook, changes),
    },
  });
}

export const exportList = implementRead(exportCalendar, {
  answer: async ({ query }, { database, now, audit }) => {
    const year = query.year ?? null;
    const sheets = writeCalendarSheets(await loadCalendar(database), year);
    const bytes = await writeWorkbook(sheets);
    const days = (sheets[1]?.rows.length ?? 1) - 1;
    audit({ year, days });
    return accept({
      fileName: `lich-lam-viec-${year ?? 'cac-nam'}-${vietnamDay(now)}.xlsx`,
      days,
      base64: Buffer.from(bytes).toString('base64'),
    });
  },
});
