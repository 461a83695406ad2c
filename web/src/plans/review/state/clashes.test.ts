import { expect, test } from 'vitest';
import { idOf, madeUpFacts } from '../testing/made-up-facts.ts';
import { dismissRefused, refuseEdit, settleClash } from './clashes.ts';
import { typeField } from './edit-queue.ts';
import { openReview, type ReviewState } from './review-state.ts';

let made = 500;
const newId = () => idOf((made += 1));
const message = { vi: 'Mục này vừa bị xóa.', en: 'This item was just deleted.' };
const changed = { code: 'drafts.field_changed', message };

function typing(state: ReviewState, to: string, seen = 'tôi thấy'): ReviewState {
  return typeField(state, { editId: newId(), factId: idOf(1), field: 'text', seen, to, now: 0 });
}

function clashing(): ReviewState {
  const typed = typing(openReview({ facts: [...madeUpFacts], seq: 0 }, { queue: [], clashes: [] }), 'của tôi');
  return refuseEdit(typed, typed.queue[0]?.edit.editId ?? '', changed, newId);
}

test('taking mine writes over the value the person has seen, and no other', () => {
  const state = clashing();
  const settled = settleClash(state, state.clashes[0]?.id ?? '', 'mine', newId);
  expect(settled.clashes).toEqual([]);
  expect(settled.queue[0]?.edit.act).toMatchObject({
    fields: { text: { from: 'Mở lớp dạy bơi an toàn cho trẻ em tại hai xã ven sông.', to: 'của tôi' } },
  });
});

test('keeping theirs sends nothing', () => {
  const state = clashing();
  const settled = settleClash(state, state.clashes[0]?.id ?? '', 'theirs', newId);
  expect([settled.clashes, settled.queue]).toEqual([[], []]);
});

test('typing on while a clash is open changes my side of it', () => {
  const state = typing(clashing(), 'của tôi, thêm chữ');
  expect(state.clashes.map((clash) => clash.mine)).toEqual(['của tôi, thêm chữ']);
  expect(state.queue).toEqual([]);
});

test('an edit of a fact that has gone is shown with its words until put away', () => {
  const typed = typing(openReview({ facts: [], seq: 0 }, { queue: [], clashes: [] }), 'chữ đã gõ');
  const editId = typed.queue[0]?.edit.editId ?? '';
  const refused = refuseEdit(typed, editId, { code: 'drafts.fact_gone', message }, newId);
  expect(refused.refused).toMatchObject([{ message, edit: { act: { fields: { text: { to: 'chữ đã gõ' } } } } }]);
  expect(dismissRefused(refused, editId).refused).toEqual([]);
});
