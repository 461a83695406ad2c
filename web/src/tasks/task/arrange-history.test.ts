import type { Task } from '@mangnon/domain/tasks/tasks.api.ts';
import { expect, it } from 'vitest';
import { arrangeHistory } from './arrange-history.ts';

const hanh = { id: '00000000-0000-4000-8000-000000000001', name: 'Lò Thị Hạnh' };
const mai = { id: '00000000-0000-4000-8000-000000000002', name: 'Sầm Thị Mai' };
const periodId = '00000000-0000-4000-8000-000000000003';
const unit = { agencyId: 't.congan', placeId: '99', name: 'Công an tỉnh Mộc Giang', placeName: 'tỉnh Mộc Giang' };

const task = {
  parties: [{ id: 'p', unit, person: null }],
  history: [
    { id: 'a', kind: 'assigned', data: {}, at: '2026-03-09T01:00:00.000Z', by: hanh },
    {
      id: 'b',
      kind: 'due_moved',
      data: { from: '2026-06-30', to: '2026-07-15', periodId, reason: 'Lùi theo đợt tập huấn' },
      at: '2026-05-02T01:00:00.000Z',
      by: hanh,
    },
    {
      id: 'c',
      kind: 'party_added',
      data: { units: [{ agencyId: 't.congan', placeId: '99' }], people: [] },
      at: '2026-05-01T01:00:00.000Z',
      by: hanh,
    },
  ],
  periods: [
    {
      id: periodId,
      period: '2026-Q2',
      looseProof: [],
      timeRequests: [],
      hindrances: [],
      reports: [
        {
          kind: 'completion',
          words: 'Đã xong.',
          happenedOn: '2026-06-20',
          recordedAt: '2026-06-21T01:00:00.000Z',
          recordedBy: mai,
          proof: [{ fileName: 'anh.jpg', receivedAt: '2026-06-20T23:00:00.000Z', receivedBy: mai }],
          decision: { decision: 'sent_back', reason: 'Thiếu danh sách', at: '2026-06-22T01:00:00.000Z', by: hanh },
        },
      ],
    },
  ],
} as unknown as Task;

it('tells everything that was done, the newest first, with its words, days and period', () => {
  expect(arrangeHistory(task).map(({ what, by, period, words }) => [what, by.name, period, words])).toEqual([
    ['sent_back', 'Lò Thị Hạnh', '2026-Q2', 'Thiếu danh sách'],
    ['completion', 'Sầm Thị Mai', '2026-Q2', 'Đã xong.'],
    ['proof', 'Sầm Thị Mai', '2026-Q2', 'anh.jpg'],
    ['event.due_moved', 'Lò Thị Hạnh', '2026-Q2', 'Lùi theo đợt tập huấn'],
    ['event.party_added', 'Lò Thị Hạnh', null, 'Công an tỉnh Mộc Giang'],
    ['event.assigned', 'Lò Thị Hạnh', null, null],
  ]);
  expect(arrangeHistory(task)[3]).toMatchObject({ before: '2026-06-30', after: '2026-07-15' });
});
