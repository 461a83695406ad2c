import { describe, expect, it } from 'vitest';
import { labelOf, vietnameseLetter } from '../../kernel/document/numbering.ts';
import { printDay, printIssuer, printNumber, printPlaceAndDate } from '../../kernel/document/printed-parts.ts';
import { authorityOf } from './compose-document.ts';
import { firstCover } from './issuing-body.ts';
import { printBasis } from './print-basis.ts';
import { printDays, printDue } from './print-task.ts';
import { sampleBody } from './testing/sample-plan.ts';

describe('what the form prints', () => {
  it('counts points by the Vietnamese alphabet and parts in Roman numbers', () => {
    const letters = Array.from({ length: 12 }, (_, at) => vietnameseLetter(at + 1)).join(' ');
    expect(letters).toBe('a b c d đ e g h i k l m');
    expect([vietnameseLetter(23), vietnameseLetter(24), labelOf(3, 5)]).toEqual(['y', 'aa', 'đ)']);
    expect([labelOf(1, 4), labelOf(1, 9), labelOf(1, 14), labelOf(2, 3)]).toEqual(['IV.', 'IX.', 'XIV.', '3.']);
  });

  it.each([
    [{ number: 5, symbol: 'KH-UBND' }, 'Số: 05/KH-UBND'],
    [{ number: 31, symbol: 'KH-UBND' }, 'Số: 31/KH-UBND'],
    [{ number: 1204, symbol: 'BC-SYT' }, 'Số: 1204/BC-SYT'],
  ])('the number %o', (of, printed) => expect(printNumber(of)).toBe(printed));

  it.each([
    ['2026-01-05', 'Khe Trúc, ngày 05 tháng 01 năm 2026'],
    ['2026-02-28', 'Khe Trúc, ngày 28 tháng 02 năm 2026'],
    ['2026-03-09', 'Khe Trúc, ngày 09 tháng 3 năm 2026'],
    ['2026-12-31', 'Khe Trúc, ngày 31 tháng 12 năm 2026'],
  ])('the day %s', (issuedOn, printed) => expect(printPlaceAndDate({ place: 'Khe Trúc', issuedOn })).toBe(printed));

  it('parts of a day, and a committee on two lines', () => {
    expect([printDay('2020'), printDay('2020-10')]).toEqual(['năm 2020', 'tháng 10 năm 2020']);
    expect(printIssuer('Ủy ban nhân dân xã Khe Trúc')).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ KHE TRÚC']);
    expect(printIssuer('Sở Y tế')).toEqual(['SỞ Y TẾ']);
  });

  it.each([
    ['2027-01-01', '2027-12-31', 'Năm 2027'],
    ['2027-01-01', '2029-12-31', 'Giai đoạn 2027 - 2029'],
    ['2027-10-01', '2027-12-31', 'Quý IV năm 2027'],
    ['2027-02-01', '2027-02-28', 'Tháng 2 năm 2027'],
    ['2027-02-01', '2027-02-27', 'Từ ngày 01/02/2027 đến ngày 27/02/2027'],
    ['2027-02-03', '2027-02-03', 'Ngày 03/02/2027'],
    [null, '2027-06-30', 'Trước ngày 30/06/2027'],
    ['2027-06-30', null, 'Từ ngày 30/06/2027'],
    [null, null, null],
  ])('the time from %s to %s', (from, to, printed) => expect(printDays({ from, to })).toBe(printed));

  it('how often, before when; and the words somebody wrote themselves', () => {
    const due = { from: '2027-01-01', to: '2027-12-31', text: '' };
    expect(printDue({ due, repeats: 'quarter' })).toBe('Hằng quý, năm 2027');
    expect(printDue({ due: { ...due, text: 'Trong dịp nghỉ hè' }, repeats: null })).toBe('Trong dịp nghỉ hè');
    expect(printDue({ due: null, repeats: null })).toBeNull();
  });

  it('laws by their name, other texts by number, day, issuer and subject', () => {
    const law = { kind: 'Luật', number: '102/2016/QH13', issuedOn: '2016-04-05', issuer: 'Quốc hội', about: 'Trẻ em' };
    expect(printBasis(law)).toBe('Căn cứ Luật Trẻ em số 102/2016/QH13 ngày 05 tháng 4 năm 2016');
    const plan = {
      kind: 'Kế hoạch',
      number: '31/KH-UBND',
      issuedOn: '2026-03-09',
      issuer: 'UBND tỉnh',
      about: 'về trẻ em',
    };
    expect(printBasis(plan)).toBe('Căn cứ Kế hoạch số 31/KH-UBND ngày 09 tháng 3 năm 2026 của UBND tỉnh về trẻ em');
  });

  it.each([
    [{}, ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
    [
      { mark: 'KT' as const, markTitle: 'CHỦ TỊCH', signerTitle: 'PHÓ CHỦ TỊCH' },
      ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    ],
    [{ onBehalfOf: null, mark: 'Q' as const, signerTitle: 'GIÁM ĐỐC' }, ['Q. GIÁM ĐỐC']],
    [
      { onBehalfOf: null, mark: 'TUQ' as const, markTitle: 'GIÁM ĐỐC', signerTitle: 'CHÁNH VĂN PHÒNG' },
      ['TUQ. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG'],
    ],
  ])('who signs for whom: %o', (signing, lines) => {
    expect(authorityOf({ ...firstCover(sampleBody, ''), ...signing })).toEqual(lines);
  });
});
