import type { Conclusion } from '@mangnon/domain/inspections/inspections.api.ts';
import { describe, expect, it } from 'vitest';
import { beginDraft, goOnWith } from './conclusion-draft.ts';

type Stand = Conclusion['recommendations'][number]['stand'];

/** The conclusion that stands, with two recommendations of which the second stands so. */
function concluded(second: Stand): Conclusion {
  const by = { id: crypto.randomUUID(), name: 'Lò Thị Hạnh' };
  const unit = { agencyId: 'x.ubnd', placeId: '99010@2025-07-01', name: 'UBND xã Khe Trúc', placeName: 'xã Khe Trúc' };
  const asked = (id: string, words: string, stand: Stand) => ({
    id,
    words,
    stand,
    unit,
    unitId: 'khe',
    dueOn: '2026-06-01',
    settledOn: null,
    reports: [],
    can: { report: false, decide: false },
  });
  return {
    id: 'former',
    number: '12/KL-SYT',
    issuedOn: '2026-05-04',
    issuedAt: '2026-05-04T03:00:00.000Z',
    issuedBy: by,
    words: 'Xã đã làm, còn chậm.',
    corrects: null,
    correctedBy: null,
    recommendations: [asked('fence', 'Rào đủ.', 'open'), asked('sign', 'Cắm biển.', second)],
  };
}
const today = '2026-05-04';

describe('a draft of a correcting conclusion', () => {
  it('begins with what is open when it is begun', () => {
    expect(beginDraft({ today }, concluded('open')).asked.map(({ words }) => words)).toEqual(['Rào đủ.', 'Cắm biển.']);
    expect(beginDraft({ today }, concluded('settled_late')).asked.map(({ words }) => words)).toEqual(['Rào đủ.']);
    expect(beginDraft({ today }, null).asked).toEqual([]);
  });

  it.each<Stand>(['settled_on_time', 'settled_late'])(
    'kept in a tab, asks no more for what is %s meanwhile, and keeps every other word',
    (stand) => {
      const begun = beginDraft({ today }, concluded('open'));
      const own = { id: crypto.randomUUID(), unitId: 'khe', words: 'Tập huấn.', dueOn: '2026-07-01', from: null };
      const asked = [...begun.asked.map((one) => ({ ...one, dueOn: '2026-08-01' })), own];
      const kept = { ...begun, opened: true, number: '15/KL-SYT', asked };
      const { draft, settled } = goOnWith(kept, concluded(stand));
      expect(settled).toBe(1);
      expect(draft.asked).toEqual([asked[0], own]);
      expect({ ...draft, asked }).toEqual(kept);
    },
  );

  it('is as it was kept while nothing is settled; what was dropped by hand stays dropped', () => {
    const begun = beginDraft({ today }, concluded('open'));
    const kept = { ...begun, asked: begun.asked.slice(1) };
    expect(goOnWith(kept, concluded('waiting'))).toEqual({ draft: kept, settled: 0 });
  });
});
