import { describe, expect, test } from 'vitest';
import { fillSentence } from '../kernel/sentence.ts';
import { draftDoubts, sayDoubt } from './doubt-sentences.ts';
import { readingWarnings } from './reading-warnings.ts';

describe('a doubt in the language of its reader', () => {
  test.each(Object.entries({ ...readingWarnings, ...draftDoubts }))('%s', (code, sentence) => {
    const details = Object.fromEntries(
      [...sentence.vi.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, `«${name}», 31/6`]),
    );
    const stored = fillSentence(sentence.vi, details);
    expect(sayDoubt(code, stored, 'vi')).toBe(stored);
    expect(sayDoubt(code, stored, 'en')).toBe(fillSentence(sentence.en, details));
  });

  test('a sentence that is not known, or reads otherwise now, is given as it was stored', () => {
    expect(sayDoubt('unheard_of', 'Một câu cũ.', 'en')).toBe('Một câu cũ.');
    expect(sayDoubt('date_impossible', 'Ngày này lạ.', 'en')).toBe('Ngày này lạ.');
  });
});
