import { z } from 'zod';
import { calendarTrust } from '../law/calendar/calendar.ts';

export const reportCalendars = ['administrative', 'statistical'] as const;
export const periodKinds = ['month', 'quarter', 'half', 'nine_months', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

const dated = {
  basis: z.string(),
  article: z.string().nullable(),
  trust: calendarTrust,
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
};

/** What a text says of the days whose figures belong to a reporting period. */
export const periodRule = z.strictObject({
  id: z.string(),
  calendar: z.enum(reportCalendars),
  kind: z.enum(periodKinds),
  months: z.int().positive(),
  /** The first day counted, and how many months before the first month of the period it lies. */
  begins: z.strictObject({ day: z.int().min(1).max(28), monthsBefore: z.int().nonnegative() }),
  timesAYear: z.int().positive(),
  note: z.string().nullable().default(null),
  ...dated,
});
export type PeriodRule = Readonly<z.infer<typeof periodRule>>;

/** How many working days have to lie between the last day counted and the due day. */
export const dueFloor = z.strictObject({ workingDays: z.int().positive(), ...dated });
export type DueFloor = Readonly<z.infer<typeof dueFloor>>;

export const periodLaw = z.strictObject({ floor: dueFloor, rules: z.array(periodRule) });
export type PeriodLaw = Readonly<z.infer<typeof periodLaw>>;
