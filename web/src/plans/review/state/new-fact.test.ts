import { checkFactData } from '@mangnon/domain/plans/fact-data.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { factFromWords, findWords, type AddedKind } from './new-fact.ts';

const kinds: AddedKind[] = ['task', 'target', 'reporting', 'legal_basis'];

test('a target takes its figure, unit and year from the words', () => {
  expect(factFromWords('target', 'Ít nhất 92,5% trẻ em\n được khám vào năm 2027', ['Sở Y tế'], 'II')).toMatchObject({
    text: 'Ít nhất 92,5% trẻ em được khám vào năm 2027',
    value: 92.5,
    unit: '%',
    year: 2027,
    owner: ['Sở Y tế'],
  });
});

test('a legal basis takes kind and number', () => {
  expect(factFromWords('legal_basis', 'Kế hoạch số 17/KH-UBND ngày 22/01/2026', [], '')).toMatchObject({
    kind: 'Kế hoạch',
    number: '17/KH-UBND',
  });
});

test('a report takes its period', () => {
  expect(factFromWords('reporting', 'Báo cáo 6 tháng gửi Sở Y tế', [], '')).toMatchObject({ period: '6_months' });
});

test('whatever is marked, the rules of the draft take the fact', () => {
  const words = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(fc.constantFrom(...kinds), words, (kind, text) => {
      const data = factFromWords(kind, text, [], '');
      const checked = checkFactData(kind, data, Object.keys(data));
      expect(checked.ok || checked.refusal.code).toBe(true);
    }),
  );
});

test('words are found in the document over line ends, and short ones are not guessed', () => {
  const text = 'Mục I.\nMở lớp dạy bơi\nan toàn cho trẻ em.';
  expect(findWords(text, 'mở lớp dạy bơi an toàn')).toEqual({ start: 7, end: 29 });
  expect(findWords(text, 'Mở lớp (dạy bơi')).toBeNull();
  expect(findWords(text, 'lớp')).toBeNull();
});
