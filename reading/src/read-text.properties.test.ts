import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { planExtraction } from '@mangnon/domain/plans/extraction.ts';
import { cleanText } from './document/clean-text.ts';
import { normalise } from './document/normalise.ts';
import { readPlainText } from './files/plain-text.ts';
import { readText } from './read-text.ts';

const verb = fc.constantFrom(
  'Tổ chức',
  'Rà soát',
  'Chỉ đạo',
  'Hướng dẫn',
  'Tăng cường',
  'Xây dựng',
  'Bố trí',
  'Vận động',
);
const word = fc.constantFrom(
  'truyền thông',
  'trẻ em',
  'hỗ trợ',
  'tư vấn',
  'gia đình',
  'nhà trường',
  'an toàn',
  'kỹ năng',
  'nông thôn',
);
const sentence = fc
  .tuple(verb, fc.array(word, { minLength: 4, maxLength: 30 }), fc.constantFrom('.', ';', ''))
  .map(([first, rest, end]) => `${first} ${rest.join(' ')}${end}`);
const agency = fc.constantFrom(
  'Sở Y tế',
  'Công an tỉnh',
  'Đề nghị Tòa án nhân dân tỉnh',
  'Sở Lao động - Thương binh và Xã hội',
  'Ủy ban nhân dân các xã, phường',
  'Phòng Văn hóa - Xã hội:',
);
const block = fc.record({ agency, tasks: fc.array(sentence, { minLength: 1, maxLength: 5 }) });
const bullet = fc.constantFrom('- ', '+ ', '• ', '– ');

const plan = fc
  .record({ blocks: fc.array(block, { minLength: 1, maxLength: 6 }), bullet, blank: fc.boolean() })
  .map((made) => {
    const lines = [
      'KẾ HOẠCH',
      'Bảo vệ trẻ em năm 2025',
      'I. MỤC ĐÍCH',
      '- Nâng cao nhận thức của cộng đồng.',
      'II. TỔ CHỨC THỰC HIỆN',
    ];
    const tasks: { text: string; lead: string }[] = [];
    for (const [at, { agency: name, tasks: sentences }] of made.blocks.entries()) {
      lines.push(`${at + 1}. ${name}`);
      for (const text of sentences) {
        lines.push(made.bullet + text);
        tasks.push({ text, lead: name.replace(/^Đề nghị |:$/g, '') });
      }
    }
    return { text: lines.join(made.blank ? '\n\n' : '\n'), tasks };
  });

test('every sentence of an assigned section is a task of its agency, in order', () => {
  fc.assert(
    fc.property(plan, ({ text, tasks }) => {
      const read = readText(text);
      expect(read.tasks.map((task) => ({ text: task.text, lead: task.lead.join(', ') }))).toEqual(tasks);
      expect(planExtraction.safeParse(read).error).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});

const torn = fc.tuple(
  sentence.filter((text) => text.length > 60),
  fc.double({ min: 0.3, max: 0.8, noNaN: true }),
);

test('a sentence torn by a page number is whole again', () => {
  fc.assert(
    fc.property(torn, fc.integer({ min: 2, max: 99 }), ([text, share], page) => {
      const at = text.indexOf(' ', Math.floor(text.length * share));
      const source = `KẾ HOẠCH\nBảo vệ trẻ em\nII. NHIỆM VỤ\n- ${text.slice(0, at)}\n\n${page}\n\n${text.slice(at + 1)}\n`;
      expect(readText(source).tasks.map((task) => task.text)).toEqual([text]);
    }),
    { numRuns: 60 },
  );
});

/** Lines of the pieces plans are made of, in any order: nothing here is a plan, all of it must be read. */
const anyLine = fc.oneof(
  sentence,
  fc.tuple(bullet, sentence).map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('I. ', 'IV. ', '1. ', '2) ', 'a) ', '1.2. ', '3/ ', 'A. ', '(1) ', 'Điều 2. '), sentence)
    .map((parts) => parts.join('')),
  fc.constantFrom(
    'KẾ HOẠCH',
    'PHỤ LỤC',
    'Nơi nhận:',
    '- Lưu: VT.',
    'KT. CHỦ TỊCH',
    'b) Cơ quan chủ trì: Sở Y tế.',
    'Thời gian: Quý II.',
    'Trên đây là Kế hoạch.',
    '|a|b|',
    'TT\tNhiệm vụ\tChủ trì',
    '1\tTập huấn\tSở Y tế',
    '\tKT. CHỦ TỊCH',
    '3',
    '**Đậm** và *nghiêng*',
    '*',
    '1.',
    '----',
    '《(',
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  agency,
);

test('whatever is read keeps the contract, slices its passages and reads the same again', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 25 }), (lines) => {
      const read = readText(lines.join('\n'));
      expect(planExtraction.safeParse(read).error).toBeUndefined();
      for (const { span, text } of [...read.tasks, ...read.funding])
        expect(read.text.slice(span.start, span.end)).toBe(text);
      for (const { span } of [...read.sections, ...read.targets, ...read.reporting, ...read.legal_bases]) {
        expect(span.end).toBeLessThanOrEqual(read.text.length);
        expect(span.start).toBeLessThanOrEqual(span.end);
      }
      expect(readText(read.text)).toEqual(read);
    }),
    { numRuns: 300 },
  );
});

test('lines, cells and layout of the normalised text lie where they say', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 25 }), (lines) => {
      const doc = normalise(readPlainText(lines.join('\n')));
      expect(doc.lines.map((line) => line.text).join('\n')).toBe(doc.text);
      for (const line of doc.lines) {
        expect(doc.text.slice(line.span.start, line.span.end)).toBe(line.text);
        for (const cell of line.row?.cells ?? [])
          expect(doc.text.slice(cell.span.start, cell.span.end)).toBe(cell.text);
      }
      for (const { span } of doc.layout) expect(span.end).toBeLessThanOrEqual(doc.text.length);
    }),
    { numRuns: 200 },
  );
});

test('cleaning twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
    }),
    { numRuns: 300 },
  );
});
