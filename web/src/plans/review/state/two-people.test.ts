import type { DraftEdit } from '@mangnon/domain/plans/draft-edit.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { idOf, madeUpFacts } from '../testing/made-up-facts.ts';
import { createModelServer } from '../testing/model-server.ts';
import { previewFacts } from './act-preview.ts';
import { refuseEdit } from './clashes.ts';
import { enqueue, markTried, nextToSend, typeField } from './edit-queue.ts';
import { mergeRecords } from './remote-edits.ts';
import { fieldOf, openReview, type Json, type ReviewState, type Unsent } from './review-state.ts';
import { recallEdits, redoLast, undoLast } from './undo.ts';

const steps = fc.record({
  who: fc.nat(1),
  what: fc.constantFrom(
    'type',
    'type',
    'type',
    'lead',
    'merge',
    'split',
    'delete',
    'undo',
    'redo',
    'send',
    'send',
    'lose',
    'poll',
    'ask',
    'arrive',
    'reload',
  ),
  fact: fc.integer({ min: 1, max: 3 }),
  word: fc.constantFrom('một', 'hai', 'ba', 'bốn', 'năm', 'sáu'),
  pause: fc.constantFrom(50, 400, 700),
});
type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;

function createScreen(server: ReturnType<typeof createModelServer>, number: number) {
  const person = { id: idOf(100 + number), name: `Người ${number}` };
  const typed = new Map<string, Json>();
  let made = 0;
  const newId = () => `0000000${number}-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`;
  let state: ReviewState = openReview(server.draft(), { queue: [], clashes: [] });
  let now = 0;
  let onItsWay: ReturnType<typeof server.after> | null = null;
  const view = () => previewFacts(state, '');

  function type(factId: string, field: string, to: Json) {
    const seen = fieldOf(view(), factId, field);
    if (seen === undefined) return;
    state = typeField(state, { editId: newId(), factId, field, seen, to, now });
    typed.set(`${factId} ${field}`, to);
  }

  function act(asked: DraftEdit['act'] | null) {
    if (asked) state = enqueue(state, { editId: newId(), act: asked });
  }

  /** `lost`: the server has done it, the answer never arrives. */
  function send(lost = false): boolean {
    const item = nextToSend(state, now);
    if (!item) return false;
    state = markTried(state);
    const edit = state.queue[0]?.edit;
    if (!edit) return false;
    const answer = server.edit(person, edit);
    if (lost) return true;
    if (answer.ok) state = mergeRecords(state, [answer.record], null);
    else {
      poll();
      const message = { vi: answer.refusal.code, en: answer.refusal.code };
      state = refuseEdit(state, edit.editId, { code: answer.refusal.code, message }, newId);
    }
    return true;
  }

  function poll() {
    const news = server.after(state.seq);
    state = mergeRecords(state, news.edits, news.seq);
  }

  /** The screen dies and opens again; refused edits have been shown, the rest comes back from this machine. */
  function reload() {
    const refused = state.refused;
    const unsent = JSON.parse(JSON.stringify({ queue: state.queue, clashes: state.clashes })) as Unsent;
    state = { ...recallEdits(openReview(server.draft(), unsent), server.records(), person.id), refused };
  }

  function step({ what, fact, word, pause }: Step) {
    now += pause;
    const facts = view();
    const task = facts.get(idOf(fact));
    const other = facts.get(idOf((fact % 3) + 1));
    if (what === 'type')
      type(idOf(fact), 'text', `${JSON.stringify(fieldOf(facts, idOf(fact), 'text') ?? '')} ${word}`);
    else if (what === 'lead') type(idOf(fact), 'lead', [`Phòng ${word}`]);
    else if (what === 'delete' && task) act({ type: 'delete', factId: task.id, version: task.version });
    else if (what === 'split' && task)
      act({ type: 'split', factId: task.id, version: task.version, at: 4, newId: newId() });
    else if (what === 'merge' && task && other)
      act({
        type: 'merge',
        firstId: task.id,
        firstVersion: task.version,
        secondId: other.id,
        secondVersion: other.version,
      });
    else if (what === 'undo') state = undoLast(state, newId());
    else if (what === 'redo') state = redoLast(state, newId());
    else if (what === 'send') send();
    else if (what === 'lose') send(true);
    else if (what === 'poll') poll();
    else if (what === 'reload') reload();
    else if (what === 'ask') onItsWay = server.after(state.seq);
    else if (what === 'arrive' && onItsWay) state = mergeRecords(state, onItsWay.edits, onItsWay.seq);
  }

  function finish() {
    now += 10_000;
    for (let tries = 0; tries < 500 && send(); tries += 1);
    poll();
  }

  return { step, finish, person, typed, state: () => state };
}

function sorted(facts: Iterable<{ id: string }>) {
  return [...facts].toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

test('two people, lost answers, reloads: both end with the same facts, in their order, and no words are lost', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 60 }), (taken) => {
      const server = createModelServer(madeUpFacts, '');
      const screens = [createScreen(server, 1), createScreen(server, 2)] as const;
      for (const step of taken) screens[step.who as 0 | 1].step(step);
      screens.forEach((screen) => screen.finish());
      screens.forEach((screen) => screen.finish());

      for (const screen of screens) {
        const state = screen.state();
        expect(state.queue).toEqual([]);
        expect(sorted(state.facts.values())).toEqual(sorted(server.facts()));
        const own = server.records().filter((record) => record.by.id === screen.person.id);
        expect(own.map((record) => record.editId)).toEqual(own.map((record) => record.editId).toSorted());
        for (const [place, words] of screen.typed) expect(findWords(server, state, place)).toContainEqual(words);
      }
    }),
    { numRuns: 1500 },
  );
}, 60_000);

const typedOnAnUndoFromBeforeAReload: Step[] = (['type', 'undo', 'send', 'reload', 'type'] as const).map((what) => ({
  who: 0,
  what,
  fact: 1,
  word: 'một',
  pause: 50,
}));

test('alone nobody clashes with themselves, whatever is lost on the way', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 60 }), (taken) => {
      const server = createModelServer(madeUpFacts, '');
      const screen = createScreen(server, 1);
      for (const step of taken) screen.step(step);
      screen.finish();
      expect(screen.state().clashes).toEqual([]);
    }),
    { numRuns: 1500, examples: [[typedOnAnUndoFromBeforeAReload]] },
  );
}, 60_000);

/** Every value of a field that the server has ever recorded, or that this screen still shows to its person. */
function findWords(server: ReturnType<typeof createModelServer>, state: ReviewState, place: string): Json[] {
  const [factId = '', field = ''] = place.split(' ');
  const first = fieldOf(new Map(madeUpFacts.map((fact) => [fact.id, fact])), factId, field);
  const recorded = server
    .records()
    .flatMap((record) => record.changes)
    .filter((change) => change.factId === factId && change.after)
    .map((change) => (change.after?.data as Record<string, Json> | undefined)?.[field] ?? null);
  const clashes = state.clashes.filter((one) => one.factId === factId && one.field === field).map((one) => one.mine);
  const refused = state.refused.flatMap(({ edit }) =>
    edit.act.type === 'change' && edit.act.factId === factId ? [edit.act.fields[field]?.to as Json] : [],
  );
  return [...(first === undefined ? [] : [first]), ...recorded, ...clashes, ...refused];
}
