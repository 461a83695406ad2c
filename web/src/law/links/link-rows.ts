import type { HigherItem, LinkDecision, Links, LinkState, LowerItem } from '@mangnon/domain/law/cascade.api.ts';
import type { DocumentBrief } from '@mangnon/domain/law/texts.api.ts';

/** One task or target with all it may be linked to. */
export interface Row {
  readonly kind: LinkDecision['kind'];
  readonly item: LowerItem;
  readonly higher: ReadonlyMap<string, HigherItem>;
  readonly documents: ReadonlyMap<string, DocumentBrief>;
}

export function rowsOf({ tasks, targets, documents }: Links): Row[] {
  const known = new Map(documents.map((document) => [document.id, document]));
  return (['task', 'target'] as const).flatMap((kind) => {
    const side = kind === 'task' ? tasks : targets;
    const higher = new Map(side.higher.map((item) => [item.id, item]));
    return side.lower.map((item) => ({ kind, item, higher, documents: known }));
  });
}

/** Rows nobody has linked yet that have a proposal. */
export function listWaiting(rows: readonly Row[]): Row[] {
  return rows.filter(({ item }) => item.suggestions.length > 0 && item.links.every(({ state }) => state !== 'linked'));
}

/** The word of a person about the first proposal of a row; nothing where there is none. */
export function decideFirst(row: Row | undefined, state: LinkState): LinkDecision[] {
  const first = row?.item.suggestions[0];
  if (row === undefined || first === undefined) return [];
  return [{ kind: row.kind, lowerId: row.item.id, ...first, state, origin: 'suggested' }];
}

/** The first proposals that are at least so alike. */
export function decideAll(rows: readonly Row[], least: number): LinkDecision[] {
  return rows.flatMap((row) => ((row.item.suggestions[0]?.score ?? 0) >= least ? decideFirst(row, 'linked') : []));
}
