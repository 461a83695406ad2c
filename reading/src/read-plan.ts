import type { PlanExtraction } from '@mangnon/domain/plans/extraction.ts';
import type { LayoutBlock } from '@mangnon/domain/plans/layout.ts';
import { accept } from '@mangnon/domain/kernel/result.ts';
import type { Result } from '@mangnon/domain/kernel/result.ts';
import { markHeadings } from './document/mark-headings.ts';
import { normalise } from './document/normalise.ts';
import { makeWarning } from './facts/facts-found.ts';
import { openDocument } from './files/open-document.ts';
import { listUnreadPages } from './files/unread-pages.ts';
import { readDocument } from './read-text.ts';

export interface PlanReading {
  readonly extraction: PlanExtraction;
  readonly layout: readonly LayoutBlock[];
  readonly format: 'docx' | 'pdf' | 'scan' | 'text';
  readonly pages: number | null;
}

/** How far reading has come: `done` of `of` pages while opening and recognising. */
export interface ReadingProgress {
  readonly stage: 'opening' | 'recognising' | 'understanding' | 'done';
  readonly done: number;
  readonly of: number;
}

export type ReadPlan = (
  file: { readonly name: string; readonly bytes: Uint8Array },
  onProgress?: (progress: ReadingProgress) => void,
  signal?: AbortSignal,
) => Promise<Result<PlanReading>>;

/**
 * Reads a plan document: .docx, .pdf with text or scanned, .txt, .md, told apart by content. Gives the facts with
 * their places in the normalised text, and how the document looked. Refusals: `files.refusals.ts`. It keeps the
 * thread busy; a server calls `readPlanInWorker`.
 */
export const readPlan: ReadPlan = async (file, onProgress = () => undefined, signal) => {
  onProgress({ stage: 'opening', done: 0, of: 0 });
  const onPage = (stage: 'opening' | 'recognising', done: number, of: number) => onProgress({ stage, done, of });
  const opened = await openDocument(file.bytes, signal === undefined ? { onPage } : { onPage, signal });
  if (!opened.ok) return opened;
  onProgress({ stage: 'understanding', done: 0, of: 1 });
  const document = normalise(opened.value);
  const extraction = readDocument(document);
  const unread = listUnreadPages(opened.value).map((page) => makeWarning('page_unreadable', undefined, { page }));
  onProgress({ stage: 'done', done: 1, of: 1 });
  return accept({
    extraction: unread.length === 0 ? extraction : { ...extraction, warnings: [...unread, ...extraction.warnings] },
    layout: markHeadings(document, extraction),
    format: opened.value.format,
    pages: opened.value.pages,
  });
};
