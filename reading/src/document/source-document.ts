/**
 * What a file contains before anybody asks what it means: paragraphs and tables in reading order. Every format
 * (.docx, .pdf, .txt, scan) is brought to this one shape; page furniture may still be in it, lines broken by
 * pages may still be torn. `normalise` mends both and fixes the offsets.
 */
export interface SourceDocument {
  readonly format: 'docx' | 'pdf' | 'scan' | 'text';
  /** Number of pages where the source has pages. */
  readonly pages: number | null;
  readonly blocks: readonly SourceBlock[];
}

export type SourceBlock = SourceParagraph | SourceTable | { readonly kind: 'page_break'; readonly number: number };

export interface SourceParagraph {
  readonly kind: 'paragraph';
  /**
   * NFC, without control characters; a line break inside the paragraph is a single space. A number that Word itself
   * counts is written out at the front («1. », «a) », «- »).
   */
  readonly text: string;
  readonly align: 'left' | 'center' | 'right' | 'justify';
  /** Steps of indentation, 0 to 4. */
  readonly indent: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /**
   * Where the source says for sure that the paragraph begins or ends here (Word's own paragraphs, an indent or a
   * short last line in a PDF, a blank line in a text). `false` at a page's edge, where a sentence may run on.
   */
  readonly beginsSurely: boolean;
  readonly endsSurely: boolean;
  /** Only from a scan: confidence 0 to 1 of each word, with its offsets in `text`. */
  readonly words?: readonly { readonly start: number; readonly end: number; readonly confidence: number }[];
}

export interface SourceTable {
  readonly kind: 'table';
  readonly rows: readonly SourceRow[];
}

export interface SourceRow {
  /** A row the source itself marks as a heading, repeated on each page. */
  readonly header: boolean;
  readonly cells: readonly SourceCell[];
}

export interface SourceCell {
  readonly paragraphs: readonly SourceParagraph[];
  /** How many columns and rows the cell covers; a cell covered from above is not listed again. */
  readonly columns: number;
  readonly rows: number;
  /** The grid column it starts in, from 0. */
  readonly column: number;
}
