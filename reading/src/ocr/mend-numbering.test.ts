import { expect, it } from 'vitest';
import type { PageRule, PageWord } from '../files/page-content.ts';
import { mendNumbering } from './mend-numbering.ts';

function linesAfterMending(lines: readonly string[], rules: readonly PageRule[] = []): string[] {
  const words = lines.flatMap((line, row) =>
    line.split(' ').map((text, at): PageWord => {
      const left = 80 + at * 60;
      const place = { left, right: left + 50, baseline: 100 + row * 20, size: 14 };
      return { text, ...place, bold: false, italic: false, spaced: true, confidence: 0.9 };
    }),
  );
  const [page] = mendNumbering([{ number: 1, width: 595, height: 842, words, rules }]);
  return lines.map((_, row) =>
    (page?.words ?? [])
      .filter((word) => word.baseline === 100 + row * 20)
      .map((word) => word.text)
      .join(' '),
  );
}

it.each([
  ['a lost stroke', ['I. MỤC', 'II. CHỈ', 'II. NHIỆM', 'IV. KINH'], ['I. MỤC', 'II. CHỈ', 'III. NHIỆM', 'IV. KINH']],
  ['a lost dot', ['I Mục đích', 'II. Yêu cầu', 'III Hoạt động'], ['I. Mục đích', 'II. Yêu cầu', 'III. Hoạt động']],
  ['strokes that touch', ['I Căn cứ', 'H. Mục tiêu', 'IH. Nhiệm vụ'], ['I. Căn cứ', 'II. Mục tiêu', 'III. Nhiệm vụ']],
  ['a stroke read twice', ['I Căn cứ', 'LH. Mục tiêu', 'III. Việc'], ['I. Căn cứ', 'II. Mục tiêu', 'III. Việc']],
  [
    'a first number taken for a one',
    ['1/ Mục', '1/ Yêu', '2/ Kết', 'II/ Chỉ'],
    ['I/ Mục', '1/ Yêu', '2/ Kết', 'II/ Chỉ'],
  ],
  ['a letter of a list', ['a) Nội dung', 'b) Chủ trì', 'ở) Thời gian'], ['a) Nội dung', 'b) Chủ trì', 'c) Thời gian']],
  ['an article', ['Điều 1. Ban hành', 'Điều 2, Quyết định'], ['Điều 1. Ban hành', 'Điều 2. Quyết định']],
])('mends %s where the count shows it', (_, read, mended) => {
  expect(linesAfterMending(read)).toEqual(mended);
});

it.each([
  ['a number printed twice', ['I. MỤC', 'II. CHỈ', 'II. NHIỆM', 'III. KINH']],
  ['a number skipped', ['I. MỤC', 'II. CHỈ', 'IV. NHIỆM', 'V. KINH']],
  ['a count begun anew', ['I. Mục', 'II. Chỉ', 'I. Kinh', 'II. Báo']],
  ['a quarter torn from its word', ['I. Mục tiêu', 'trong quý', 'II Năm sau']],
  ['an article of another law', ['theo quy định tại', 'Điều 2, Luật Trẻ em']],
])('leaves %s as it was read', (_, read) => {
  expect(linesAfterMending(read)).toEqual(read);
});

it('adds no dot to a number alone in its cell', () => {
  const rows = ['I Tuyên truyền', 'II Kiểm tra', 'III Báo cáo'];
  expect(linesAfterMending(rows)).toEqual(['I. Tuyên truyền', 'II. Kiểm tra', 'III. Báo cáo']);
  expect(linesAfterMending(rows, [{ left: 135, right: 135.5, top: 60, bottom: 300 }])).toEqual(rows);
});
