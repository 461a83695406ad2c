import type { Assignment, assignTasks } from '@mangnon/domain/tasks/assignment.api.ts';
import type { UnitBrief } from '@mangnon/domain/tasks/task-words.ts';
import type { z } from 'zod';

export type Sentence = Assignment['sentences'][number];
type Item = z.input<NonNullable<typeof assignTasks.body>>['items'][number];

/** What the person made of one sentence before giving it. */
export interface GiveDraft {
  readonly ticked: boolean;
  readonly schedule: Sentence['schedule'];
  /** Units chosen by hand, beside those the register names. */
  readonly added: readonly UnitBrief[];
}

export type GiveDrafts = Readonly<Record<string, GiveDraft>>;

/** As many coordinating units as one task may name; where a plan names more, its sentence says it for them. */
const mostCoordinating = 100;

export function draftOf(drafts: GiveDrafts, sentence: Sentence): GiveDraft {
  return drafts[sentence.planTaskId] ?? { ticked: false, schedule: sentence.schedule, added: [] };
}

export const unitKeyOf = ({ agencyId, placeId }: Pick<UnitBrief, 'agencyId' | 'placeId'>) => `${agencyId} ${placeId}`;

function unique(units: readonly UnitBrief[]): UnitBrief[] {
  return [...new Map(units.map((unit) => [unitKeyOf(unit), unit])).values()];
}

/** The units that would get the sentence now: named by the register or chosen by hand, without those that have it. */
export function unitsToGet(sentence: Sentence, draft: GiveDraft): UnitBrief[] {
  const has = new Set(sentence.given.map(({ unit }) => unitKeyOf(unit)));
  return unique([...sentence.lead.flatMap(({ units }) => units), ...draft.added]).filter(
    (unit) => !has.has(unitKeyOf(unit)),
  );
}

/** Whether a person must still choose who is meant: the register does not tell, and nobody was chosen or has it. */
export function needsChoice(sentence: Sentence, draft: GiveDraft): boolean {
  if (draft.added.length > 0 || sentence.given.length > 0) return false;
  return sentence.lead.length === 0 || sentence.lead.some(({ answer }) => answer === 'choose');
}

/** Whether it can be given as it stands, with nothing left to choose. */
export function isClear(sentence: Sentence, draft: GiveDraft): boolean {
  return unitsToGet(sentence, draft).length > 0 && !needsChoice(sentence, draft);
}

const refOf = ({ agencyId, placeId }: UnitBrief) => ({ agencyId, placeId });

/** What is sent for the ticked sentences, in their order: the place of a refusal counts along it. */
export function itemsOf(sentences: readonly Sentence[], drafts: GiveDrafts): Item[] {
  return sentences.flatMap((sentence) => {
    const draft = draftOf(drafts, sentence);
    const units = unitsToGet(sentence, draft);
    if (!draft.ticked || units.length === 0) return [];
    const coordinating = unique(sentence.coordinating.flatMap((one) => one.units)).map(refOf);
    return [
      {
        planTaskId: sentence.planTaskId,
        units: units.map(refOf),
        coordinating: coordinating.length > mostCoordinating ? [] : coordinating,
        schedule: draft.schedule,
        product: null,
        words: null,
      },
    ];
  });
}
