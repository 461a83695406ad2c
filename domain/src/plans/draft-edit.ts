import { z } from 'zod';
import { span } from './extraction.ts';
import { draftFact, factKinds } from './draft-fact.ts';

/**
 * One act of a person on a draft. `editId` is made by the screen before the first try, so that a retry after a
 * lost answer does nothing twice.
 *
 * A `change` names for each field what the person saw (`from`) and what they want (`to`). It is applied field by
 * field: where the stored value still is `from`, it becomes `to`; where it already is `to`, nothing happens; where
 * another person made it something else, the whole edit is refused with both values, and the person decides.
 */
export const draftEdit = z.strictObject({
  editId: z.uuid(),
  act: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('change'),
      factId: z.uuid(),
      fields: z.record(z.string(), z.strictObject({ from: z.json(), to: z.json() })),
    }),
    z.strictObject({
      type: z.literal('add'),
      factId: z.uuid(),
      kind: z.enum(factKinds).exclude(['heading', 'doubt']),
      span: span.nullable(),
      /** Stands after this fact of its kind; null puts it by its span, or last. */
      after: z.uuid().nullable(),
      data: z.record(z.string(), z.json()),
    }),
    /** Two tasks become one: the second's words are joined to the first's, its span is included, the second goes. */
    z.strictObject({
      type: z.literal('merge'),
      firstId: z.uuid(),
      firstVersion: z.int(),
      secondId: z.uuid(),
      secondVersion: z.int(),
    }),
    /** One task becomes two, cut in its text at `at` (UTF-16 units); `newId` is the second part. */
    z.strictObject({
      type: z.literal('split'),
      factId: z.uuid(),
      version: z.int(),
      at: z.int().min(1),
      newId: z.uuid(),
    }),
    z.strictObject({ type: z.literal('delete'), factId: z.uuid(), version: z.int() }),
    /** Puts back what one earlier edit changed, if nobody has changed it since. An undo can be undone. */
    z.strictObject({ type: z.literal('undo'), editId: z.uuid() }),
  ]),
});
export type DraftEdit = z.infer<typeof draftEdit>;
export type DraftAct = DraftEdit['act'];

/** What an edit did to one fact: `null` means the fact does not stand (before it was added, after it was removed). */
export const factChange = z.strictObject({
  factId: z.uuid(),
  before: draftFact.nullable(),
  after: draftFact.nullable(),
});
export type FactChange = z.infer<typeof factChange>;
