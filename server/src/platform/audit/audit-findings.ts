import { fillSentence, type Sentence } from '@mangnon/domain/kernel/sentence.ts';

/** What can have been done to the trail. */
export type FindingKind =
  | 'changed'
  | 'rewritten'
  | 'swapped'
  | 'deleted'
  | 'inserted'
  | 'tail_cut'
  | 'rolled_back'
  | 'root_missing'
  | 'root_forged'
  | 'roots_missing';

export interface Finding {
  readonly kind: FindingKind;
  /** The chain, `kind:id` of the record; `null` where it is about the roots or the whole database. */
  readonly chain: string | null;
  /** Numbers in the chain, or of roots. */
  readonly first: number;
  readonly last: number;
  /** The time of the row concerned, or of the root that still saw what is gone; ISO, UTC. */
  readonly when: string | null;
}

const sentences: Readonly<Record<FindingKind, Sentence>> = {
  changed: {
    vi: 'Bị sửa: {chain}, dòng {rows}, ghi lúc {when}.',
    en: 'Changed: {chain}, row {rows}, written {when}.',
  },
  rewritten: {
    vi: 'Bị sửa và tính lại dấu kiểm: {chain}, trong các dòng {rows}; dấu ký lúc {when} còn giữ nội dung khác.',
    en: 'Changed with its hashes made anew: {chain}, among rows {rows}; the root signed {when} has seen others.',
  },
  swapped: {
    vi: 'Bị đổi chỗ: {chain}, dòng {first} và dòng {last}, ghi lúc {when}.',
    en: 'Swapped: {chain}, rows {first} and {last}, written {when}.',
  },
  deleted: {
    vi: 'Bị xóa: {chain}, trong các dòng {rows}; lần cuối còn thấy {when}.',
    en: 'Deleted: {chain}, among rows {rows}; last seen {when}.',
  },
  inserted: {
    vi: 'Bị chèn thêm: {chain}, trong các dòng {rows}, ghi là lúc {when}.',
    en: 'Inserted: {chain}, among rows {rows}, said to be written {when}.',
  },
  tail_cut: {
    vi: 'Bị cắt phần cuối: {chain}, các dòng {rows}; lần cuối còn thấy {when}.',
    en: 'The tail was cut: {chain}, rows {rows}; last seen {when}.',
  },
  rolled_back: {
    vi: 'Cơ sở dữ liệu đã bị đưa về một bản cũ hơn: dấu ký số {rows} không còn dữ liệu; lần cuối còn thấy {when}.',
    en: 'The database was put back to an older state: what roots {rows} have signed is gone; last seen {when}.',
  },
  root_missing: {
    vi: 'Thiếu dấu ký số {rows}; dấu ký tiếp theo ghi lúc {when}.',
    en: 'Roots {rows} are missing; the next one was signed {when}.',
  },
  root_forged: {
    vi: 'Dấu ký số {rows} ghi lúc {when} không đúng chữ ký hoặc không nối với dấu ký trước.',
    en: 'Root {rows}, dated {when}, is not signed by this key or does not follow the one before.',
  },
  roots_missing: {
    vi: 'Nhật ký có dòng ghi từ {when} nhưng không có dấu ký nào trong thư mục đã cho.',
    en: 'The trail has rows from {when} on, but the folder holds no root at all.',
  },
};

/** A finding in plain words of both languages. */
export function tellFinding({ kind, chain, first, last, when }: Finding): Sentence {
  const rows = first === last ? String(first) : `${first}–${last}`;
  const details = { chain: chain ?? '', first, last, rows, when: when ?? '?' };
  const { vi, en } = sentences[kind];
  return { vi: fillSentence(vi, details), en: fillSentence(en, details) };
}
