import { describe, expect, it } from 'vitest';
import type { PlanExtraction, Span } from './extraction.ts';
import { listFactsOfExtraction } from './facts-of-extraction.ts';

const text =
  'Số: /KH-UBND\nKẾ HOẠCH\nBảo vệ trẻ em năm 2026\nI. NHIỆM VỤ\n- Mở lớp dạy bơi cho 90% xã.\n- Sửa sân chơi.\n- Việc khác.\nThời gian: tháng 7\n';
const spanOf = (words: string): Span => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const base = { section: 'I', lead: [], coordinating: [], due: null };

const extraction: PlanExtraction = {
  document: {
    kind: 'Kế hoạch',
    number: null,
    issuer: 'Ủy ban nhân dân tỉnh Mộc Giang',
    place: null,
    issued_on: '2026',
    title: 'Bảo vệ trẻ em năm 2026',
    signatory: { name: 'Lò Thị Ban', capacity: 'Phó Chủ tịch' },
    recipients: [],
  },
  text,
  legal_bases: [],
  sections: [],
  tasks: [
    {
      ...base,
      text: 'Mở lớp dạy bơi cho 90% xã.',
      due: { from: null, to: null, text: 'tháng 7' },
      span: spanOf('Mở lớp dạy bơi cho 90% xã.'),
      confidence: 0.5,
    },
    { ...base, text: 'Sửa sân chơi.', span: spanOf('Sửa sân chơi.'), confidence: 0.5 },
    {
      ...base,
      text: 'Việc khác.',
      due: { from: '2026-06-30', to: '2026-06-01', text: 'tháng 6' },
      span: spanOf('Việc khác.'),
      confidence: 0.6,
    },
  ],
  targets: [
    {
      text: '90% xã',
      owner: [],
      comparator: '>=',
      value: 90,
      value_to: null,
      unit: '%',
      year: 2206,
      span: spanOf('90% xã'),
    },
  ],
  reporting: [],
  funding: [],
  warnings: [
    { code: 'due_impossible', message: 'Ngày không có', span: spanOf('dạy bơi') },
    { code: 'percent_odd', message: 'Số lạ', span: spanOf('90%') },
    { code: 'date_impossible', message: 'Ngày lạ', span: spanOf('Số: /KH-UBND') },
    { code: 'heading_issuer_missing', message: 'Thiếu cơ quan' },
    { code: 'numbering', message: 'Thiếu mục III' },
    { code: 'task_due_unclear', message: 'Không rõ', span: spanOf('tháng 7') },
  ],
};

const facts = listFactsOfExtraction(extraction, (kind, index) => {
  const kindNumber = ['heading', 'task', 'target', 'reporting', 'legal_basis', 'doubt'].indexOf(kind);
  return `00000000-0000-4000-8000-${String(kindNumber * 1000 + index).padStart(12, '0')}`;
});
const task = (index: number): string => `00000000-0000-4000-8000-${String(1000 + index).padStart(12, '0')}`;
const target = '00000000-0000-4000-8000-000000002000';
const heading = '00000000-0000-4000-8000-000000000000';
const doubts = facts.flatMap((fact) => (fact.kind === 'doubt' ? [fact.data] : []));

describe('the facts of a fresh draft', () => {
  it('are all that was read, in the order it was read', () => {
    expect(
      facts.filter((fact) => fact.kind === 'task').map((fact) => [fact.data.text, fact.position, fact.version]),
    ).toEqual([
      ['Mở lớp dạy bơi cho 90% xã.', 1024, 1],
      ['Sửa sân chơi.', 2048, 1],
      ['Việc khác.', 3072, 1],
    ]);
    expect(facts.find((fact) => fact.kind === 'heading')).toMatchObject({
      data: { title: 'Bảo vệ trẻ em năm 2026', signatoryName: 'Lò Thị Ban' },
      span: spanOf('Bảo vệ trẻ em năm 2026'),
    });
  });

  it('carry each warning as a doubt about the closest fact that holds it', () => {
    const about = Object.fromEntries(doubts.map((doubt) => [doubt.code, doubt.about]));
    expect(about).toMatchObject({
      due_impossible: task(0),
      percent_odd: target,
      date_impossible: heading,
      heading_issuer_missing: heading,
      numbering: null,
    });
    expect(doubts.every((doubt) => doubt.settled === null)).toBe(true);
  });

  it('doubt what was printed askew, in the words a person would be refused with', () => {
    expect(doubts.find((doubt) => doubt.code === 'due_order')).toMatchObject({
      about: task(2),
      message: expect.stringContaining('đứng sau ngày kết thúc'),
    });
  });

  it('doubt a task read with little confidence, once, and a year that cannot be', () => {
    expect(doubts.filter((doubt) => doubt.code === 'task_unsure').map((doubt) => doubt.about)).toEqual([task(1)]);
    expect(doubts.find((doubt) => doubt.code === 'year_out_of_range')?.about).toBe(target);
    expect(facts.find((fact) => fact.kind === 'target')).toMatchObject({ data: { year: null, valueTo: null } });
  });

  it('stand in the order of the document, also the doubts', () => {
    expect(doubts.map((doubt) => doubt.code)).toEqual([
      'heading_issuer_missing',
      'numbering',
      'date_impossible',
      'due_impossible',
      'percent_odd',
      'year_out_of_range',
      'task_unsure',
      'due_order',
      'task_due_unclear',
    ]);
  });
});
