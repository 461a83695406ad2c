import type { DraftEdit, FactChange } from '@mangnon/domain/plans/draft-edit.ts';
import type { DraftFact } from '@mangnon/domain/plans/draft-fact.ts';
import type { Draft } from '@mangnon/domain/plans/drafts.api.ts';

/** The facts of a draft by id. */
export type Facts = ReadonlyMap<string, DraftFact>;

/** A value a field may hold; what `z.json()` accepts. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** An edit of this person that the server has not answered yet. */
export interface QueuedEdit {
  readonly edit: DraftEdit;
  /** Milliseconds of the clock; until then typing may go on and the edit is not sent. */
  readonly heldUntil: number;
  /** Sent at least once: the server may know it, so it must never change again. */
  readonly tried: boolean;
  /** Another person has changed a fact this edit is about since it was made. */
  readonly overtaken: boolean;
}

/** Two people wrote different values into one field; the person chooses, and both texts stay until then. */
export interface Clash {
  readonly id: string;
  readonly factId: string;
  readonly field: string;
  readonly mine: Json;
  /** Who wrote the other value, where it is known. */
  readonly by: string | null;
}

/** An edit the server does not take, other than a clash; kept on screen with its words until put away. */
export interface RefusedEdit {
  readonly edit: DraftEdit;
  /** The sentence for the person, in both languages. */
  readonly message: { readonly vi: string; readonly en: string };
}

export interface ReviewState {
  /** As the server has acknowledged them. */
  readonly facts: Facts;
  /** Every edit up to this number is contained in `facts`. */
  readonly seq: number;
  /** Number of the last edit contained, for facts that are ahead of `seq`. */
  readonly ahead: ReadonlyMap<string, number>;
  /** Who changed a fact last, as far as this screen has seen. */
  readonly touchedBy: ReadonlyMap<string, string>;
  /** In the order they were made; sent one after the other. */
  readonly queue: readonly QueuedEdit[];
  readonly clashes: readonly Clash[];
  readonly refused: readonly RefusedEdit[];
  /** Edits of this person that U takes back, last one last; and those that can be done again. */
  readonly undoable: readonly string[];
  readonly redoable: readonly string[];
  /** What this person's acknowledged edits did, so that undo shows at once. */
  readonly done: ReadonlyMap<string, readonly FactChange[]>;
}

/** The parts of the state that must outlive a crash of the screen. */
export interface Unsent {
  readonly queue: readonly QueuedEdit[];
  readonly clashes: readonly Clash[];
}

export function openReview(draft: Pick<Draft, 'facts' | 'seq'>, unsent: Unsent): ReviewState {
  return {
    facts: new Map(draft.facts.map((fact) => [fact.id, fact])),
    seq: draft.seq,
    ahead: new Map(),
    touchedBy: new Map(),
    // What was held for more typing is sent now: nobody types in it any more. And it may have been tried.
    queue: unsent.queue.map((item) => ({ ...item, heldUntil: 0, tried: true })),
    clashes: unsent.clashes,
    refused: [],
    undoable: unsent.queue.filter((item) => item.edit.act.type !== 'undo').map((item) => item.edit.editId),
    redoable: [],
    done: new Map(),
  };
}

/** The field of a fact's data, or `undefined` where the fact does not stand. */
export function fieldOf(facts: Facts, factId: string, field: string): Json | undefined {
  const data = facts.get(factId)?.data as Record<string, Json> | undefined;
  return data?.[field];
}

/** The facts an edit is about. */
export function factsOf(edit: DraftEdit): string[] {
  const { act } = edit;
  if (act.type === 'merge') return [act.firstId, act.secondId];
  if (act.type === 'split') return [act.factId, act.newId];
  return act.type === 'undo' ? [] : [act.factId];
}
