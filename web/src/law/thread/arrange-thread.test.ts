import { expect, it } from 'vitest';
import { arrangeThread } from './arrange-thread.ts';

const document = (id: string) => ({
  id,
  is: 'text' as const,
  kind: 'decision',
  number: id,
  issuedOn: null,
  issuer: null,
  title: id,
  placeName: null,
  planId: null,
});
const item = (id: string, documentId: string, step: number) => ({
  id,
  is: 'task' as const,
  words: id,
  article: null,
  documentId,
  step,
});

it('puts the documents from the highest down, each once, and the sentences by level', () => {
  const { trail, levels } = arrangeThread({
    itemId: 't',
    items: [item('t', 'xã', 0), item('d', 'tỉnh', -1), item('b', 'thôn', 1)],
    links: [],
    documents: ['nghị quyết', 'quyết định', 'tỉnh', 'xã', 'thôn'].map(document),
    // The commune cites the resolution itself as well.
    carriesOut: [
      { lowerId: 'xã', higherId: 'tỉnh' },
      { lowerId: 'xã', higherId: 'nghị quyết' },
      { lowerId: 'tỉnh', higherId: 'quyết định' },
      { lowerId: 'quyết định', higherId: 'nghị quyết' },
    ],
    more: 0,
  });
  expect(trail.map((step) => step.map(({ id }) => id))).toEqual([['nghị quyết'], ['quyết định'], ['tỉnh'], ['xã']]);
  expect(levels.map(({ step, groups }) => [step, groups.map(({ document: { id } }) => id)])).toEqual([
    [-1, ['tỉnh']],
    [0, ['xã']],
    [1, ['thôn']],
  ]);
});
