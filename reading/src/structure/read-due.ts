import { foldLetters } from '@mangnon/domain/kernel/fold.ts';
import type { Due } from '@mangnon/domain/plans/extraction.ts';
import type { DatePart } from './date-parts.ts';
import { daysIn, findDateParts, toIsoDay } from './date-parts.ts';

/** The years a plan is for: 2023 to 2023, or 2021 to 2025; null where neither title nor date says. */
export interface PlanYears {
  readonly from: number;
  readonly to: number;
}

export interface ReadDue {
  readonly due: Due;
  /** The text says when, but not in a way that was understood. */
  readonly unreadable: boolean;
  /** A day that no calendar has, as printed. */
  readonly impossible: string | null;
}

/**
 * Takes what a field or column says about time, as printed; gives the days it spans. A year that is not said is the
 * plan's own, or that of the date beside it. «Trước …», «đến hết …» leave the beginning open, «từ …» the end.
 * A recurring time («thường xuyên») spans the plan's years.
 */
export function readDue(printed: string, years: PlanYears | null): ReadDue {
  const folded = foldLetters(printed.normalize('NFC'));
  const parts = fillYears(findDateParts(folded), years);
  let impossible: string | null = null;
  const spans = parts.map((part) => {
    const bounds = toBounds(part, years);
    if (part.kind === 'day' && bounds.from === null && part.year !== null)
      impossible ??= printed.slice(part.start, part.end);
    const isRange = part.month !== part.endMonth || (part.endYear !== null && part.endYear !== part.year);
    return { ...bounds, part, isRange, said: folded.slice(Math.max(0, part.start - 24), part.start) };
  });
  const first = spans[0];
  const last = spans.at(-1);
  const due: Due = { from: null, to: null, text: printed };
  if (!first || !last) return { due, unreadable: true, impossible };
  const dated = spans.filter((span) => span.part.kind !== 'recurring');
  const [begin, end] = dated.length > 0 ? [dated[0] ?? first, dated.at(-1) ?? last] : [first, last];
  due.from = begin.from;
  due.to = end.to;
  if (begin === end) {
    if (/(?:truoc|cham nhat|muon nhat|xong)(?: khi| het)?(?: ngay| thoi diem)?\s*$/.test(begin.said)) {
      due.from = null;
      if (begin.part.kind !== 'day' && /truoc(?: ngay)?\s*$/.test(begin.said)) due.to = dayBefore(begin.from);
    } else if (/(?:den|toi)(?: het| cuoi)?(?: ngay| nam)?\s*$|\bhet(?: nam| ngay)?\s*$/.test(begin.said))
      due.from = null;
    else if (/(?:tu|sau|ke tu)(?: dau)?(?: ngay| nam)?\s*$/.test(begin.said) && !begin.isRange) due.to = null;
  }
  if (due.from !== null && due.to !== null && due.from > due.to) due.from = null;
  return { due, unreadable: false, impossible };
}

/** A year stands once for several dates: «từ ngày 25/5 đến ngày 30/6/2026». */
function fillYears(parts: readonly DatePart[], years: PlanYears | null): DatePart[] {
  let year: number | null = years && years.from === years.to ? years.from : null;
  const said = parts.find((part) => part.year !== null)?.year ?? null;
  year = said ?? year ?? null;
  const filled: DatePart[] = [];
  for (const part of parts.toReversed()) {
    if (part.year !== null) year = part.kind === 'years' ? (part.endYear ?? part.year) : part.year;
    filled.push(part.year === null && part.kind !== 'recurring' ? { ...part, year } : part);
  }
  return filled.toReversed();
}

function toBounds(part: DatePart, years: PlanYears | null): { from: string | null; to: string | null } {
  const plan = years ? { from: `${years.from}-01-01`, to: `${years.to}-12-31` } : { from: null, to: null };
  if (part.kind === 'recurring' || part.year === null)
    return part.kind === 'months' || part.kind === 'day' ? { from: null, to: null } : plan;
  const { year } = part;
  if (part.kind === 'day') {
    const day = toIsoDay(year, part.month, part.day);
    return { from: day, to: day };
  }
  if (part.kind === 'months') {
    const to =
      part.endMonth >= 1 && part.endMonth <= 12 ? toIsoDay(year, part.endMonth, daysIn(year, part.endMonth)) : null;
    return { from: toIsoDay(year, part.month, 1), to };
  }
  return { from: `${year}-01-01`, to: `${part.endYear ?? year}-12-31` };
}

function dayBefore(day: string | null): string | null {
  if (day === null) return null;
  const date = new Date(`${day}T00:00:00Z`);
  return new Date(date.getTime() - 86_400_000).toISOString().slice(0, 10);
}

const deadline =
  /(?:truoc|cham nhat(?: la)?|muon nhat(?: la)?|hoan thanh (?:truoc|trong|vao)|xong (?:truoc|trong)|thuc hien (?:trong|xong)|bat dau tu|trong) (?:ngay|thang|quy)\s+(?:\d|i)/g;

/** «(Phòng X chủ trì; quý IV/2025)»: the time behind the roles in a remark at the end. */
const timeInRemark =
  /\([^()]{0,300}(?:chủ trì|thực hiện|phối hợp)[^();]*;\s*((?:thời gian|hoàn thành|thực hiện|thường xuyên|hằng năm|hàng năm|trong|trước|cuối|đến|xong|[:,\s])*(?:quý|tháng|ngày|năm)\s+[\dIVX][^();]{0,40})\)\s*[.;]?$/iu;
/** «hằng năm tổng hợp báo cáo … trước ngày 20/11»: a day that comes back is no deadline of one task. */
const recurring = /\b(?:hang|moi|dinh ky(?: hang)?) (?:nam|quy|thang)\b[^;.]*$/;
/** «trước ngày 10/6 (6 tháng)»: what a report covers. */
const covered = /^\s*\((?:bao cao )?(?:\d+ thang|ca nam|nam|quy)\b/;

/**
 * A deadline within a task's own sentence: «… hoàn thành trước ngày 15/6/2023», «(Quý II/2023)». Dates of the texts
 * that a sentence cites, and the years of programmes, are none. Null where the sentence sets no time.
 */
export function findDeadline(sentence: string, years: PlanYears | null): ReadDue | null {
  const inRemark = timeInRemark.exec(sentence.slice(-360))?.[1];
  const told = inRemark === undefined ? null : readDue(inRemark, years);
  if (told !== null && !told.unreadable) return told;
  if (!/(?:ngày|tháng|quý)\s+[\dIVX]/iu.test(sentence)) return null;
  const folded = foldLetters(sentence.normalize('NFC'));
  const bracket =
    /\(\s*(?:thời gian|hoàn thành|xong|trong|trước|thực hiện)?[^()\d]{0,25}(?:quý\s+(?:I|V|\d)|tháng\s+\d|trước ngày\s+\d)[^()]{0,30}\)\s*[.;]?$/iu.exec(
      sentence,
    );
  const match = bracket ? null : [...folded.matchAll(deadline)].at(-1);
  if (!bracket && !match) return null;
  const start = bracket ? bracket.index + 1 : (match?.index ?? 0);
  if (!bracket && recurring.test(folded.slice(0, start))) return null;
  const part = findDateParts(folded.slice(start, start + 80))[0];
  if (!part || part.start > 45) return null;
  if (!bracket && covered.test(folded.slice(start + part.end, start + part.end + 30))) return null;
  const end = bracket ? bracket.index + bracket[0].replace(/\)\s*[.;]?$/, '').length : start + part.end;
  const read = readDue(sentence.slice(start, end), years);
  return read.unreadable || (read.due.from === null && read.due.to === null && read.impossible === null) ? null : read;
}
