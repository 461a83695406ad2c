import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planExtraction, type Span } from '@mangnon/domain/plans/extraction.ts';
import { readText } from '../read-text.ts';
import { listLegalBases } from './legal-bases.ts';
import { lowerText } from './lower-text.ts';
import { readDuties } from './reporting/read-duties.ts';
import { readTargets } from './targets/read-targets.ts';

/** Scraps of plans, whole and broken; thrown together they make every kind of half-sentence. */
const scrap = fc.constantFrom(
  'Giảm tỷ lệ ', 'đạt ', 'trên ', 'dưới ', 'xuống còn ', 'từ ', 'đến ', '90% ', '5-7% ', '12,5‰ ', '550/100.000 ', 'ít nhất ',
  '02 lớp tập huấn ', 'vào năm 2025 ', 'và ', ', ', '; ', '. ', 'năm 2030', '(2025 và 2030)', 'lần lượt ', 'duy trì ',
  'báo cáo ', 'Định kỳ ', '6 tháng ', 'hằng năm ', 'hằng quý ', 'trước ngày 31/2 ', 'trước ngày 15/6 và 15/12 ', 'gửi về ',
  'Sở Y tế ', 'qua ', '(qua ', 'UBND tỉnh ', 'Ủy ban nhân dân ', 'để tổng hợp, ', 'tham mưu ', 'Hội đồng nhân dân cùng cấp ',
  'Quyết định số ', '12/QĐ-TTg ', '20-CT/TW ', 'ngày tháng năm 2021 ', 'ngày 45/13/2020 ', 'Số: /KH-UBND', '/', '-', '\n', '\n\n',
  'I. ', '1. ', 'a) ', '- ', 'KẾ HOẠCH\n', 'MỤC TIÊU\n', 'Nơi nhận:\n', 'KT. CHỦ TỊCH\n', 'Lò Thị Hân\n', '\t', '|', '(', ')', '%', '…',
  'kinh phí ', 'PHỤ LỤC\n', 'Căn cứ ',
); // prettier-ignore
const scraps = fc.array(
  fc.oneof({ weight: 9, arbitrary: scrap }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) }),
  { maxLength: 90 },
);
const text = fc.oneof(
  scraps.map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);
const anywhere = { underTargets: true, underResults: false, underFunding: false, year: null };

describe('whatever the text', () => {
  test('lower-casing moves nothing', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(lowerText(words)).toHaveLength(words.length);
      }),
      { numRuns: 300 },
    );
  });

  test('facts of a line lie inside the line, and are what stands there', () => {
    fc.assert(
      fc.property(text, (line) => {
        const facts: Span[] = [...readTargets(line, anywhere), ...readDuties(line, true)];
        facts.push(...listLegalBases(line, lowerText(line)).facts.map(({ span }) => span));
        for (const { start, end } of facts) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(line.length);
        }
        for (const target of readTargets(line, anywhere)) expect(Number.isFinite(target.value)).toBe(true);
        for (const { number, span } of listLegalBases(line, lowerText(line)).facts) {
          expect(line.slice(span.start, span.end).replace(/\s/g, '').slice(0, 2)).toBe(number.slice(0, 2));
        }
      }),
      { numRuns: 400 },
    );
  });

  test('a whole reading keeps the contract, and its spans slice its text', () => {
    fc.assert(
      fc.property(text, (words) => {
        const reading = planExtraction.parse(readText(words));
        const facts = [reading.legal_bases, reading.targets, reading.reporting, reading.funding].flat();
        for (const { span } of facts) expect(reading.text.slice(span.start, span.end).trim()).not.toBe('');
        for (const { text: printed, span } of reading.targets) {
          const squeeze = (part: string): string => part.replace(/[\s\u2028]+/g, ' ');
          const isOfTable = printed.includes(': ');
          expect(isOfTable || squeeze(reading.text.slice(span.start, span.end)) === squeeze(printed)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('twice the text takes about twice the time', () => {
  const seconds = (words: string): number => {
    const begun = performance.now();
    readTargets(words, anywhere);
    readDuties(words, true);
    listLegalBases(words, lowerText(words));
    return (performance.now() - begun) / 1000;
  };

  test.each([
    '5% ', '1', '1/', '.', ' ', 'ngày ', 'ngày .... ', 'qua Sở ', 'báo cáo ', '(', 'giảm tỷ lệ ', '12/KH-', 'năm 2025 và ',
    'Ủy ban nhân dân tỉnh A, ', 'không để ', '6 tháng, năm ', 'trước ngày 15/6, ', '90% vào năm 2025 và ', 'ít nhất ', 'A-', 'tham mưu ',
  ])('%s', (unit) => {
    seconds(unit.repeat(200));
    const long = seconds(unit.repeat(Math.ceil(60_000 / unit.length)));
    // A machine under load is slow; a quadratic expression on sixty thousand letters takes minutes.
    expect(long).toBeLessThan(8);
  });
}); // prettier-ignore
