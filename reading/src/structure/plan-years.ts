import type { PlanLine } from './plan-outline.ts';
import type { PlanYears } from './read-due.ts';

/**
 * The years a plan is for: «giai đoạn 2021 - 2025» or «năm 2023» in its title, else the year of its own date. The
 * texts a title cites have dates too; only a year that stands for itself counts.
 */
export function findPlanYears(lines: readonly PlanLine[]): PlanYears | null {
  const head = lines.filter((line) => line.zone === 'head').map((line) => line.line.text);
  const kind = head.findLastIndex((text) =>
    /^(?:KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|DỰ ÁN|QUYẾT ĐỊNH|HƯỚNG DẪN)/u.test(text.normalize('NFC')),
  );
  const title = head
    .slice(kind + 1)
    .join(' ')
    .replace(/\((?:kèm|ban hành)[^)]*\)/giu, ' ')
    .replace(/ngày\s+\d{1,2}\s*(?:\/|tháng)\s*\d{1,2}\s*(?:\/|năm)\s*\d{4}/giu, ' ');
  const period = /(?:giai đoạn|từ năm|các năm)\s+(?:từ\s+)?(20\d\d)\s*(?:-|–|đến(?: năm)?)\s*(20\d\d)/iu.exec(title);
  const year = [...title.matchAll(/năm\s+(20\d\d)(?!\s*(?:-|–|của))/giu)].at(-1)?.[1];
  if (
    year &&
    (!period || title.lastIndexOf(year) > (period.index ?? 0) + period[0].length) &&
    !/định hướng|tầm nhìn|đến năm/iu.test(title)
  ) {
    return { from: Number(year), to: Number(year) };
  }
  if (period?.[1] && period[2]) return { from: Number(period[1]), to: Number(period[2]) };
  const issued = head.join('\n').match(/ngày[\s.…\d]*tháng[\s.…\d]*năm\s+(20\d\d)/iu)?.[1];
  return issued ? { from: Number(issued), to: Number(issued) } : null;
}
