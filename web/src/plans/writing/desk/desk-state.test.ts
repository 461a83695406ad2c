import { sampleId, samplePlan } from '@mangnon/domain/plans/writing/testing/sample-plan.ts';
import { expect, test } from 'vitest';
import { dropAct, enqueueAct, markSent, seenItems, takeEdits, type DeskState } from './desk-state.ts';

const first: DeskState = { items: samplePlan, seq: 3, queue: [], clashes: [], undoable: [] };
const cover = sampleId(1);
const now = 'Lò Thị Hân';

const typing = (count: number, from: string, to: string) => ({
  editId: sampleId(700 + count),
  act: { type: 'change' as const, itemId: cover, fields: { signerName: { from, to } } },
});
const signerIn = (state: DeskState) => {
  const item = seenItems(state).find(({ id }) => id === cover);
  return item?.kind === 'cover' ? item.data.signerName : null;
};

test('typing is seen at once and goes out as one edit from what stood there first', () => {
  const typed = enqueueAct(enqueueAct(first, typing(1, now, 'V')), typing(2, 'V', 'Vi Văn Tài'));
  expect(signerIn(typed)).toBe('Vi Văn Tài');
  expect(typed.queue.map(({ edit }) => edit)).toEqual([typing(2, now, 'Vi Văn Tài')]);
  // Typed back to what stood there: nothing is left to send.
  expect(enqueueAct(typed, typing(3, 'Vi Văn Tài', now)).queue).toEqual([]);
});

test('an edit that went out is the same at each try; typing on stands behind it', () => {
  const sent = markSent(enqueueAct(first, typing(1, now, 'Vi')));
  const on = enqueueAct(sent, typing(2, 'Vi', 'Vi Văn Tài'));
  expect(on.queue.map(({ edit }) => edit)).toEqual([typing(1, now, 'Vi'), typing(2, 'Vi', 'Vi Văn Tài')]);
  expect(signerIn(on)).toBe('Vi Văn Tài');
});

test('another’s edit is taken in under what is being typed, and a taken edit leaves the queue once', () => {
  const typed = markSent(enqueueAct(first, typing(1, now, 'Vi Văn Tài')));
  const [before] = samplePlan;
  if (before?.kind !== 'cover') throw new Error('no cover');
  const title = { ...before, version: 2, data: { ...before.data, title: 'Của người kia' } };
  const theirs = { seq: 4, editId: sampleId(800), changes: [{ itemId: cover, before, after: title }] };
  const mine = {
    seq: 5,
    editId: typing(1, '', '').editId,
    changes: [{ itemId: cover, before: title, after: { ...title, data: { ...title.data, signerName: 'Vi Văn Tài' } } }],
  };
  const taken = takeEdits(takeEdits(typed, [theirs]), [mine]);
  expect(signerIn(taken)).toBe('Vi Văn Tài');
  expect([taken.seq, taken.queue, taken.undoable]).toEqual([5, [], [mine.editId]]);
  expect(takeEdits(taken, [theirs, mine]).undoable).toEqual([mine.editId]);
  expect(seenItems(taken).find(({ id }) => id === cover)?.data).toMatchObject({ title: 'Của người kia' });
});

test('words that met another’s words stay beside them', () => {
  const edit = typing(1, now, 'Vi Văn Tài');
  const clash = { itemId: cover, field: 'signerName', mine: 'Vi Văn Tài', by: 'Sầm Thị Mai' };
  const dropped = dropAct(enqueueAct(first, edit), edit.editId, clash);
  expect([dropped.queue, dropped.clashes, signerIn(dropped)]).toEqual([[], [clash], now]);
});
