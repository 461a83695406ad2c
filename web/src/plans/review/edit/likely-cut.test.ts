import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { likelyCut } from './likely-cut.ts';

test('two sentences joined by a semicolon are cut behind it', () => {
  const text = 'Rà soát giếng, hố nước trong xã; lắp biển báo ở bến đò và đập tràn.';
  const at = likelyCut(text);
  expect([text.slice(0, at), text.slice(at)]).toEqual([
    'Rà soát giếng, hố nước trong xã; ',
    'lắp biển báo ở bến đò và đập tràn.',
  ]);
});

test('without a mark, the blank nearest to the middle', () => {
  expect(likelyCut('một hai ba bốn')).toBe('một hai '.length);
});

test('the cut lies inside the words, whatever they are', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 2 }), (text) => {
      const at = likelyCut(text);
      expect(at).toBeGreaterThanOrEqual(1);
      expect(at).toBeLessThan(text.length);
    }),
  );
});
