/** A line of a text file on its way to a paragraph. */
export interface RawLine {
  readonly text: string;
  /** White space before the first word, in columns. */
  readonly margin: number;
  readonly blankBefore: boolean;
  readonly bold: boolean;
}
