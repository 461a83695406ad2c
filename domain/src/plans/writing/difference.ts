import { composeDocument } from './compose-document.ts';
import { listRow } from './item-order.ts';
import type { ManuscriptItem } from './manuscript-item.ts';
import { hasSameWords } from './start-manuscript.ts';

export type DifferenceState = 'same' | 'changed' | 'moved' | 'added' | 'removed';

export interface DifferenceRow {
  readonly state: DifferenceState;
  readonly kind: ManuscriptItem['kind'];
  readonly before: ManuscriptItem | null;
  readonly after: ManuscriptItem | null;
  /** Names of the fields that are not the same. */
  readonly fields: readonly string[];
}

/**
 * The old version and the new one, row by row in the order of the new one: each item beside the one it was taken from.
 * What is gone stands where it stood, behind the row before it.
 */
export function compareVersions(before: readonly ManuscriptItem[], after: readonly ManuscriptItem[]): DifferenceRow[] {
  return (['cover', 'basis', 'body'] as const).flatMap((row) => compareRow(listRow(before, row), listRow(after, row)));
}

function compareRow(before: readonly ManuscriptItem[], after: readonly ManuscriptItem[]): DifferenceRow[] {
  const byId = new Map(before.map((item) => [item.id, item]));
  const inOrder = findInOrder(before, after);
  const rows = after.map((item): DifferenceRow => {
    const old = item.origin === null ? undefined : byId.get(item.origin);
    if (old === undefined) return { state: 'added', kind: item.kind, before: null, after: item, fields: [] };
    const state = !hasSameWords(old, item) ? 'changed' : inOrder.has(item.id) ? 'same' : 'moved';
    return {
      state,
      kind: item.kind,
      before: old,
      after: item,
      fields: state === 'changed' ? listFields(old, item) : [],
    };
  });
  const kept = new Set(after.flatMap(({ origin }) => origin ?? []));
  before.forEach((old, at) => {
    if (kept.has(old.id)) return;
    const row: DifferenceRow = { state: 'removed', kind: old.kind, before: old, after: null, fields: [] };
    const above = before[at - 1];
    const place = above === undefined ? 0 : rows.findIndex((one) => one.before?.id === above.id) + 1;
    rows.splice(place, 0, row);
  });
  return rows;
}

/** The longest run of items that kept their order: all others were moved. */
function findInOrder(before: readonly ManuscriptItem[], after: readonly ManuscriptItem[]): Set<string> {
  const placeOf = new Map(before.map(({ id }, at) => [id, at]));
  const chains: { readonly ids: readonly string[]; readonly last: number }[] = [];
  for (const { id, origin } of after) {
    const place = origin === null ? undefined : placeOf.get(origin);
    if (place === undefined) continue;
    const best = chains
      .filter(({ last }) => last < place)
      .reduce<readonly string[]>((longest, { ids }) => (ids.length > longest.length ? ids : longest), []);
    chains.push({ ids: [...best, id], last: place });
  }
  const longest = chains.reduce<readonly string[]>((best, { ids }) => (ids.length > best.length ? ids : best), []);
  return new Set(longest);
}

/** What a task goes back to is no word of it. */
const links = new Set(['carriesOut', 'continues']);

function listFields(one: ManuscriptItem, other: ManuscriptItem): string[] {
  const [old, now]: Readonly<Record<string, unknown>>[] = [one.data, other.data];
  return Object.keys(now ?? {}).filter(
    (field) => !links.has(field) && JSON.stringify(old?.[field]) !== JSON.stringify(now?.[field]),
  );
}

const verbs = { changed: 'sửa đổi', moved: 'chuyển vị trí', added: 'bổ sung', removed: 'bãi bỏ' } as const;
const things = {
  cover: 'phần đầu, nơi nhận hoặc người ký',
  basis: 'căn cứ',
  heading: 'mục',
  paragraph: 'đoạn',
  task: 'nhiệm vụ',
  target: 'chỉ tiêu',
  reporting: 'chế độ báo cáo',
  offer: '',
} as const;
/** Longest words of a part that are quoted whole. */
const quoted = 60;

/** The changed parts named, as the amending plan must name them: «sửa đổi nhiệm vụ III.2 «Mở lớp …»». */
export function nameChanges(before: readonly ManuscriptItem[], after: readonly ManuscriptItem[]): string[] {
  const old = labelsOf(before);
  const now = labelsOf(after);
  return compareVersions(before, after).flatMap((row) => {
    if (row.state === 'same' || row.kind === 'cover' || row.kind === 'offer') return [];
    const item = row.after ?? row.before;
    if (item === null) return [];
    const label = (row.after === null ? old : now).get(item.id) ?? '';
    const words = 'text' in item.data ? item.data.text : 'number' in item.data ? item.data.number : '';
    const cut = words.length > quoted ? `${words.slice(0, words.lastIndexOf(' ', quoted))}…` : words;
    return [[verbs[row.state], things[row.kind], label, cut === '' ? '' : `«${cut}»`].filter(Boolean).join(' ')];
  });
}

function labelsOf(items: readonly ManuscriptItem[]): Map<string, string> {
  const { body } = composeDocument(items, { number: null, issuedOn: null });
  const path: string[] = [];
  const labels = new Map<string, string>();
  for (const { id, label, kind, ...block } of body) {
    const bare = label.replace(/[.)]$/, '');
    if (kind === 'heading' && 'level' in block) path.splice(block.level - 1, path.length, bare);
    if (id === null || labels.has(id) || bare === '' || bare === '-' || bare === '+') continue;
    labels.set(id, kind === 'heading' ? path.join('.') : [...path, bare].join('.'));
  }
  return labels;
}
