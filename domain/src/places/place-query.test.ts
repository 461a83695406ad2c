import { describe, expect, test } from 'vitest';
import { foldPlaceName, readPlaceQuery } from './place-query.ts';
import { findPlaceWords } from './place-words.ts';
import { unit } from './testing/made-up-places.ts';

describe('one name, many spellings', () => {
  test.each([
    ['Hoà Bình', 'HÒA BÌNH'],
    ['Hoà Bình'.normalize('NFD'), 'hoa binh'],
    ['Đắk Lắk', 'đắc lắc'],
    ['Mỹ Đình', 'Mĩ Đình'],
    ['Phường 03', 'phường 3'],
    ['Ea H’leo', "ea h'leo"],
    ['Bà Rịa - Vũng Tàu', 'ba ria vung tau'],
    ['Ia H’ Drai', 'ia h drai'],
  ])('%s, %s', (one, other) => expect(foldPlaceName(one)).toBe(foldPlaceName(other)));

  test.each([
    ['Lan', 'Liên'],
    ['Phường 1', 'Phường 10'],
  ])('not %s, %s', (one, other) => expect(foldPlaceName(one)).not.toBe(foldPlaceName(other)));
});

describe('what people type', () => {
  test.each([
    ['p. bến nghé q1', 'phuong ben nghe quan 1'],
    ['P.Bến Nghé, Q.1, TP.HCM', 'phuong ben nghe quan 1 thanh pho ho chi minh'],
    ['tphcm', 'thanh pho ho chi minh'],
    ['TP Thủ Đức', 'thanh pho thu duc'],
    ['TX. Sơn Tây', 'thi xa son tai'],
    ['TT Mộc', 'thi tran moc'],
    ['tt huế', 'thua thien hue'],
    ['x. khe trúc, h. mộc, t. mộc giang', 'xa che truc huien moc tinh moc giang'],
    ['p bến nghé', 'phuong ben nghe'],
    ['khe truc, moc giang', 'che truc moc giang'],
    // The H of a name is no huyện, and one letter being typed is no type yet.
    ['ea h leo', 'ea h leo'],
    ['h', 'h'],
    ['', ''],
    [' ,. - ', ''],
  ])('%s', (typed, folded) => expect(readPlaceQuery(typed).folded).toBe(folded));

  test('types are no words to be found', () => {
    expect(readPlaceQuery('P. Bến Nghé, quận 1').words).toEqual(['ben', 'nghe', '1']);
    expect(readPlaceQuery('huyện').words).toEqual(['huien']);
  });

  test('a code is a code', () => {
    expect(readPlaceQuery(' 00004 ').code).toBe('00004');
    expect(readPlaceQuery('0004').code).toBeNull();
    expect(readPlaceQuery('quận 1').code).toBeNull();
  });
});

test('a unit is found by its own names, written together too, and by those of the units above', () => {
  const ward = unit('99010', "Ea H'leo", 'commune', '99@', {
    changes: [{ from: '2026-04-30', type: 'Phường', name: "Ea H'leo" }],
  });
  const { names, own, all } = findPlaceWords([ward, unit('99', 'Mộc Giang', 'province', null)]);
  expect(names).toEqual(['ea hleo', 'xa ea hleo', 'phuong ea hleo']);
  expect(own).toEqual(['ea', 'hleo', 'eahleo', 'h', 'leo', '99010']);
  expect(all).toEqual(expect.arrayContaining(['phuong', 'xa', 'moc', 'giang', 'mocgiang', 'tinh']));
  expect(own).not.toContain('moc');
});
