import { labelOf } from '../../kernel/document/numbering.ts';
import type { BodyBlock, OfficialDocument } from '../../kernel/document/official-document.ts';
import { listRow } from './item-order.ts';
import type { ItemData, ItemOf, ManuscriptItem } from './manuscript-item.ts';
import { printBasis } from './print-basis.ts';
import { printReporting } from './print-reporting.ts';
import { printTaskFields } from './print-task.ts';

export interface Numbering {
  readonly number: number | null;
  readonly issuedOn: string | null;
}

/**
 * The plan being written as the official document it would be; `numbered` holds number and day once it is issued,
 * `changes` names the changed parts where it amends another (difference.ts).
 */
export function composeDocument(
  items: readonly ManuscriptItem[],
  numbered: Numbering,
  changes: readonly string[] = [],
): OfficialDocument {
  const { data: cover } = coverOf(items);
  return {
    parentBody: cover.parentBody,
    issuer: cover.issuer,
    number: numbered.number,
    symbol: cover.symbol,
    place: cover.place,
    issuedOn: numbered.issuedOn,
    kind: cover.kind,
    summary: cover.title,
    addressees: [],
    bases: listRow(items, 'basis').flatMap((item) => (item.kind === 'basis' ? [printBasis(item.data)] : [])),
    opening: cover.opening,
    body: [...changesBlock(changes), ...composeBody(items)],
    authority: authorityOf(cover),
    signer: cover.signerName,
    recipients: cover.recipients,
    annexes: [],
  };
}

function changesBlock(changes: readonly string[]): BodyBlock[] {
  if (changes.length === 0) return [];
  const text = `Nội dung sửa đổi, bổ sung: ${changes.join('; ')}.`;
  return [{ kind: 'paragraph', id: null, label: '', text }];
}

export function coverOf(items: readonly ManuscriptItem[]): ItemOf<'cover'> {
  const cover = items.find((item): item is ItemOf<'cover'> => item.kind === 'cover');
  if (cover === undefined) throw new Error('a manuscript has no cover');
  return cover;
}

/** «TM. ỦY BAN NHÂN DÂN» / «KT. CHỦ TỊCH» / «PHÓ CHỦ TỊCH» (Decree 30/2020, art. 13, annex I, II.7). */
export function authorityOf(cover: ItemData<'cover'>): string[] {
  const behalf = cover.onBehalfOf === null || cover.onBehalfOf === '' ? [] : [`TM. ${cover.onBehalfOf}`];
  if (cover.mark === 'Q') return [...behalf, `Q. ${cover.signerTitle}`];
  const marked = cover.mark === null ? [] : [`${cover.mark}. ${cover.markTitle ?? ''}`.trim()];
  return [...behalf, ...marked, cover.signerTitle].filter((line) => line !== '');
}

/**
 * Counts the parts as the law does: I., 1., a). A task takes the next number of the level under its heading; under a
 * lettered heading, where nothing is left to count, it has a dash.
 */
function composeBody(items: readonly ManuscriptItem[]): BodyBlock[] {
  const blocks: BodyBlock[] = [];
  const counts = { 1: 0, 2: 0, 3: 0 };
  let level: 0 | 1 | 2 | 3 = 0;
  const count = (at: 1 | 2 | 3): string => {
    counts[at] += 1;
    if (at < 3) counts[3] = 0;
    if (at < 2) counts[2] = 0;
    return labelOf(at, counts[at]);
  };
  for (const item of listRow(items, 'body')) {
    if (item.kind === 'heading') {
      level = item.data.level;
      blocks.push({ kind: 'heading', id: item.id, level, label: count(level), text: printHeading(item.data) });
    } else if (item.kind === 'task') {
      const label = level === 1 ? count(2) : level === 2 ? count(3) : '-';
      blocks.push({ kind: 'paragraph', id: item.id, label, text: item.data.text });
      const mark = label === '-' ? '+' : '-';
      for (const { text } of printTaskFields(item.data)) {
        blocks.push({ kind: 'paragraph', id: item.id, label: mark, text });
      }
    } else if (item.kind === 'target') {
      blocks.push({ kind: 'paragraph', id: item.id, label: '-', text: item.data.text });
    } else if (item.kind === 'reporting') {
      blocks.push({ kind: 'paragraph', id: item.id, label: '-', text: printReporting(item.data) });
    } else if (item.kind === 'paragraph') {
      blocks.push({ kind: 'paragraph', id: item.id, label: '', text: item.data.text });
    }
  }
  return blocks;
}

function printHeading({ text, level }: ItemData<'heading'>): string {
  return level === 1 ? text.toUpperCase() : text;
}
