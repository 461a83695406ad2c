import { describe, expect, it } from 'vitest';
import { applyEdit, withChanges } from './apply-edit.ts';
import type { DraftAct } from './draft-edit.ts';
import type { DraftFact, FactOf } from './draft-fact.ts';
import { comparePositions, listOfKind } from './fact-order.ts';

const text = 'Tổ chức tập huấn cho cán bộ xã; biên soạn tài liệu. Mở lớp dạy bơi miễn phí.';
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function task(n: number, passage: string, more: Partial<FactOf<'task'>['data']> = {}): FactOf<'task'> {
  const start = text.indexOf(passage);
  const data = { text: passage, section: 'IV.1', lead: ['Sở Y tế'], coordinating: [], due: null, ...more };
  const span = start < 0 ? null : { start, end: start + passage.length };
  return { id: id(n), kind: 'task', position: n * 1024, span, confidence: 0.9, version: 1, data };
}

function doubt(n: number, about: string | null): FactOf<'doubt'> {
  const data = { code: 'x', message: 'Không chắc', about, settled: null };
  return { id: id(n), kind: 'doubt', position: n * 1024, span: null, confidence: null, version: 1, data };
}

const first = task(1, 'Tổ chức tập huấn cho cán bộ xã; biên soạn tài liệu.');
const second = task(2, 'Mở lớp dạy bơi miễn phí.', {
  lead: ['Sở Y tế', 'Công an tỉnh'],
  due: due('2026-01-01', '2026-03-31'),
});
const target: FactOf<'target'> = {
  id: id(5),
  kind: 'target',
  position: 1024,
  span: null,
  confidence: null,
  version: 1,
  data: { text: 'Ít nhất 90% xã', owner: [], comparator: '>=', value: 90, valueTo: null, unit: '%', year: 2026 },
};
const heading: FactOf<'heading'> = {
  id: id(6),
  kind: 'heading',
  position: 1024,
  span: null,
  confidence: null,
  version: 1,
  data: {
    kind: 'Kế hoạch',
    number: null,
    issuer: null,
    place: null,
    issuedOn: '2026',
    title: 'Kế hoạch',
    signatoryName: null,
    signatoryCapacity: null,
  },
};
const facts: DraftFact[] = [first, second, doubt(3, id(1)), doubt(4, null), target, heading];

function due(from: string | null, to: string | null): { from: string | null; to: string | null; text: string } {
  return { from, to, text: 'Quý I năm 2026' };
}

function change(
  n: number,
  fields: Extract<DraftAct, { type: 'change' }>['fields'],
): Extract<DraftAct, { type: 'change' }> {
  return { type: 'change', factId: id(n), fields };
}

function done(act: Exclude<DraftAct, { type: 'undo' }>, on: readonly DraftFact[] = facts): Map<string, DraftFact> {
  const result = applyEdit(on, act, text);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return new Map(withChanges(on, result.value).map((fact) => [fact.id, fact]));
}

function refusalOf(act: Exclude<DraftAct, { type: 'undo' }>, on: readonly DraftFact[] = facts): string {
  const result = applyEdit(on, act, text);
  return result.ok ? 'accepted' : result.refusal.code;
}

describe('change', () => {
  it('sets the field, counts the version and mends the open doubt about the fact', () => {
    const after = done(change(1, { lead: { from: ['Sở Y tế'], to: [' Công an tỉnh ', 'Công an tỉnh'] } }));
    expect(after.get(id(1))).toMatchObject({ version: 2, data: { lead: ['Công an tỉnh'] } });
    expect(after.get(id(3))).toMatchObject({ version: 2, data: { settled: 'mended' } });
    expect(after.get(id(4))).toMatchObject({ version: 1, data: { settled: null } });
  });

  it('leaves a doubt open that is about another field', () => {
    const open = { ...doubt(3, id(1)), data: { ...doubt(3, id(1)).data, code: 'task_due_unclear' } };
    const settledBy = (fields: Extract<DraftAct, { type: 'change' }>['fields']): unknown =>
      done(change(1, fields), [first, open]).get(id(3))?.data;
    expect(settledBy({ text: { from: first.data.text, to: 'Việc khác' } })).toMatchObject({ settled: null });
    expect(settledBy({ due: { from: null, to: due('2026-01-01', null) } })).toMatchObject({ settled: 'mended' });
  });

  it('does nothing where the value already is the wanted one, whatever the person saw', () => {
    const result = applyEdit(facts, change(1, { lead: { from: ['Ai đó'], to: ['Sở Y tế'] } }), text);
    expect(result).toEqual({ ok: true, value: [] });
  });

  it('names the field and both values when another person was faster, and then changes nothing at all', () => {
    const act = change(1, { section: { from: 'IV.1', to: 'V' }, lead: { from: [], to: ['Sở Nội vụ'] } });
    const result = applyEdit(facts, act, text);
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: 'drafts.field_changed', details: { field: 'lead', yours: ['Sở Nội vụ'], theirs: ['Sở Y tế'] } },
    });
  });

  it('settles a doubt, and nothing else about it', () => {
    expect(done(change(4, { settled: { from: null, to: 'accepted' } })).get(id(4))).toMatchObject({
      data: { settled: 'accepted' },
    });
    expect(refusalOf(change(4, { message: { from: 'Không chắc', to: 'Chắc' } }))).toBe('drafts.field_unknown');
  });

  const refused: [string, Extract<DraftAct, { type: 'change' }>, string][] = [
    ['an empty text', change(1, { text: { from: first.data.text, to: '  ' } }), 'drafts.text_empty'],
    ['an empty title', change(6, { title: { from: 'Kế hoạch', to: '' } }), 'drafts.text_empty'],
    ['a nameless agency', change(1, { lead: { from: ['Sở Y tế'], to: ['Sở Y tế', ' '] } }), 'drafts.agency_empty'],
    [
      'dates in the wrong order',
      change(1, { due: { from: null, to: due('2026-02-01', '2026-01-01') } }),
      'drafts.due_order',
    ],
    ['a day that is no date', change(1, { due: { from: null, to: due('2026-02-30', null) } }), 'drafts.field_wrong'],
    ['a year out of range', change(5, { year: { from: 2026, to: 1900 } }), 'drafts.year_range'],
    ['a falling range', change(5, { valueTo: { from: null, to: 5 } }), 'drafts.range_order'],
    ['a value that is no number', change(5, { value: { from: 90, to: 'chín mươi' } }), 'drafts.field_wrong'],
    ['a month 13', change(6, { issuedOn: { from: '2026', to: '2026-13' } }), 'drafts.date_unknown'],
    ['30 February', change(6, { issuedOn: { from: '2026', to: '2026-02-30' } }), 'drafts.date_unknown'],
    ['a field that does not exist', change(1, { colour: { from: null, to: 'red' } }), 'drafts.field_unknown'],
    ['a field of every object', change(1, { constructor: { from: null, to: 'x' } }), 'drafts.field_unknown'],
    ['a fact that is gone', change(99, { text: { from: 'a', to: 'b' } }), 'drafts.fact_gone'],
    ['a text without end', change(1, { text: { from: first.data.text, to: 'x'.repeat(20_001) } }), 'drafts.too_long'],
  ];
  it.each(refused)('refuses %s', (_, act, code) => expect(refusalOf(act)).toBe(code));

  it('keeps out what a database cannot hold', () => {
    const after = done(change(1, { text: { from: first.data.text, to: 'Mở\u0000 lớp \ud800 bơi' } }));
    expect(after.get(id(1))).toMatchObject({ data: { text: 'Mở lớp \ufffd bơi' } });
  });

  it('leaves what the reader read askew out of another field’s way', () => {
    const askew = task(1, 'Mở lớp dạy bơi miễn phí.', { due: due('2026-12-31', '2026-01-01') });
    expect(refusalOf(change(1, { lead: { from: ['Sở Y tế'], to: [] } }), [askew])).toBe('accepted');
  });

  it('takes a due without words and dates as none, an empty number as unknown', () => {
    const cleared = done(change(2, { due: { from: second.data.due, to: { from: null, to: null, text: ' ' } } }));
    expect(cleared.get(id(2))).toMatchObject({ data: { due: null } });
    expect(refusalOf(change(6, { number: { from: null, to: ' ' } }))).toBe('accepted');
  });
});

describe('add', () => {
  const data = { text: 'Việc mới', section: '', lead: [], coordinating: [], due: null };
  const add = (more: Partial<Extract<DraftAct, { type: 'add' }>> = {}): Extract<DraftAct, { type: 'add' }> => ({
    type: 'add',
    factId: id(20),
    kind: 'task',
    span: null,
    after: null,
    data,
    ...more,
  });
  const order = (act: Extract<DraftAct, { type: 'add' }>): string[] =>
    listOfKind([...done(act).values()], 'task').map((fact) => fact.id);

  it('puts it behind the fact named, else by its passage, else last', () => {
    expect(order(add({ after: id(1) }))).toEqual([id(1), id(20), id(2)]);
    expect(order(add({ span: { start: 32, end: 50 } }))).toEqual([id(1), id(20), id(2)]);
    expect(order(add())).toEqual([id(1), id(2), id(20)]);
  });

  it('moves the others back when no number is left between two', () => {
    const tight = [task(1, 'a'), { ...task(2, 'b'), position: 1024 + 2 ** -42 }, task(3, 'c')].map((fact) => fact);
    const after = [...done(add({ after: id(1) }), tight).values()].toSorted(comparePositions);
    expect(after.map((fact) => fact.id)).toEqual([id(1), id(20), id(2), id(3)]);
    expect(new Set(after.map((fact) => fact.position)).size).toBe(4);
  });

  it('refuses a passage outside the document, a taken id, wrong data', () => {
    expect(refusalOf(add({ span: { start: 0, end: text.length + 1 } }))).toBe('drafts.span_outside');
    expect(refusalOf(add({ span: { start: 5, end: 4 } }))).toBe('drafts.span_outside');
    expect(refusalOf(add({ factId: id(1) }))).toBe('drafts.fact_exists');
    expect(refusalOf(add({ data: { text: 'x' } }))).toBe('drafts.field_wrong');
    expect(refusalOf(add({ data: { ...data, text: '' } }))).toBe('drafts.text_empty');
  });
});

describe('merge and split', () => {
  const merge = { type: 'merge', firstId: id(1), firstVersion: 1, secondId: id(2), secondVersion: 1 } as const;

  it('joins words, passages and agencies; the doubt is mended', () => {
    const after = done(merge);
    expect(after.get(id(1))).toMatchObject({
      version: 2,
      span: { start: 0, end: text.length },
      data: { text, lead: ['Sở Y tế', 'Công an tỉnh'], due: second.data.due },
    });
    expect(after.has(id(2))).toBe(false);
    expect(after.get(id(3))).toMatchObject({ data: { settled: 'mended', about: id(1) } });
  });

  it('joins at a hyphen without a space', () => {
    const [left, right] = [task(1, 'phát triển kinh tế-'), task(2, 'xã hội')];
    expect(done(merge, [left, right]).get(id(1))).toMatchObject({ data: { text: 'phát triển kinh tế-xã hội' } });
  });

  it('refuses what somebody has changed, other kinds, and one with itself', () => {
    expect(refusalOf({ ...merge, secondVersion: 2 })).toBe('drafts.fact_changed');
    expect(refusalOf({ ...merge, secondId: id(5) })).toBe('drafts.only_tasks');
    expect(refusalOf({ ...merge, secondId: id(1) })).toBe('drafts.merge_same');
  });

  it('cuts words and passage at the same place', () => {
    const at = first.data.text.indexOf('biên soạn');
    const after = done({ type: 'split', factId: id(1), version: 1, at, newId: id(20) });
    for (const part of [after.get(id(1)), after.get(id(20))]) {
      if (part?.kind !== 'task' || part.span === null) throw new Error('a part is missing');
      expect(text.slice(part.span.start, part.span.end)).toBe(part.data.text);
    }
    expect(after.get(id(20))).toMatchObject({ data: { text: 'biên soạn tài liệu.', lead: ['Sở Y tế'] } });
    expect(listOfKind([...after.values()], 'task').map((fact) => fact.id)).toEqual([id(1), id(20), id(2)]);
  });

  it('leaves both parts the whole passage when its words were rewritten', () => {
    const rewritten = { ...first, data: { ...first.data, text: 'Một việc. Hai việc.' } };
    const after = done({ type: 'split', factId: id(1), version: 1, at: 10, newId: id(20) }, [rewritten]);
    expect([after.get(id(1))?.span, after.get(id(20))?.span]).toEqual([first.span, first.span]);
  });

  it('refuses a cut that leaves nothing, and one through a character', () => {
    const split = { type: 'split', factId: id(1), version: 1, newId: id(20) } as const;
    expect(refusalOf({ ...split, at: 5000 })).toBe('drafts.split_place');
    expect(refusalOf({ ...split, at: 5000, version: 7 })).toBe('drafts.fact_changed');
    expect(refusalOf({ ...split, at: 2 }, [task(1, 'a😀b')])).toBe('drafts.split_place');
  });
});

describe('delete', () => {
  it('takes the doubts about the fact along', () => {
    const after = done({ type: 'delete', factId: id(1), version: 1 });
    expect([after.has(id(1)), after.has(id(3)), after.has(id(4))]).toEqual([false, false, true]);
  });

  it('keeps the heading and the doubts, and what somebody has changed', () => {
    expect(refusalOf({ type: 'delete', factId: id(6), version: 1 })).toBe('drafts.heading_stays');
    expect(refusalOf({ type: 'delete', factId: id(4), version: 1 })).toBe('drafts.doubt_stays');
    expect(refusalOf({ type: 'delete', factId: id(1), version: 3 })).toBe('drafts.fact_changed');
  });
});
