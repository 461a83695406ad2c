import type { Span } from '@mangnon/domain/plans/extraction.ts';

/** What a field of a task says: «Cơ quan chủ trì: …» names the lead, and so on. `detail` is any other such line. */
export type FieldKey = 'lead' | 'coordinating' | 'due' | 'content' | 'detail';

export interface Field {
  readonly key: FieldKey;
  /** Where the value stands, counted from the beginning of the text that was read. */
  readonly value: Span;
  /** Where the label begins. */
  readonly start: number;
}

const body =
  '(?:các\\s+)?(?:cơ quan|đơn vị|sở|ngành|phòng|ban|tổ chức|bộ phận)(?:\\s*,\\s*(?:đơn vị|tổ chức|cá nhân|địa phương))?\\s*';
const labels: readonly (readonly [FieldKey, string])[] = [
  [
    'coordinating',
    `${body}(?:cùng\\s+)?phối hợp(?:\\s+(?:thực hiện|chính|tổ chức))?|phối hợp(?:\\s+(?:thực hiện|với))?`,
  ],
  [
    'lead',
    `${body}(?:được giao\\s+)?(?:chủ trì|thực hiện|chịu trách nhiệm|đầu mối|chủ công|phụ trách|tham mưu|tổ chức)(?:\\s+(?:thực hiện|tham mưu|chính|tổ chức|triển khai))?|chủ trì(?:\\s+(?:thực hiện|tham mưu|tổ chức))?|(?:phân công|trách nhiệm|người|đầu mối)\\s+(?:thực hiện|phụ trách|chủ trì)|phân công|giao chủ trì|chịu trách nhiệm(?:\\s+chính)?`,
  ],
  [
    'due',
    '(?:thời gian|thời hạn|tiến độ|thời điểm|lộ trình)(?:\\s+(?:thực hiện|hoàn thành|tổ chức|triển khai|báo cáo|trình))*|(?:thực hiện và\\s+)?hoàn thành',
  ],
  [
    'content',
    '(?:nội dung|nhiệm vụ)(?:\\s+(?:thực hiện|công việc|nhiệm vụ|hoạt động|cụ thể|chủ yếu|triển khai|công tác))*|tên (?:nhiệm vụ|hoạt động)',
  ],
  [
    'detail',
    '(?:địa điểm|địa bàn|đối tượng|thành phần|quy mô|số lượng|kinh phí|nguồn kinh phí|sản phẩm|kết quả(?: đầu ra)?|dự kiến sản phẩm|hình thức|phương thức|chỉ tiêu|mục tiêu|mục đích|yêu cầu|ghi chú|phạm vi)(?:\\s+(?:thực hiện|tham gia|tổ chức|áp dụng|dự kiến|đầu ra|cần đạt|hoàn thành|tham dự))*',
  ],
];

const patterns = labels.map(
  ([key, label]) => [key, new RegExp(`(?:${label})\\s*(?:\\([^)]{0,60}\\)\\s*)?:`, 'iuy')] as const,
);
const inner = labels
  .filter(([key]) => key === 'lead' || key === 'coordinating' || key === 'due')
  .map(([key, label]) => [key, new RegExp(`(?<=[.;,(–-]\\s*)(?:${label})\\s*:`, 'giu')] as const);

/** The field a line's words begin with, or null. Offsets count from `text`'s beginning. */
export function readField(text: string): Field | null {
  const head = text.slice(0, 120);
  if (!head.includes(':')) return null;
  for (const [key, pattern] of patterns) {
    pattern.lastIndex = 0;
    const match = pattern.exec(head);
    if (match) return { key, start: 0, value: trimmed(text, match[0].length, text.length) };
  }
  return null;
}

/** «a. Nội dung», a label whose colon was left out, alone on its line. */
export function isContentLabel(text: string): boolean {
  return /^(?:nội dung|nhiệm vụ)(?:\s+(?:thực hiện|công việc|nhiệm vụ|hoạt động|cụ thể|chủ yếu|triển khai))*\s*[:.]?$/iu.test(
    text.slice(0, 60),
  );
}

/**
 * All fields in one line: «Chủ trì: A; phối hợp: B; thời gian: Quý II». A value ends where the next label begins;
 * brackets around fields are left out of the values.
 */
export function readFields(text: string): readonly Field[] {
  const starts: { key: FieldKey; start: number; from: number }[] = [];
  const first = readField(text);
  if (first) starts.push({ key: first.key, start: 0, from: first.value.start });
  if (first?.key !== 'content' && text.includes(':')) {
    for (const [key, pattern] of inner) {
      for (const match of text.matchAll(pattern)) {
        if (match.index > 0) starts.push({ key, start: match.index, from: match.index + match[0].length });
      }
    }
  }
  const sorted = starts
    .toSorted((a, b) => a.start - b.start)
    .filter((field, at, all) => at === 0 || field.start >= (all[at - 1]?.from ?? 0));
  return sorted.map((field, at) => ({
    key: field.key,
    start: field.start,
    value: trimmed(text, field.from, sorted[at + 1]?.start ?? text.length),
  }));
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (end > start && /[\s.;,(–-]/.test(text[end - 1] ?? '')) end -= 1;
  const value = text.slice(start, end);
  if (value.endsWith(')') && !value.includes('(')) end -= 1;
  while (end > start && /[\s.;,]/.test(text[end - 1] ?? '')) end -= 1;
  return { start, end };
}
