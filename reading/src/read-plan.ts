import type { PlanExtraction } from '@mangnon/domain/plans/extraction.ts';
import type { LayoutBlock } from '@mangnon/domain/plans/layout.ts';
import type { Result } from '@mangnon/domain/kernel/result.ts';

export interface PlanReading {
  readonly extraction: PlanExtraction;
  readonly layout: readonly LayoutBlock[];
  readonly format: 'docx' | 'pdf' | 'scan' | 'text';
  readonly pages: number | null;
}

export interface ReadingProgress {
  readonly stage: 'opening' | 'recognising' | 'understanding' | 'done';
  readonly done: number;
  readonly of: number;
}

/** Reads a plan document. Placeholder signature until the parts stand. */
export type ReadPlan = (
  file: { readonly name: string; readonly bytes: Uint8Array },
  onProgress?: (progress: ReadingProgress) => void,
) => Promise<Result<PlanReading>>;
