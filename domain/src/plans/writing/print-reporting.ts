import type { ItemData } from './manuscript-item.ts';

const often = {
  month: 'hằng tháng',
  '3_months': 'hằng quý',
  '6_months': '06 tháng',
  '9_months': '09 tháng',
  year: 'hằng năm',
} as const;

/** The sentence of a reporting duty, from what is asked: how often, who, to whom, through whom, by which day. */
export function printReporting({ period, due, from, to, via }: ItemData<'reporting'>): string {
  const senders = from.length === 0 ? '' : `, ${inSentence(from.join(', '))}`;
  const receiver = to === null ? '' : ` về ${to}`;
  const through = via === null ? '' : ` (qua ${via} tổng hợp)`;
  const day =
    due === null ? '' : ` trước ngày ${pad(due.day)}/${pad(due.month)}${period === 'year' ? ' hằng năm' : ''}`;
  return `Định kỳ ${often[period]}${senders} báo cáo kết quả thực hiện${receiver}${through}${day}.`;
}

/** «Các cơ quan, đơn vị» stands within the sentence; names keep their capital. */
function inSentence(words: string): string {
  return words.replace(/^Các /u, 'các ');
}

function pad(count: number): string {
  return String(count).padStart(2, '0');
}
