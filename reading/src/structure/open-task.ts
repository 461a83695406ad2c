import type { Span, Task } from '@mangnon/domain/plans/extraction.ts';

/** A task on its way, with what decides about it until the plan is read to its end. */
export interface OpenTask {
  readonly span: Span;
  readonly line: number;
  readonly scope: number;
  readonly section: string;
  owner: readonly string[];
  lead: readonly string[];
  coordinating: readonly string[];
  due: Task['due'];
  sureness: number;
}
