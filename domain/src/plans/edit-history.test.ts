import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameValue } from '../kernel/same-value.ts';
import { applyEdit, withChanges } from './apply-edit.ts';
import type { DraftAct, FactChange } from './draft-edit.ts';
import { draftFact, type DraftFact, type FactOf } from './draft-fact.ts';
import { comparePositions, listOfKind } from './fact-order.ts';
import { listUndone, undoEdit } from './undo-edit.ts';

/** Random people at work on one draft: whatever they do, nothing acknowledged gets lost and all can be undone. */

const text = 'Mở lớp dạy bơi. Tập huấn cán bộ xã. Rà soát trẻ em có nguy cơ. Sửa sân chơi. Báo cáo kết quả.';
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function startingFacts(): DraftFact[] {
  const tasks = text.split('. ').map((words, index): FactOf<'task'> => {
    const start = text.indexOf(words);
    const data = { text: words, section: 'IV', lead: ['Sở Y tế'], coordinating: [], due: null };
    const span = { start, end: start + words.length };
    return { id: id(index + 1), kind: 'task', position: (index + 1) * 1024, span, confidence: 0.9, version: 1, data };
  });
  const doubts = [1, 3].map((n): FactOf<'doubt'> => {
    const data = { code: 'x', message: 'Không chắc', about: id(n), settled: null };
    return { id: id(100 + n), kind: 'doubt', position: n, span: null, confidence: null, version: 1, data };
  });
  return [...tasks, ...doubts];
}

/** A random act, made from numbers when its turn comes, so that it fits the facts that stand then. */
type Seed = readonly [kind: number, one: number, two: number, words: string];
const seeds = fc.array(fc.tuple(fc.nat(6), fc.nat(1000), fc.nat(1000), fc.string({ unit: 'grapheme', minLength: 1 })), {
  maxLength: 25,
});

function actOf(
  [kind, one, two, words]: Seed,
  facts: readonly DraftFact[],
  fresh: string,
): Exclude<DraftAct, { type: 'undo' }> | null {
  const tasks = listOfKind(facts, 'task');
  const [fact, other] = [tasks[one % tasks.length], tasks[two % tasks.length]];
  if (fact?.kind !== 'task' || other === undefined) return null;
  const factId = fact.id;
  switch (kind) {
    case 0:
      return { type: 'change', factId, fields: { text: { from: fact.data.text, to: words } } };
    case 1:
      return { type: 'change', factId, fields: { lead: { from: fact.data.lead, to: [words] } } };
    case 2: {
      const data = { text: words, section: '', lead: [], coordinating: [], due: null };
      return { type: 'add', factId: fresh, kind: 'task', span: null, after: two % 3 === 0 ? null : other.id, data };
    }
    case 3:
      return {
        type: 'merge',
        firstId: factId,
        firstVersion: fact.version,
        secondId: other.id,
        secondVersion: other.version,
      };
    case 4:
      return { type: 'split', factId, version: fact.version, at: 1 + (two % 20), newId: fresh };
    case 5:
      return { type: 'delete', factId, version: fact.version };
    default: {
      const doubt = listOfKind(facts, 'doubt')[one % 2];
      if (doubt?.kind !== 'doubt') return null;
      return { type: 'change', factId: doubt.id, fields: { settled: { from: doubt.data.settled, to: 'accepted' } } };
    }
  }
}

function play(
  steps: readonly Seed[],
  look?: (facts: readonly DraftFact[]) => void,
): { facts: DraftFact[]; done: FactChange[][] } {
  let facts = startingFacts();
  const done: FactChange[][] = [];
  steps.forEach((seed, index) => {
    const act = actOf(seed, facts, id(1000 + index));
    const result = act && applyEdit(facts, act, text);
    if (!result?.ok) return;
    facts = withChanges(facts, result.value);
    done.push(result.value);
    look?.(facts);
  });
  return { facts, done };
}

const bare = (facts: readonly DraftFact[]): unknown[] =>
  facts.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map((fact) => ({ ...fact, version: 0 }));

describe('any sequence of edits', () => {
  it('undone in reverse restores the first facts, order included', () => {
    fc.assert(
      fc.property(seeds, (steps) => {
        const played = play(steps);
        let { facts } = played;
        for (const changes of played.done.toReversed()) {
          const undone = undoEdit(facts, changes);
          if (!undone.ok) throw new Error(JSON.stringify(undone.refusal));
          facts = withChanges(facts, undone.value);
        }
        expect(bare(facts)).toEqual(bare(startingFacts()));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps facts well formed, places distinct and passages inside the document', () => {
    fc.assert(
      fc.property(seeds, (steps) => {
        play(steps, (facts) => {
          for (const fact of facts) {
            expect(draftFact.safeParse(fact).success).toBe(true);
            const { start, end } = fact.span ?? { start: 0, end: 0 };
            expect(start <= end && end <= text.length).toBe(true);
          }
          const places = listOfKind(facts, 'task').map((fact) => fact.position);
          expect(new Set(places).size).toBe(places.length);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('undone and redone gives what stood before the undo', () => {
    fc.assert(
      fc.property(seeds, (steps) => {
        const { facts, done } = play(steps);
        const last = done.at(-1);
        if (last === undefined) return;
        const undone = undoEdit(facts, last);
        if (!undone.ok) throw new Error(JSON.stringify(undone.refusal));
        const back = withChanges(facts, undone.value);
        const redone = undoEdit(back, undone.value);
        if (!redone.ok) throw new Error(JSON.stringify(redone.refusal));
        expect(bare(withChanges(back, redone.value))).toEqual(bare(facts));
      }),
    );
  });
});

describe('two people at once', () => {
  const fields = ['text', 'section', 'lead', 'coordinating'] as const;
  const valueOf = (field: (typeof fields)[number], words: string): string | string[] =>
    field === 'text' || field === 'section' ? words : [words];

  it('lose nothing in different fields; in one field the second is refused with both values, never silently', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...fields), fc.stringMatching(/^[a-zđơư]{1,8}$/)), { maxLength: 12 }),
        (acts) => {
          const seen = startingFacts()[0] as FactOf<'task'>;
          let facts = startingFacts();
          const acknowledged = new Map<string, unknown>();
          for (const [field, words] of acts) {
            // Everybody works from what stood at the beginning.
            const to = valueOf(field, words);
            const result = applyEdit(
              facts,
              { type: 'change', factId: seen.id, fields: { [field]: { from: seen.data[field], to } } },
              text,
            );
            if (result.ok) {
              facts = withChanges(facts, result.value);
              acknowledged.set(field, to);
            }
            const said = result.ok ? null : { code: result.refusal.code, ...result.refusal.details };
            const told = { code: 'drafts.field_changed', field, yours: to, theirs: acknowledged.get(field) };
            expect(said === null || isSameValue({ ...said, ...told }, said)).toBe(true);
          }
          const now = facts.find((fact) => fact.id === seen.id);
          expect(now?.data).toEqual({ ...seen.data, ...Object.fromEntries(acknowledged) });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('an undo keeps what the other changed elsewhere and is refused where they changed the same', () => {
    const facts = startingFacts();
    const set = (on: readonly DraftFact[], field: 'text' | 'section', to: string): FactChange[] => {
      const fact = on.find((one) => one.id === id(2)) as FactOf<'task'>;
      const result = applyEdit(
        on,
        { type: 'change', factId: fact.id, fields: { [field]: { from: fact.data[field], to } } },
        text,
      );
      if (!result.ok) throw new Error(result.refusal.code);
      return result.value;
    };
    const mine = set(facts, 'text', 'của tôi');
    const afterMine = withChanges(facts, mine);
    const elsewhere = withChanges(afterMine, set(afterMine, 'section', 'V'));
    const undone = undoEdit(elsewhere, mine);
    if (!undone.ok) throw new Error(undone.refusal.code);
    expect(withChanges(elsewhere, undone.value).find((fact) => fact.id === id(2))?.data).toMatchObject({
      text: 'Tập huấn cán bộ xã',
      section: 'V',
    });
    const same = withChanges(afterMine, set(afterMine, 'text', 'của bạn'));
    expect(undoEdit(same, mine)).toMatchObject({ ok: false, refusal: { code: 'drafts.undo_changed' } });
  });
});

describe('listUndone', () => {
  it('follows undos of undos', () => {
    const undo = (seq: number, undoes: string): { seq: number; editId: string; undoes: string } => ({
      seq,
      editId: `u${seq}`,
      undoes,
    });
    expect(listUndone([undo(2, 'a')])).toEqual(new Set(['a']));
    expect(listUndone([undo(2, 'a'), undo(3, 'u2')])).toEqual(new Set(['u2']));
    expect(listUndone([undo(2, 'a'), undo(3, 'u2'), undo(4, 'u3')])).toEqual(new Set(['a', 'u3']));
    expect(listUndone([undo(2, 'a'), undo(3, 'u2'), undo(4, 'a')])).toEqual(new Set(['u2', 'a']));
  });
});

describe('places', () => {
  it('stay in order through two hundred insertions behind the same fact', () => {
    let facts = startingFacts();
    for (let step = 0; step < 200; step += 1) {
      const data = { text: 'mới', section: '', lead: [], coordinating: [], due: null };
      const result = applyEdit(
        facts,
        { type: 'add', factId: id(2000 + step), kind: 'task', span: null, after: id(1), data },
        text,
      );
      if (!result.ok) throw new Error(result.refusal.code);
      facts = withChanges(facts, result.value);
    }
    const order = facts
      .filter((fact) => fact.kind === 'task')
      .toSorted(comparePositions)
      .map((fact) => fact.id);
    expect(order).toEqual([
      id(1),
      ...Array.from({ length: 200 }, (_, step) => id(2199 - step)),
      id(2),
      id(3),
      id(4),
      id(5),
    ]);
  });
});
