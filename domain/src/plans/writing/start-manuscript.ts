import { isSameValue } from '../../kernel/same-value.ts';
import { itemStep } from './item-order.ts';
import { firstCover, type IssuingBody } from './issuing-body.ts';
import type { ItemData, ItemKind, ManuscriptItem } from './manuscript-item.ts';
import { moveItem } from './move-years.ts';
import { offeredSections } from './offered-sections.ts';

type MakeId = () => string;

/** An empty plan: its cover and, where they are wanted, the headings most plans have. */
export function startEmpty(body: IssuingBody, title: string, withSections: boolean, makeId: MakeId): ManuscriptItem[] {
  const headings = withSections ? offeredSections.map((text) => ({ text, level: 1 as const })) : [];
  return lineUp([
    itemOf('cover', firstCover(body, title), makeId),
    ...headings.map((one) => itemOf('heading', one, makeId)),
  ]);
}

interface HigherPlan {
  readonly kind: string;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly issuer: string | null;
  readonly title: string;
  readonly taskIds: readonly string[];
}

/** As an empty one, resting on the higher plan, whose tasks wait to be taken over one by one. */
export function startFromHigher(
  started: readonly ManuscriptItem[],
  higher: HigherPlan,
  makeId: MakeId,
): ManuscriptItem[] {
  const { kind, number, issuedOn, issuer, title } = higher;
  const named = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
  const about = `về ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
  const bases = number === null ? [] : [itemOf('basis', { kind: named, number, issuedOn, issuer, about }, makeId)];
  return lineUp([
    ...started,
    ...bases,
    ...higher.taskIds.map((taskId) => itemOf('offer', { taskId, answer: null }, makeId)),
  ]);
}

/**
 * From a plan of the same body. Last year's comes with its dates moved on by `years` and each task going on with the old
 * one; a new version keeps every word, and each item its origin, so that the difference can be shown.
 * `taskOf` gives the row of the old plan's task for its item.
 */
export function startFromPlan(
  old: readonly ManuscriptItem[],
  how: { readonly mode: 'last_year'; readonly years: number } | { readonly mode: 'version' },
  taskOf: (itemId: string) => string | null,
  makeId: MakeId,
): ManuscriptItem[] {
  const kept = old.filter(({ kind }) => kind !== 'offer');
  const copies = kept.map((item): ManuscriptItem => {
    const moved = how.mode === 'last_year' ? moveItem(item, how.years) : item;
    const origin = how.mode === 'version' ? item.id : null;
    const copy = { ...moved, id: makeId(), version: 1, origin };
    if (copy.kind !== 'task') return copy;
    return { ...copy, data: { ...copy.data, continues: taskOf(item.id) } };
  });
  return lineUp(copies);
}

/** The opening of a version that amends or replaces: which plan, and what becomes of it. */
export function versionOpening(issuer: string, relation: 'amends' | 'replaces', cited: string): string {
  return relation === 'amends'
    ? `${issuer} ban hành Kế hoạch sửa đổi, bổ sung ${cited}. Kế hoạch sau khi sửa đổi, bổ sung như sau:`
    : `${issuer} ban hành Kế hoạch thay thế ${cited} như sau:`;
}

export function itemOf<Kind extends ItemKind>(kind: Kind, data: ItemData<Kind>, makeId: MakeId): ManuscriptItem {
  return { id: makeId(), kind, data, position: 0, version: 1, origin: null } as ManuscriptItem;
}

function lineUp(items: readonly ManuscriptItem[]): ManuscriptItem[] {
  return items.map((item, at) => ({ ...item, position: (at + 1) * itemStep }));
}

export function hasSameWords(one: ManuscriptItem, other: ManuscriptItem): boolean {
  return isSameValue(withoutLinks(one.data), withoutLinks(other.data));
}

function withoutLinks(data: ManuscriptItem['data']): unknown {
  if (!('carriesOut' in data)) return data;
  const { carriesOut: _, continues: __, ...words } = data;
  return words;
}
