import { z } from 'zod';

/** Where a figure stands in a text (from, to: code units), and the cell it comes from: a hidden bookmark in Word. */
const cellMark = z.strictObject({ from: z.int().min(0), to: z.int().min(0), key: z.string().min(1) });
export type CellMark = z.infer<typeof cellMark>;

/** A paragraph or heading of the body; `id` is what it was written from, where there is something. */
export const bodyBlock = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('heading'),
    id: z.string().nullable(),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    /** «I.», «1.», «a)»; empty for one that is not counted. */
    label: z.string(),
    text: z.string(),
  }),
  z.strictObject({
    kind: z.literal('paragraph'),
    id: z.string().nullable(),
    label: z.string(),
    text: z.string(),
    /** In the order of the text; none overlaps another. */
    cells: z.array(cellMark).optional(),
  }),
]);
export type BodyBlock = z.infer<typeof bodyBlock>;

export const annexTable = z.strictObject({
  /** What the annex is about; its number comes from its place among the annexes. */
  title: z.string(),
  landscape: z.boolean(),
  /** What is said above the table, each a paragraph. */
  lines: z.array(z.string()).optional(),
  columns: z.array(
    z.strictObject({ title: z.string(), share: z.number().positive(), align: z.enum(['left', 'center', 'right']) }),
  ),
  rows: z.array(z.array(z.string())),
  /** Beside `rows`: the cell a figure comes from, null where the text is no figure. */
  keys: z.array(z.array(z.string().nullable())).optional(),
  /** The last row is the sum of those above: it stands out, and never alone on a page. */
  endsInSum: z.boolean().optional(),
});
export type AnnexTable = z.infer<typeof annexTable>;

/**
 * A document as Decree 30/2020/NĐ-CP knows it, before it is drawn: the nine main parts (art. 8(2)) and its annexes.
 * Text stands as it is printed, without the words that the form itself adds.
 */
export const officialDocument = z.strictObject({
  /** The body it is under (cơ quan chủ quản), where it has one. */
  parentBody: z.string().nullable(),
  issuer: z.string(),
  /** Null while it is a draft. */
  number: z.int().min(1).nullable(),
  /** «KH-UBND». */
  symbol: z.string(),
  place: z.string(),
  issuedOn: z.iso.date().nullable(),
  kind: z.string(),
  summary: z.string(),
  addressees: z.array(z.string()),
  bases: z.array(z.string()),
  /** The sentence that leads into the body. */
  opening: z.string(),
  body: z.array(bodyBlock),
  /** «TM. ỦY BAN NHÂN DÂN», «KT. CHỦ TỊCH», «PHÓ CHỦ TỊCH». */
  authority: z.array(z.string()),
  signer: z.string(),
  recipients: z.array(z.string()),
  annexes: z.array(annexTable),
});
export type OfficialDocument = z.infer<typeof officialDocument>;
