import { z } from 'zod';
import { legalBasisData, reportingData, targetData, taskData } from '../draft-fact.ts';

/** Marks of who signs for whom (Decree 30/2020, art. 13): for the head, on order, by authorisation, acting. */
export const signingMarks = ['KT', 'TL', 'TUQ', 'Q'] as const;
export const repeats = ['month', 'quarter', 'half_year', 'year'] as const;

/** Everything of the document that is not its body: who issues it, what it is about, who signs, who receives it. */
export const coverData = z.strictObject({
  kind: z.string(),
  title: z.string(),
  /** Cơ quan chủ quản, printed above the issuer; null for a People's Committee. */
  parentBody: z.string().nullable(),
  issuer: z.string(),
  symbol: z.string(),
  place: z.string(),
  /** The sentence that leads into the body. */
  opening: z.string(),
  /** «ỦY BAN NHÂN DÂN» behind «TM.»; null where the signer signs for nobody but the office. */
  onBehalfOf: z.string().nullable(),
  mark: z.enum(signingMarks).nullable(),
  /** The office behind the mark: «CHỦ TỊCH» of «KT. CHỦ TỊCH». */
  markTitle: z.string().nullable(),
  signerTitle: z.string(),
  signerName: z.string(),
  recipients: z.array(z.string()),
});

export const basisItem = legalBasisData.extend({
  /** What the text is about, as it is cited: «về …», or the name of a law. */
  about: z.string(),
});
export const headingItem = z.strictObject({
  text: z.string(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
});
export const paragraphItem = z.strictObject({ text: z.string() });
export const taskItem = taskData.omit({ section: true }).extend({
  /** Comes back within its time; each time is an instance of its own. */
  repeats: z.enum(repeats).nullable(),
  /** What it must produce; empty where nothing is named. */
  product: z.string(),
  /** The task of a higher plan that it makes concrete. */
  carriesOut: z.uuid().nullable(),
  /** The task of an earlier plan that it goes on with. */
  continues: z.uuid().nullable(),
});
export const targetItem = targetData;
export const reportingItem = reportingData;
/** A task of the higher plan that was looked at: taken over are those some task carries out, `no` are the others. */
export const offerItem = z.strictObject({ taskId: z.uuid(), answer: z.literal('no').nullable() });

export const bodyKinds = ['heading', 'paragraph', 'task', 'target', 'reporting'] as const;
export const itemKinds = ['cover', 'basis', ...bodyKinds, 'offer'] as const;
export type ItemKind = (typeof itemKinds)[number];
export type BodyKind = (typeof bodyKinds)[number];

const common = {
  id: z.uuid(),
  /** Where it stands in its row: the bases among themselves, everything of the body in one row. */
  position: z.number(),
  /** Grows by one with each change. */
  version: z.int().min(1),
  /** The item it was taken from when this is a new version of an issued plan. */
  origin: z.uuid().nullable(),
};

export const manuscriptItem = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('cover'), data: coverData }),
  z.strictObject({ ...common, kind: z.literal('basis'), data: basisItem }),
  z.strictObject({ ...common, kind: z.literal('heading'), data: headingItem }),
  z.strictObject({ ...common, kind: z.literal('paragraph'), data: paragraphItem }),
  z.strictObject({ ...common, kind: z.literal('task'), data: taskItem }),
  z.strictObject({ ...common, kind: z.literal('target'), data: targetItem }),
  z.strictObject({ ...common, kind: z.literal('reporting'), data: reportingItem }),
  z.strictObject({ ...common, kind: z.literal('offer'), data: offerItem }),
]);
export type ManuscriptItem = z.infer<typeof manuscriptItem>;
export type ItemOf<Kind extends ItemKind> = Extract<ManuscriptItem, { kind: Kind }>;
export type ItemData<Kind extends ItemKind> = ItemOf<Kind>['data'];

export const itemDataSchemas = {
  cover: coverData,
  basis: basisItem,
  heading: headingItem,
  paragraph: paragraphItem,
  task: taskItem,
  target: targetItem,
  reporting: reportingItem,
  offer: offerItem,
} as const;

export function isOfBody(kind: ItemKind): kind is BodyKind {
  return (bodyKinds as readonly ItemKind[]).includes(kind);
}

/** The row an item stands in: items of one row are ordered among themselves. */
export function rowOf(kind: ItemKind): 'body' | Exclude<ItemKind, BodyKind> {
  return isOfBody(kind) ? 'body' : kind;
}
