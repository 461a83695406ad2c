import { coverOf } from './compose-document.ts';
import { compareVersions } from './difference.ts';
import { listRow } from './item-order.ts';
import type { ItemOf, ManuscriptItem } from './manuscript-item.ts';

/** What must still be put right before the plan can go on, and where. */
export interface Missing {
  readonly code: MissingCode;
  readonly itemId: string | null;
}
export const missingCodes = [
  'title',
  'symbol',
  'signer',
  'recipients',
  'task',
  'task_words',
  'task_lead',
  'task_time',
  'target_words',
  'basis_number',
  'heading_words',
  'heading_empty',
  'paragraph_words',
  'nothing_changed',
] as const;
export type MissingCode = (typeof missingCodes)[number];

/** Everything that still lacks, in the order of the page; `before` are the items it was taken from when it amends. */
export function listMissing(
  items: readonly ManuscriptItem[],
  before: readonly ManuscriptItem[] | null = null,
): Missing[] {
  const { id, data: cover } = coverOf(items);
  const found: Missing[] = [];
  const lack = (code: MissingCode, itemId: string | null = null): void => void found.push({ code, itemId });
  if (cover.title === '') lack('title', id);
  // «KH-» waits for the letters of the agency.
  if (cover.symbol === '' || cover.symbol.endsWith('-')) lack('symbol', id);
  for (const item of listRow(items, 'basis')) {
    if (item.kind === 'basis' && (item.data.number === '' || item.data.kind === '')) lack('basis_number', item.id);
  }
  const body = listRow(items, 'body');
  for (const [at, item] of body.entries()) {
    if (item.kind === 'heading' && item.data.text === '') lack('heading_words', item.id);
    if (item.kind === 'heading' && isEmptyUnder(item, body[at + 1])) lack('heading_empty', item.id);
    if (item.kind === 'paragraph' && item.data.text === '') lack('paragraph_words', item.id);
    if (item.kind === 'target' && (item.data.text === '' || item.data.unit === '')) lack('target_words', item.id);
    if (item.kind !== 'task') continue;
    if (item.data.text === '') lack('task_words', item.id);
    if (item.data.lead.length === 0) lack('task_lead', item.id);
    const { due, repeats } = item.data;
    // An instance a period needs a first and a last period.
    if (repeats !== null && (due === null || due.from === null || due.to === null)) lack('task_time', item.id);
  }
  if (!body.some(({ kind }) => kind === 'task')) lack('task');
  if (cover.signerName === '' || cover.signerTitle === '') lack('signer', id);
  if (cover.recipients.length === 0) lack('recipients', id);
  if (before !== null && isSameText(items, before)) lack('nothing_changed');
  return found;
}

/** Nothing stands under the heading before the next one of its level. */
function isEmptyUnder(heading: ItemOf<'heading'>, next: ManuscriptItem | undefined): boolean {
  return next === undefined || (next.kind === 'heading' && next.data.level <= heading.data.level);
}

function isSameText(items: readonly ManuscriptItem[], before: readonly ManuscriptItem[]): boolean {
  return compareVersions(before, items).every(({ state, kind }) => state === 'same' || kind === 'cover');
}
