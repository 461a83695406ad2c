import { z } from 'zod';

/** One field that differs, under its name as officers read it; `''` where nothing stood or stands. */
export const historyField = z.object({ column: z.string(), before: z.string(), after: z.string() });
export type HistoryField = z.infer<typeof historyField>;

/** Who wrote it down; null where it came with the installation or with data that name nobody. */
export const historyWriter = z.object({ name: z.string(), title: z.string() }).nullable();

/** One thing that was done to a record: when, by whom, and what stood there before. */
export const historyEntry = z.object({
  what: z.enum(['added', 'changed', 'ended', 'withdrawn']),
  at: z.iso.datetime({ offset: true }),
  by: historyWriter,
  fields: z.array(historyField),
});
export type HistoryEntry = z.infer<typeof historyEntry>;
