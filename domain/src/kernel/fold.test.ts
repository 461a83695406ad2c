import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldLetters } from './fold.ts';

describe('folding Vietnamese for comparison', () => {
  test.each([
    ['Hoà Bình', 'hoa binh'],
    ['HÒA  BÌNH', 'hoa binh'],
    ['Đắk Lắk', 'dak lak'],
    ['LĐTB&XH', 'ldtb xh'],
    ['  Ủy ban nhân dân — tỉnh ', 'uy ban nhan dan tinh'],
    ['Nguyễn Thị Hải'.normalize('NFD'), 'nguyen thi hai'],
  ])('%s', (text, folded) => expect(fold(text)).toBe(folded));

  test('does what taking each letter apart does, and keeps the place of every unit of Latin text', () => {
    const latin = fc.string({
      unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬĐÈẺẼÉẸ0129 -–“”,;.()'),
    });
    fc.assert(
      fc.property(latin, (text) => {
        const apart = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
        expect(foldLetters(text)).toBe(apart);
        expect(foldLetters(text)).toHaveLength(text.normalize('NFC').length);
      }),
    );
  });

  test('leaves what it does not know as it is', () => {
    expect(foldLetters('木 😀 ﬁ')).toBe('木 😀 ﬁ');
    expect(fold('')).toBe('');
  });
});
