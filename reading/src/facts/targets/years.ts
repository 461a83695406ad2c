/** Years named in one place of a sentence: «vào năm 2025», «giai đoạn 2021-2025» (its last), «(2025 và 2030)». */
export interface PrintedYears {
  readonly start: number;
  readonly end: number;
  readonly years: readonly number[];
}

const year = '(?:19|20)\\d{2}(?!\\d)';
const list = `(${year})((?:\\s{0,2}(?:-|,|và|đến|/)\\s{0,2}(?:đến |vào )?(?:năm )?${year}){0,6})`;
const yearPattern = new RegExp(
  `(?:(?:giai đoạn|năm học|năm|niên độ)(?: là)? |(?<!\\p{L})(?:đến|vào|tới|cuối|hết|trong) |\\((?:năm )?)${list}`,
  'gu',
);

/** What makes a year the one it is compared with, a distant vision, or a part of a programme's name. */
const compared =
  /(?:so (?:với|cùng kỳ)|cùng kỳ|kể từ|của|tầm nhìn|định hướng|hướng tới)(?: (?:đầu|cuối|cả|kết quả|thực hiện|đến|mức))*$|(?:^|\s)từ$/;
const named =
  /(?:chương trình|kế hoạch|đề án|chiến lược|dự án|quyết định|nghị quyết|chỉ thị|luật)(?!\p{L})[^,;:.]{0,160}$/u;

/** The years of a passage that a target may be due in; lower-case text in. */
export function listYears(lower: string): PrintedYears[] {
  const found: PrintedYears[] = [];
  if (!/(?:19|20)\d{2}/.test(lower)) return found;
  for (const match of lower.matchAll(yearPattern)) {
    const lead = lower.slice(Math.max(0, match.index - 170), match.index);
    if (/\([^()]*(?:đã|hiện|thực hiện|ước)(?!\p{L})[^()]*$/u.test(lead.slice(-60))) continue;
    const before = lead.slice(-40).replace(/(?:\s|đến|vào|hết|cuối|năm)+$/u, '');
    if (compared.test(before) || (/^(?:giai đoạn|đến|năm)/.test(match[0]) && named.test(lead))) continue;
    const isPeriod = /^(?:giai đoạn|năm học|niên độ)/.test(match[0]) || /\d{4}\s{0,2}(?:-|đến)/.test(match[0]);
    const all = [...match[0].matchAll(/\d{4}/g)].map((digits) => Number(digits[0]));
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      years: isPeriod ? all.slice(-1) : [...new Set(all)],
    });
  }
  return found;
}

/** The year a heading or a lead-in sets for what stands under it: the last of «giai đoạn 2021-2025»; null for none or several. */
export function readHeadingYear(lower: string): number | null {
  // A heading of its own for the years beyond the plan's («Định hướng đến năm 2030») does set them.
  const own = lower.replace(/^[\s:.]*(?:định hướng|tầm nhìn)(?= (?:đến|tới|giai đoạn|năm)(?!\p{L}))/u, '');
  const years = new Set(listYears(own).flatMap((printed) => printed.years));
  const [only] = years;
  return years.size === 1 ? (only ?? null) : null;
}
