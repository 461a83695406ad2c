import { z } from 'zod';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** One stretch on some days of the week, Monday 1 to Sunday 7; it ends on the day it begins. */
export const dutyStretch = z
  .strictObject({ days: z.array(z.int().min(1).max(7)).min(1).max(7), from: time, to: time })
  .refine(({ from, to }) => from < to, { path: ['to'] });
export type DutyStretch = z.infer<typeof dutyStretch>;

/** When a telephone is answered, in the time of Viet Nam: always (24/7), or these stretches. */
export const dutyHours = z.union([z.literal('always'), z.array(dutyStretch).min(1).max(14)]);
export type DutyHours = z.infer<typeof dutyHours>;
