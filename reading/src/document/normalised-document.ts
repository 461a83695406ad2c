import type { LayoutBlock } from '@mangnon/domain/plans/layout.ts';
import type { Span } from '@mangnon/domain/plans/extraction.ts';
import type { SourceDocument } from './source-document.ts';

/**
 * The document with one text and fixed offsets. In `text` a paragraph is one line; a table row is one line whose
 * cells are separated by TAB, a paragraph break inside a cell is U+2028, and «〃» is a cell merged with the one above. Page numbers and running heads are
 * gone, sentences torn by a page are whole again. A plain text file that contains this text gives the same facts.
 */
export interface NormalisedDocument {
  readonly source: SourceDocument['format'];
  readonly text: string;
  readonly lines: readonly TextLine[];
  readonly layout: readonly LayoutBlock[];
  /** Passages a scan read with little confidence (mean of the words under 0.6), with that mean. */
  readonly faint: readonly { readonly span: Span; readonly confidence: number }[];
  /** Only from a scan: each word's place in `text` and its confidence, in order. */
  readonly words: readonly WordConfidence[];
}

export interface WordConfidence extends Span {
  readonly confidence: number;
}

/** One line of the normalised text: a paragraph, or a row of a table. */
export interface TextLine {
  readonly span: Span;
  readonly text: string;
  readonly indent: number;
  readonly centred: boolean;
  readonly bold: boolean;
  /** For a table row: the cells in order, with the table they belong to; for a paragraph null. */
  readonly row: { readonly table: number; readonly header: boolean; readonly cells: readonly TextCell[] } | null;
}

export interface TextCell {
  readonly span: Span;
  readonly text: string;
  readonly column: number;
  readonly columns: number;
  /** A cell merged from above repeats its content here with the span of the original, and says so. */
  readonly continued: boolean;
}
