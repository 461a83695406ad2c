/**
 * What a file may cost before it is refused. A plan of 500 pages stays far below each of these; what goes above
 * them is either not a plan or made to hurt.
 */
export const fileLimits = {
  bytes: 60_000_000,
  /** Entries of a zip archive, and what the parts we read may unpack to. */
  zipEntries: 10_000,
  partBytes: 48_000_000,
  zipRatio: 400,
  xmlDepth: 256,
  xmlElements: 4_000_000,
  paragraphs: 60_000,
  characters: 5_000_000,
  pages: 1000,
  scannedPages: 300,
  /** Pixels of one page when it is rendered for recognition. */
  pagePixels: 12_000_000,
} as const;
