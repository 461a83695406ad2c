import type { Conclusion, Inspection } from '@mangnon/domain/inspections/inspections.api.ts';

export interface AskedDraft {
  readonly id: string;
  readonly unitId: string;
  readonly words: string;
  readonly dueOn: string;
  /** The recommendation of the former conclusion it takes over; null for one that is new. */
  readonly from: string | null;
}

export interface ConclusionDraft {
  readonly id: string;
  readonly opened: boolean;
  readonly number: string;
  readonly issuedOn: string;
  readonly words: string;
  readonly asked: readonly AskedDraft[];
}

const openOf = (corrects: Conclusion | null) =>
  (corrects?.recommendations ?? []).filter(({ stand }) => !stand.startsWith('settled'));

/** Begins with the words of the former and what of it is not settled: the new one takes that over. */
export function beginDraft({ today }: Pick<Inspection, 'today'>, corrects: Conclusion | null): ConclusionDraft {
  return {
    id: crypto.randomUUID(),
    opened: false,
    number: '',
    issuedOn: today,
    words: corrects?.words ?? '',
    asked: openOf(corrects).map(({ id, unitId, words, dueOn }) => ({
      id: crypto.randomUUID(),
      unitId,
      words,
      dueOn,
      from: id,
    })),
  };
}

/** A draft that was kept, without what was settled meanwhile: that is not asked for again. And how many fell away. */
export function goOnWith(
  kept: ConclusionDraft,
  corrects: Conclusion | null,
): { readonly draft: ConclusionDraft; readonly settled: number } {
  const open = new Set(openOf(corrects).map(({ id }) => id));
  const asked = kept.asked.filter(({ from }) => from === null || open.has(from));
  return { draft: { ...kept, asked }, settled: kept.asked.length - asked.length };
}
