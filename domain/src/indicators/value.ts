import { z } from 'zod';

/** Why nothing was counted; a zero without a reason cannot be told from a forgotten cell. */
export const zeroReasons = ['none_found', 'not_held', 'other'] as const;
/** Why a cell does not concern a unit. */
export const notApplicableReasons = ['no_such_people', 'not_our_duty', 'not_in_period', 'other'] as const;

const words = z.string().trim().min(3).max(500);

/**
 * What a unit says of one figure. Five different things: a number above zero, zero with its reason, nothing said yet,
 * something that does not concern the unit, and, for the public alone, a number that is not shown.
 */
export const value = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('number'), amount: z.number().positive() }),
  z.strictObject({ state: z.literal('zero'), reason: z.enum(zeroReasons), words: words.nullable() }),
  z.strictObject({ state: z.literal('no_report') }),
  z.strictObject({
    state: z.literal('not_applicable'),
    reason: z.enum(notApplicableReasons),
    words: words.nullable(),
  }),
  z.strictObject({ state: z.literal('withheld') }),
]);
export type Value = z.infer<typeof value>;
export type ValueState = Value['state'];

export const noReport: Value = { state: 'no_report' };

/** The number a value stands for; null where it stands for none. Zero is a number, and no report is not zero. */
export function amountOf(one: Value): number | null {
  if (one.state === 'number') return one.amount;
  return one.state === 'zero' ? 0 : null;
}

/** Whether the unit has said what it had to say: also that it has none, or that it does not concern it. */
export function isTold(one: Value): boolean {
  return one.state !== 'no_report';
}
