import type { Sheet, SheetCell } from '../kernel/workbook/sheet.ts';
import type { Top } from './top.api.ts';

const standing = { done: 'Đã có nhiệm vụ', none: 'Chưa có nhiệm vụ', noPlan: 'Chưa có kế hoạch' } as const;

/** The view from the top as two sheets: the duties with their counts, and duties by places. */
export function writeTopSheets(top: Top): Sheet[] {
  const unit = top.level === 'province' ? 'tỉnh, thành phố' : 'xã, phường, đặc khu';
  const among = `trong ${top.of} ${unit}${top.within === null ? '' : ` của ${top.within.name}`}`;
  const counts: SheetCell[][] = [
    ['STT', 'Vị trí', 'Nhiệm vụ', ...Object.values(standing).map((words) => `${words} (${among})`), 'Tổng'],
    ...top.duties.map(({ article, words, counts: { done, none, noPlan, of } }, at) => [
      at + 1,
      article ?? '',
      words,
      done,
      none,
      noPlan,
      of,
    ]),
  ];
  const grid: SheetCell[][] = [
    ['Địa bàn', 'Số đơn vị', 'Có kế hoạch', ...top.duties.map((_, at) => `NV ${at + 1}`)],
    ...top.places.map(({ name, of, withPlan, done }) => [name, of, withPlan, ...done]),
  ];
  return [
    { name: 'Theo nhiệm vụ', rows: counts },
    { name: 'Theo địa bàn', rows: grid },
  ];
}
