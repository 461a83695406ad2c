import { z } from 'zod';

/** at_once: within minutes; daily, weekly: at an hour of working days; never: in the app only. */
export const digest = z.enum(['at_once', 'daily', 'weekly', 'never']);
export type Digest = z.infer<typeof digest>;

export const noticeChoice = z.strictObject({
  digest,
  /** Of Viet Nam. */
  hour: z.number().int().min(0).max(23),
  /** Monday 1; of a weekly mail. */
  weekday: z.number().int().min(1).max(7),
});
export type NoticeChoice = Readonly<z.infer<typeof noticeChoice>>;

/** Of who has not chosen: once a working day, as work begins. */
export const usualChoice: NoticeChoice = { digest: 'daily', hour: 7, weekday: 1 };
