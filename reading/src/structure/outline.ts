import type { ReadingWarning, Section } from '@mangnon/domain/plans/extraction.ts';
import type { TextLine } from '../document/normalised-document.ts';

/**
 * Where a line stands in the plan. `head` is the letterhead down to the title, `preamble` what comes before the
 * first section, `closing` the paragraph after the last task («Trên đây là …»), then recipients and signature.
 */
export type Zone = 'head' | 'preamble' | 'body' | 'closing' | 'recipients' | 'signature' | 'annex';

export interface OutlineLine {
  readonly line: TextLine;
  readonly zone: Zone;
  /** Label path of the innermost section, e.g. `IV.7`; empty before the first. */
  readonly section: string;
  /** `heading` names a section or an agency; `item` is a bullet or numbered sentence; `field` is «Cơ quan chủ trì: …». */
  readonly kind: 'heading' | 'item' | 'paragraph' | 'field' | 'row';
  /** Where the line's own words begin, after number, letter or bullet (offset in the document's text). */
  readonly contentStart: number;
  /** The agencies in charge of what this line says, as printed without «Đề nghị»; empty where nobody is named. */
  readonly owner: readonly string[];
}

export interface Outline {
  readonly lines: readonly OutlineLine[];
  readonly sections: readonly Section[];
  readonly warnings: readonly ReadingWarning[];
}
