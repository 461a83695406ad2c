import { z } from 'zod';
import { itemKinds, manuscriptItem } from './manuscript-item.ts';

/**
 * One act of a person on a plan being written. As with drafts (decision 4) a change names for each field what was seen
 * and what is wanted, and `editId` is made by the screen before the first try.
 */
export const writingEdit = z.strictObject({
  editId: z.uuid(),
  act: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('change'),
      itemId: z.uuid(),
      fields: z.record(z.string(), z.strictObject({ from: z.json(), to: z.json() })),
    }),
    z.strictObject({
      type: z.literal('add'),
      itemId: z.uuid(),
      kind: z.enum(itemKinds).exclude(['cover', 'offer']),
      /** Stands behind this item of its row; null puts it first. */
      after: z.uuid().nullable(),
      data: z.record(z.string(), z.json()),
    }),
    z.strictObject({ type: z.literal('move'), itemId: z.uuid(), version: z.int(), after: z.uuid().nullable() }),
    z.strictObject({ type: z.literal('delete'), itemId: z.uuid(), version: z.int() }),
    /** Puts back what one earlier edit changed, if nobody has changed it since. */
    z.strictObject({ type: z.literal('undo'), editId: z.uuid() }),
  ]),
});
export type WritingEdit = z.infer<typeof writingEdit>;
export type WritingAct = WritingEdit['act'];

/** What an edit did to one item; `null` means it does not stand. */
export const itemChange = z.strictObject({
  itemId: z.uuid(),
  before: manuscriptItem.nullable(),
  after: manuscriptItem.nullable(),
});
export type ItemChange = z.infer<typeof itemChange>;
