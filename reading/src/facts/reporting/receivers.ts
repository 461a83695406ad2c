import type { Span } from '@mangnon/domain/plans/extraction.ts';
import { listAgencies, readAgencyAt } from '../../agencies/one-agency.ts';

export interface Receivers {
  readonly to: string | null;
  readonly via: string | null;
}

const viaCue = /(?<!\p{L})(?:thông qua|qua)\s+/gu;
const toCue = /(?<!\p{L})(?:báo cáo|gửi|trình|về|cho|lên|tới|đến|nơi nhận báo cáo)\s*:?\s+/gu;
const passesOn =
  /^[\s,)]*(?:trước (?:ngày )?[\d/]+(?: tháng \d+)?(?: h[ằà]ng năm)?[\s,]*)?(?:để )?(?:theo dõi, |làm cơ sở )?tổng hợp/u;

/**
 * Who receives a report and through whom, from one passage. «gửi Sở Y tế để tổng hợp, báo cáo UBND tỉnh» goes to
 * the committee through the department.
 */
export function readReceivers(text: string, lower: string): Receivers {
  const via = agenciesAfter(text, lower, viaCue)[0] ?? null;
  const to = agenciesAfter(text, lower, toCue).filter((agency) => agency.start !== via?.start);
  const [first, second] = to;
  const name = (span: Span | null | undefined): string | null =>
    span === null || span === undefined ? null : text.slice(span.start, span.end).replace(/\s+/g, ' ');
  if (
    via === null &&
    first !== undefined &&
    second !== undefined &&
    passesOn.test(lower.slice(first.end, first.end + 80))
  ) {
    return { to: name(second), via: name(first) };
  }
  return { to: name(first), via: name(via) };
}

function agenciesAfter(text: string, lower: string, cue: RegExp): Span[] {
  const found: Span[] = [];
  for (const match of lower.matchAll(cue)) {
    // «tham mưu cho UBND tỉnh báo cáo …»: the committee is the one who reports.
    if (/tham mưu\s*$/u.test(lower.slice(Math.max(0, match.index - 12), match.index))) continue;
    const agency = withoutMonths(readAgencyAt(text, match.index + match[0].length), text);
    if (agency !== null && agency.start >= (found.at(-1)?.end ?? 0)) found.push(agency);
  }
  return found;
}

/** «báo cáo UBND xã 6 tháng»: the number counts the months, it is no part of the name. */
function withoutMonths(agency: Span | null, text: string): Span | null {
  if (agency === null || !/^ tháng(?!\p{L})/u.test(text.slice(agency.end))) return agency;
  const months = / \d{1,2}$/.exec(text.slice(agency.start, agency.end))?.[0] ?? '';
  return { start: agency.start, end: agency.end - months.length };
}

const verb =
  /,?\s(?:báo cáo|gửi|tổng hợp|định kỳ|có trách nhiệm|căn cứ|nghiêm túc|tổ chức|theo dõi|chủ động|thực hiện|hằng|trước|xây dựng)(?!\p{L})/u;
const subject = /(?<!\p{L})(?:các|ubnd|ủy ban|sở|phòng|thành viên|công an|ban|đơn vị|thủ trưởng|trường)\s/u;

/** For whom a report is drafted, and who then owes it: «tham mưu cho UBND tỉnh báo cáo HĐND tỉnh». */
export function readDraftedFor(text: string, lower: string): string[] {
  const match = /tham mưu\s+(?:cho |giúp |với )?/u.exec(lower);
  const agency = match === null ? null : readAgencyAt(text, match.index + match[0].length);
  return agency === null ? [] : [text.slice(agency.start, agency.end).replace(/\s+/g, ' ')];
}

/** Who reports, from the words before the verb; empty where the passage does not say. */
export function readSenders(text: string, lower: string): string[] {
  const reportAt = lower.search(/(?<!\p{L})(?:báo cáo|gửi)(?!\p{L})/u);
  const opening = lower.slice(0, Math.min(reportAt, 400));
  const start = reportAt < 0 ? -1 : opening.search(subject);
  if (start < 0 || /(?:qua|về|cho|của)\s$/u.test(opening.slice(0, start))) return [];
  const rest = opening.slice(start);
  const end = start + (verb.exec(`${rest} báo cáo`)?.index ?? rest.length);
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
  if (/^các /i.test(words) || /,| và /.test(words)) return words.length < 4 ? [] : [words];
  return listAgencies(text, start, end).map((agency) => text.slice(agency.start, agency.end).replace(/\s+/g, ' '));
}
