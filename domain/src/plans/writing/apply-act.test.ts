import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyAct, withItemChanges } from './apply-act.ts';
import { listRow } from './item-order.ts';
import type { ManuscriptItem } from './manuscript-item.ts';
import { sampleId, samplePlan } from './testing/sample-plan.ts';
import { undoAct } from './undo-act.ts';
import type { WritingAct } from './writing-act.ts';

type Act = Exclude<WritingAct, { type: 'undo' }>;

function kept(items: readonly ManuscriptItem[], act: Act) {
  const result = applyAct(items, act);
  if (!result.ok) throw new Error(result.refusal.code);
  return { changes: result.value, items: withItemChanges(items, result.value) };
}

function codeOf(items: readonly ManuscriptItem[], act: Act): string {
  const result = applyAct(items, act);
  return result.ok ? 'accepted' : result.refusal.code;
}

const cover = samplePlan[0] as ManuscriptItem;
const title = (from: string, to: string): Act => ({
  type: 'change',
  itemId: cover.id,
  fields: { title: { from, to } },
});
const nowTitle = cover.kind === 'cover' ? cover.data.title : '';

describe('an act on a plan being written', () => {
  it('changes a field that still is what was seen, and says both values where it is not', () => {
    const { items } = kept(samplePlan, title(nowTitle, 'Một'));
    const clash = applyAct(items, title(nowTitle, 'Hai'));
    expect(clash).toMatchObject({
      ok: false,
      refusal: { code: 'writing.field_changed', where: 'title', details: { yours: 'Hai', theirs: 'Một' } },
    });
    // Wanted already by both: nothing to do.
    expect(kept(items, title(nowTitle, 'Một')).changes).toEqual([]);
  });

  it('keeps what two people change in different fields', () => {
    const one = kept(samplePlan, title(nowTitle, 'Một')).items;
    const signer: Act = {
      type: 'change',
      itemId: cover.id,
      fields: { signerName: { from: 'Lò Thị Hân', to: 'Vi Văn Tài' } },
    };
    expect(kept(one, signer).items.find(({ id }) => id === cover.id)?.data).toMatchObject({
      title: 'Một',
      signerName: 'Vi Văn Tài',
    });
  });

  it.each<[string, Act]>([
    ['writing.item_gone', { type: 'delete', itemId: sampleId(999), version: 1 }],
    ['writing.item_changed', { type: 'delete', itemId: sampleId(5), version: 9 }],
    ['writing.item_stays', { type: 'delete', itemId: cover.id, version: 1 }],
    ['writing.item_stays', { type: 'move', itemId: cover.id, version: 1, after: null }],
    ['writing.item_stays', { type: 'change', itemId: cover.id, fields: { issuer: { from: '', to: 'Sở Y tế' } } }],
    ['writing.item_exists', { type: 'add', itemId: cover.id, kind: 'paragraph', after: null, data: { text: '' } }],
    ['writing.field_wrong', { type: 'add', itemId: sampleId(99), kind: 'paragraph', after: null, data: { words: '' } }],
    ['writing.field_wrong', { type: 'change', itemId: sampleId(5), fields: { level: { from: null, to: 1 } } }],
    [
      'writing.due_order',
      {
        type: 'change',
        itemId: sampleId(11),
        fields: { due: { from: null, to: { from: '2027-06-01', to: '2027-05-01', text: '' } } },
      },
    ],
    ['writing.range_order', { type: 'change', itemId: sampleId(7), fields: { valueTo: { from: null, to: 5 } } }],
  ])('is refused: %s', (code, act) => {
    expect(codeOf(samplePlan, act)).toBe(code);
  });

  it('moves a part behind another and puts it back', () => {
    const body = listRow(samplePlan, 'body').map(({ id }) => id);
    const [first = '', second = ''] = body;
    const { items, changes } = kept(samplePlan, { type: 'move', itemId: first, version: 1, after: second });
    expect(listRow(items, 'body').map(({ id }) => id)).toEqual([second, first, ...body.slice(2)]);
    const undone = undoAct(items, changes);
    const back = withItemChanges(items, undone.ok ? undone.value : []);
    expect(listRow(back, 'body').map(({ id }) => id)).toEqual(body);
  });

  it('is refused its undo where somebody changed the same field since', () => {
    const first = kept(samplePlan, title(nowTitle, 'Một'));
    const later = kept(first.items, title('Một', 'Hai')).items;
    expect(undoAct(later, first.changes)).toMatchObject({ ok: false, refusal: { code: 'writing.undo_changed' } });
  });

  it('makes room however often something is put at the same place', () => {
    let items: readonly ManuscriptItem[] = samplePlan;
    const at = listRow(samplePlan, 'body')[2]?.id ?? null;
    for (let count = 0; count < 200; count += 1) {
      items = kept(items, {
        type: 'add',
        itemId: sampleId(1000 + count),
        kind: 'paragraph',
        after: at,
        data: { text: 'Đoạn' },
      }).items;
    }
    const row = listRow(items, 'body').map(({ id }) => id);
    const from = row.indexOf(at ?? '');
    expect(row.slice(from + 1, from + 201)).toEqual(Array.from({ length: 200 }, (_, count) => sampleId(1199 - count)));
  });

  it('undone in the opposite order, any acts leave every part as it was', () => {
    const ids = samplePlan.map(({ id }) => id);
    const anyAct = fc.oneof(
      fc.record({ type: fc.constant('delete' as const), itemId: fc.constantFrom(...ids), version: fc.constant(0) }),
      fc.record({
        type: fc.constant('move' as const),
        itemId: fc.constantFrom(...ids),
        version: fc.constant(0),
        after: fc.constantFrom(null, ...ids),
      }),
      fc.record({
        type: fc.constant('change' as const),
        itemId: fc.constantFrom(...ids),
        fields: fc.string().map((to) => ({ text: { from: null, to } })),
      }),
    );
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 30 }), (acts) => {
        let items: readonly ManuscriptItem[] = samplePlan;
        const done = [];
        for (const act of acts) {
          // As a person who sees the newest would ask.
          const item = items.find(({ id }) => id === act.itemId);
          if (item === undefined) continue;
          const seen = 'text' in item.data ? item.data.text : null;
          const asked: Act =
            act.type === 'change'
              ? { ...act, fields: { text: { from: seen, to: act.fields.text.to } } }
              : { ...act, version: item.version };
          const result = applyAct(items, asked);
          if (!result.ok) continue;
          items = withItemChanges(items, result.value);
          done.push(result.value);
        }
        for (const changes of done.toReversed()) {
          const undone = undoAct(items, changes);
          if (!undone.ok) throw new Error(undone.refusal.code);
          items = withItemChanges(items, undone.value);
        }
        const bare = (all: readonly ManuscriptItem[]) =>
          new Map(all.map(({ id, data, position }) => [id, { data, position }]));
        expect(bare(items)).toEqual(bare(samplePlan));
      }),
      { numRuns: 200 },
    );
  });
});
