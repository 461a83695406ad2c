import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedNameKeys, mostBirthYears, nameDistance, nameSyllables, storedNameKeys } from './name-keys.ts';

const in2015 = { from: 2015, to: 2015 };

function finds(asked: string, stored: string, years = in2015, born: number | null = 2015): boolean {
  const keys = new Set(storedNameKeys(stored, born));
  return askedNameKeys(asked, years).some((key) => keys.has(key));
}

describe('names that must find each other', () => {
  test.each([
    ['Trần Văn Duc', 'Trần Văn Đức'],
    ['Lê Thị Hong', 'Lê Thị Hồng'],
    ['Phạm Hanh', 'Phạm Hạnh'],
    ['Nguyen Thi Hai', 'Nguyễn Thị Hải'],
    ['Đỗ Hòa', 'Đỗ Hoà'],
    ['Đỗ Thuý Hoà', 'ĐỖ THÚY HÒA'],
    ['Nguyễn Thị Hải'.normalize('NFD'), 'Nguyễn Thị Hải'.normalize('NFC')],
    ['Thị Hải Nguyễn', 'Nguyễn Thị Hải'],
    ['Hải Nguyễn', 'Nguyễn Thị Hải'],
    ['Nguyễn Hải', 'Nguyễn Thị Thanh Hải'],
    ['Nguyễn Thị Hải', 'Nguyễn Thị Thanh Hải'],
    ['Lí Thị Mĩ', 'Lý Thị Mỹ'],
    ["H'Hen Niê", 'HHen Niê'],
    ['H’Hen Niê', 'H Hen Niê'],
    ['K`Brể Siu', "K'Bre Siu"],
    ['Giàng A Páo', '  giàng  a  páo '],
    ['Y-Bion Êban', 'Y Bion Êban'],
  ])('%s and %s', (one, other) => {
    expect(finds(one, other)).toBe(true);
    expect(finds(other, one)).toBe(true);
  });
});

describe('names that must not', () => {
  const given = ['Lan', 'Liên', 'Loan', 'Linh'];
  const pairs = given.flatMap((one) => given.filter((other) => other !== one).map((other) => [one, other]));
  test.each([
    ...pairs.map(([one, other]) => [`Nguyễn Thị ${one}`, `Nguyễn Thị ${other}`]),
    ['Nguyễn Thị Hải', 'Trần Thị Hải'],
    ['Nguyễn Huy', 'Nguyễn Hui'],
    ['Nguyễn Thị', 'Nguyễn Thị Hải'],
    ['Nguyễn Hải', 'Hải'],
    ['Nguyễn', 'Nguyễn Thị Hải'],
    ['Nguyễn', 'Nguyễn'],
    ['', ''],
    ['…', '…'],
  ])('%s and %s', (one, other) => expect(finds(one ?? '', other ?? '')).toBe(false));
});

describe('the year of birth', () => {
  test('is part of every key', () => {
    expect(finds('Nguyễn Thị Hải', 'Nguyễn Thị Hải', in2015, 2016)).toBe(false);
    expect(finds('Nguyễn Thị Hải', 'Nguyễn Thị Hải', { from: 2014, to: 2016 }, 2016)).toBe(true);
    expect(finds('Nguyễn Thị Hải', 'Nguyễn Thị Hải', { from: 2014, to: 2016 }, 2017)).toBe(false);
  });
  test('that nobody knows is found in every year', () => {
    expect(finds('Nguyễn Thị Hải', 'Nguyễn Thị Hải', in2015, null)).toBe(true);
  });
  test('has bounds', () => {
    expect(askedNameKeys('Nguyễn Hải', { from: 2001, to: 2000 + mostBirthYears })).toHaveLength(
      2 * (mostBirthYears + 1),
    );
    expect(() => askedNameKeys('Nguyễn Hải', { from: 2000, to: 2000 + mostBirthYears })).toThrow('1 to 20 years');
    expect(() => askedNameKeys('Nguyễn Hải', { from: 2001, to: 2000 })).toThrow('1 to 20 years');
  });
});

describe('any name', () => {
  const syllable = fc.constantFrom('Nguyễn', 'Thị', 'Văn', 'Hải', 'Đức', 'Lý', 'Hoà', 'Quỳnh', 'Ánh', 'Mỹ', 'A', 'Páo');
  const name = fc.array(syllable, { minLength: 2, maxLength: 5 });

  test('is found without accents, in capitals, taken apart, and in any order', () => {
    fc.assert(
      fc.property(name, fc.integer(), (syllables, seed) => {
        const stored = syllables.join(' ');
        const turned = syllables.map((_, at) => syllables[(at + Math.abs(seed)) % syllables.length]).join(' ');
        const plain = stored.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D');
        for (const asked of [stored.toUpperCase(), stored.normalize('NFD'), plain, turned]) {
          expect(finds(asked, stored)).toBe(true);
        }
      }),
    );
  });

  test('has no key made of one syllable, and none that holds more than its syllables', () => {
    fc.assert(
      fc.property(name, (syllables) => {
        for (const key of storedNameKeys(syllables.join(' '), 2015)) {
          const words = key.split('|')[2]?.split(' ') ?? [];
          expect(words.length).toBeGreaterThanOrEqual(2);
          expect(nameSyllables(syllables.join(' '))).toEqual(expect.arrayContaining(words));
        }
      }),
    );
  });

  test('of any letters never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void storedNameKeys(text, null)));
  });
});

test.each([
  ['Đỗ Hoà', 'Đỗ Hòa', 0],
  ['do hoa', 'Đỗ Hòa', 1],
  ['Nguyễn Hạ', 'Nguyễn Hà', 1],
  ['Hòa Đỗ', 'Đỗ Hòa', 2],
  ['Đỗ Hòa', 'Đỗ Thị Hòa', 3],
])('%s is %s at distance %i', (asked, found, distance) => expect(nameDistance(asked, found)).toBe(distance));
