import { z } from 'zod';
import { calendarTrust } from './calendar.ts';

const basis = { basis: z.string(), article: z.string().nullable(), trust: calendarTrust };

/** A day the law itself makes a holiday, each year it is in force. */
export const holidayRule = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Month and day of the common calendar, or one of the days of lunar-days.json. */
  on: z.union([z.enum(['tet', 'hungKings']), z.string().regex(/^\d\d-\d\d$/)]),
  validFrom: z.iso.date(),
  /** Whether another day is given for one that falls on weekly rest. */
  madeUp: z.boolean(),
  /** How far around it a decision of the year may reach: for the warning alone, taken from the decisions since 2021. */
  open: z.strictObject({ before: z.number().int(), after: z.number().int() }).optional(),
  ...basis,
  note: z.string().nullable().default(null),
});
export type HolidayRule = Readonly<z.infer<typeof holidayRule>>;

export const holidayLaw = z.strictObject({
  weeklyRest: z.strictObject({
    weekdays: z.array(z.number().int().min(1).max(7)),
    ...basis,
    article: z.null().default(null),
    note: z.string(),
  }),
  makeUp: z.strictObject({ name: z.string(), ...basis }),
  rules: z.array(holidayRule),
});
export type HolidayLaw = Readonly<z.infer<typeof holidayLaw>>;

/** The two holidays of the lunar calendar as days of the common one. */
export const lunarDays = z.array(
  z.strictObject({ year: z.number().int(), tet: z.iso.date(), hungKings: z.iso.date() }),
);
export type LunarDays = Readonly<z.infer<typeof lunarDays>[number]>;
