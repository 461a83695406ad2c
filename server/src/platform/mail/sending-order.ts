import { z } from 'zod';

/** With what the mail process ends when nobody could be spoken to (EX_TEMPFAIL). */
export const unreachableStatus = 75;

const order = z.strictObject({
  /** Of the login that works on the queue: it sees no table, and of mails what the functions for sending give it. */
  databaseUrl: z.string(),
  mail: z.strictObject({ server: z.string(), from: z.string(), ca: z.string().nullable() }),
  began: z.iso.datetime().transform((text) => new Date(text)),
});
export type SendingOrder = z.output<typeof order>;

/** One line: it goes over the input of the process, never into its arguments or environment, which others can read. */
export function writeOrder(given: SendingOrder): string {
  return `${JSON.stringify(given)}\n`;
}

export function readOrder(line: string): SendingOrder {
  return order.parse(JSON.parse(line));
}
