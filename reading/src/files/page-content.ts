/** What stands on one page, from a PDF's text or from recognition: lengths in points (1/72 inch), y downwards. */
export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly PageWord[];
  readonly rules: readonly PageRule[];
}

/** A stretch of text on one line: a word of a scan, or as much of a line as the PDF keeps together. */
export interface PageWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line the letters stand on. */
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** A blank stands before it even where the gap is too small to show it. */
  readonly spaced: boolean;
  /** 0 to 1, only from recognition. */
  readonly confidence?: number;
}

/** A straight printed line, level or upright. */
export interface PageRule {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Words on one baseline, from left to right. */
export interface PageLine {
  readonly words: readonly PageWord[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}
