import { z } from 'zod';
import { defineEndpoint } from '../../kernel/endpoint.ts';
import { badSheetRow } from '../../kernel/workbook/bad-row.ts';
import { calendarDay, calendarYear, calendarYearNumber, openStretch } from './calendar.ts';
import { calendarChange } from './calendar-change.ts';
import { describedCalendarChange } from './describe-calendar.ts';

export const getCalendar = defineEndpoint({
  method: 'GET',
  path: '/api/working-calendar',
  summary: 'The working calendar of the civil service: every year known, with what is not decided yet',
  operation: 'law.calendar.read',
  audit: null,
  response: z.object({
    weeklyRest: z.array(z.number().int()),
    years: z.array(calendarYear),
    days: z.array(calendarDay),
    open: z.array(openStretch),
    /** Of what was seen; sent along with a change. */
    revision: z.string(),
    can: z.object({ edit: z.boolean() }),
  }),
});

export type ShownCalendar = z.infer<(typeof getCalendar)['response']>;

export const changeCalendar = defineEndpoint({
  method: 'POST',
  path: '/api/working-calendar/changes',
  summary: 'Puts days, years and undecided stretches into the calendar, or takes them out: all of it or nothing',
  operation: 'law.calendar.edit',
  audit: 'law.calendar.change',
  body: z.strictObject({ seen: z.string().max(100), changes: z.array(calendarChange).min(1).max(100) }),
  response: z.object({ put: z.number().int(), removed: z.number().int() }),
});

const counts = z.object({ rows: z.number().int(), put: z.number().int() });

/** A workbook comes as a multipart form with one file, field `file`; then there is no JSON body to describe. */
export const previewCalendarImport = defineEndpoint({
  method: 'POST',
  path: '/api/working-calendar-import/preview',
  summary: 'What a workbook would put into the calendar, and every row that is not right; writes nothing',
  operation: 'law.calendar.edit',
  audit: 'law.calendar_import.preview',
  response: z.object({
    counts,
    /** The first 200; `counts` tells how many there are. */
    changes: z.array(describedCalendarChange),
    badRows: z.array(badSheetRow),
    badRowCount: z.number().int(),
    /** To be sent with the import: it holds only while neither the file nor the calendar has changed. */
    fingerprint: z.string(),
  }),
});

export type CalendarImportPreview = z.infer<(typeof previewCalendarImport)['response']>;

/** The same file once more, with the field `fingerprint` of its preview. */
export const importCalendar = defineEndpoint({
  method: 'POST',
  path: '/api/working-calendar-import',
  summary: 'Writes what the preview of a workbook showed: all of it or nothing',
  operation: 'law.calendar.edit',
  audit: 'law.calendar_import.write',
  response: z.object({ counts }),
});

export const exportCalendar = defineEndpoint({
  method: 'GET',
  path: '/api/working-calendar-export',
  summary: 'A workbook of the calendar: of one year, or of all',
  operation: 'law.calendar.read',
  audit: 'law.calendar_export.read',
  query: z.object({ year: z.coerce.number().pipe(calendarYearNumber).optional() }),
  response: z.object({ fileName: z.string(), days: z.number().int(), base64: z.string() }),
});
