import type { Span } from '@mangnon/domain/plans/extraction.ts';
import type { Outline, OutlineLine } from './outline.ts';
import type { Topic } from './topics.ts';

/** The outline with what the search for tasks needs beyond the contract that all facts share. */
export interface PlanOutline extends Outline {
  readonly lines: readonly PlanLine[];
  readonly scopes: readonly Scope[];
}

/** A heading or an item together with what stands under it. */
export interface Scope {
  readonly id: number;
  /** -1 for the whole document. */
  readonly parent: number;
  /** Kind of its marker, or `agency`, `title`, `intro` for lines without one. */
  readonly kind: string;
  readonly number: number;
  readonly heading: boolean;
  /** Label path of the innermost numbered heading, this one included. */
  readonly path: string;
  readonly depth: number;
  /** Of a part without a title on its own line, what the title below it says. */
  topic: Topic | null;
  readonly owner: readonly string[];
  /** The line that opened it. */
  readonly line: number;
}

export interface PlanLine extends OutlineLine {
  readonly topic: Topic | null;
  /** The innermost scope: for a heading or item the one it opens. */
  readonly scope: number;
  /** What is to be done, where the line says it; null for a mere heading. */
  readonly words: Span | null;
  /** The line itself names its agencies. */
  readonly named: boolean;
  /** How sure the rule was that found the kind of the line, 0 to 1. */
  readonly sureness: number;
}
