import type { DocumentBrief } from '@mangnon/domain/law/texts.api.ts';
import type { Thread, ThreadItem } from '@mangnon/domain/law/thread.api.ts';

export interface ThreadLevel {
  readonly step: number;
  readonly groups: readonly { readonly document: DocumentBrief; readonly items: readonly ThreadItem[] }[];
}

/** The sentences by level and document, highest first; and the documents from the highest text down to this one. */
export function arrangeThread(thread: Thread): { trail: DocumentBrief[][]; levels: ThreadLevel[] } {
  const byId = new Map(thread.documents.map((document) => [document.id, document]));
  const levels = [...Map.groupBy(thread.items, ({ step }) => step)].map(([step, items]) => ({
    step,
    groups: [...Map.groupBy(items, ({ documentId }) => documentId)].flatMap(([id, own]) => {
      const document = byId.get(id);
      return document === undefined ? [] : [{ document, items: own }];
    }),
  }));
  levels.sort((one, other) => one.step - other.step);
  const here = thread.items.find(({ id }) => id === thread.itemId)?.documentId;
  return { trail: here === undefined ? [] : trailTo(here, thread, byId), levels };
}

/** Level by level upwards, each document once, at its highest place. */
function trailTo(from: string, { carriesOut }: Thread, byId: ReadonlyMap<string, DocumentBrief>): DocumentBrief[][] {
  const height = new Map<string, number>([[from, 0]]);
  const open = [from];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const next = (height.get(id) ?? 0) + 1;
    for (const { lowerId, higherId } of carriesOut) {
      if (lowerId !== id || next > byId.size || (height.get(higherId) ?? -1) >= next) continue;
      height.set(higherId, next);
      open.push(higherId);
    }
  }
  const levels = Map.groupBy(height, ([, at]) => at);
  return [...levels.entries()]
    .sort(([one], [other]) => other - one)
    .map(([, found]) => found.flatMap(([id]) => byId.get(id) ?? []));
}
