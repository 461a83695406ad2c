import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { TextCell } from '../document/normalised-document.ts';

export type ColumnKey = 'number' | 'content' | 'lead' | 'coordinating' | 'due' | 'agency' | 'other';

const rules: readonly (readonly [ColumnKey, RegExp])[] = [
  ['number', /^(?:tt|stt|so tt|so thu tu|muc)$/],
  ['coordinating', /phoi hop/],
  [
    'lead',
    /chu tri|don vi thuc hien|co quan thuc hien|phan cong|chiu trach nhiem|dau moi|phu trach|trach nhiem thuc hien|nguoi thuc hien|don vi to chuc/,
  ],
  ['due', /thoi gian|thoi han|tien do|hoan thanh|thoi diem|lo trinh/],
  ['content', /^(?:ten |cac |noi dung |danh muc )*(?:nhiem vu|noi dung|hoat dong|cong viec|giai phap|cong tac)\b/],
  ['agency', /^(?:ten )?(?:co quan|don vi|so nganh|nganh|dia phuong|to chuc)(?: don vi| dia phuong| duoc giao)*$/],
];

/** The meaning of each column, by its heading; null where the row is no heading of a table of tasks. */
export function readColumns(cells: readonly TextCell[]): ReadonlyMap<number, ColumnKey> | null {
  const columns = new Map<number, ColumnKey>();
  let words = 0;
  for (const cell of cells) {
    const text = fold(cell.text);
    if (text !== '') words += 1;
    if (cell.text.length > 90) return null;
    const key = rules.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
    columns.set(cell.column, text === '' ? 'other' : key);
  }
  const keys = [...columns.values()];
  if (words < 2) return null;
  // «Cơ quan» beside «Nhiệm vụ» is who does it; beside «Cơ quan chủ trì» it says nothing new.
  for (const [column, key] of columns)
    if (key === 'agency') columns.set(column, keys.includes('lead') ? 'other' : 'lead');
  const has = (key: ColumnKey) => [...columns.values()].includes(key);
  if (!has('content') || !(has('lead') || has('coordinating') || has('due'))) return null;
  return columns;
}
