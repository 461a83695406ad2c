import { z } from 'zod';
import { span } from './extraction.ts';

/**
 * How the document looked, over the same offsets as the normalised text, so that the review screen can show
 * it as printed. Blocks stand in reading order; each span slices the normalised text.
 */
export const paragraphBlock = z.strictObject({
  kind: z.literal('paragraph'),
  span,
  align: z.enum(['left', 'center', 'right', 'justify']),
  /** Steps of indentation, 0 to 4. */
  indent: z.int().min(0).max(4),
  /** Depth of a heading (1 for Roman numbers, 2 below …) or null for running text. */
  heading: z.int().min(1).max(6).nullable(),
  bold: z.boolean(),
  italic: z.boolean(),
});
export type ParagraphBlock = z.infer<typeof paragraphBlock>;

export const tableBlock = z.strictObject({
  kind: z.literal('table'),
  span,
  rows: z.array(
    z.strictObject({
      header: z.boolean(),
      cells: z.array(z.strictObject({ span, columns: z.int().min(1), rows: z.int().min(1) })),
    }),
  ),
});

/** Where a page of the source ended; `span` is empty and stands where the next page begins. */
export const pageBlock = z.strictObject({ kind: z.literal('page'), span, number: z.int().min(1) });

export const layoutBlock = z.discriminatedUnion('kind', [paragraphBlock, tableBlock, pageBlock]);
export type LayoutBlock = z.infer<typeof layoutBlock>;
