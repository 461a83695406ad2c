import { z } from 'zod';
import { unitRef } from '../tasks/task-words.ts';

/** Kiểm tra, giám sát, đánh giá: the three words plans use for looking at their own execution. */
export const inspectionKinds = ['check', 'supervision', 'evaluation'] as const;
export type InspectionKind = (typeof inspectionKinds)[number];

/** Làm tốt; tồn tại, hạn chế; vi phạm. The product's own division: no law names these three. */
export const findingKinds = ['good', 'shortcoming', 'violation'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Who goes along: a person as the decision names them, with the office they come from. */
export const member = z.strictObject({
  name: z.string().trim().min(1).max(120),
  from: z.string().trim().max(200),
});
export type Member = z.infer<typeof member>;

/** What the decision that sets up an inspection says of it. */
export const inspectionHead = z.strictObject({
  kind: z.enum(inspectionKinds),
  lead: unitRef,
  /** The document that sets it up, with number and day, as cited. */
  basis: z.string().trim().min(3).max(500),
  members: z.array(member).max(50),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  contents: z.string().trim().min(1).max(8000),
});
export type InspectionHead = z.infer<typeof inspectionHead>;
