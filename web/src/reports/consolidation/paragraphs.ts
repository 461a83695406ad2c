import type { ConsolidationPage } from '@mangnon/domain/reports/consolidation.api.ts';

type Stored = NonNullable<ConsolidationPage['draft']>['paragraphs'][number];

/** A paragraph as it is edited. */
export type Paragraph = Omit<Stored, 'versionId'> & { readonly from?: string };

/** One paragraph a place up or down among those of its heading. */
export function move(all: readonly Paragraph[], paragraph: Paragraph, by: -1 | 1): Paragraph[] {
  const ours = all.filter(({ heading }) => heading === paragraph.heading);
  const other = ours[ours.indexOf(paragraph) + by];
  if (other === undefined) return [...all];
  return all.map((one) => (one === paragraph ? other : one === other ? paragraph : one));
}
