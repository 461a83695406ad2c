import type { Span } from '@mangnon/domain/plans/extraction.ts';
import { listAgencies, readAgencyAt } from '../printed-agency.ts';

export interface Receivers {
  readonly to: string | null;
  readonly via: string | null;
}

const viaCue = /(?<!\p{L})(?:thông qua|qua)\s+/gu;
const toCue = /(?<!\p{L})(?:báo cáo|gửi|trình|về|cho|lên|tới|đến|nơi nhận báo cáo)\s*:?\s+/gu;
const passesOn = /^[\s,)]*(?:để )?(?:theo dõi, |làm cơ sở )?tổng hợp/u;

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
    passesOn.test(lower.slice(first.end, first.end + 40))
  ) {
    return { to: name(second), via: name(first) };
  }
  return { to: name(first), via: name(via) };
}

function agenciesAfter(text: string, lower: string, cue: RegExp): Span[] {
  const found: Span[] = [];
  for (const match of lower.matchAll(cue)) {
    const agency = readAgencyAt(text, lower, match.index + match[0].length);
    if (agency !== null && agency.start >= (found.at(-1)?.end ?? 0)) found.push(agency);
  }
  return found;
}

const subject =
  /^(?:[^.;:()]{0,80}?(?<!\p{L}))?((?:các|ubnd|ủy ban|sở|phòng|thành viên|công an|ban|đơn vị|thủ trưởng|trường)\s[^.;:()]{2,260}?),?\s(?:báo cáo|gửi|tổng hợp|định kỳ|có trách nhiệm|căn cứ|nghiêm túc|tổ chức|theo dõi|chủ động|thực hiện|hằng|trước|xây dựng)(?!\p{L})/u;

/** Who reports, from the words before the verb; empty where the passage does not say. */
export function readSenders(text: string, lower: string): string[] {
  const match = subject.exec(lower.slice(0, 420));
  const words = match?.[1];
  if (match === null || words === undefined) return [];
  const start = match.index + match[0].indexOf(words);
  const passage = { start, end: start + words.length };
  if (words.startsWith('các ') || /,| và /.test(words))
    return [text.slice(passage.start, passage.end).replace(/\s+/g, ' ')];
  const agencies = listAgencies(text, lower, passage.start, passage.end);
  return agencies.map((agency) => text.slice(agency.start, agency.end).replace(/\s+/g, ' '));
}
