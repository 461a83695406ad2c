import type { ReportingDuty } from '@mangnon/domain/plans/extraction.ts';
import { lowerText } from '../lower-text.ts';
import { blankCitations, listClauses, type Clause } from '../targets/clauses.ts';
import { dropRepeats, pairMarks, type Regime } from './pair-marks.ts';
import { listMarks, type Mark, type Period } from './periods.ts';
import { readDraftedFor, readReceivers, readSenders } from './receivers.ts';

/** A reporting duty read from one line; offsets are those of the line. */
export interface ReadDuty extends Omit<ReportingDuty, 'span'> {
  readonly start: number;
  readonly end: number;
  /** «tham mưu UBND tỉnh báo cáo …»: written by one, owed by the other. */
  readonly isDraft: boolean;
  /** The printed day the period was inferred from. */
  readonly inferredFrom: string | null;
  /** A due day that no calendar has. */
  readonly impossible: { readonly start: number; readonly end: number; readonly printed: string } | null;
}

/** No sentence on reporting is longer; what goes on without a full stop is not one. */
const longestClause = 3000;

const report = /báo cáo(?! viên)/;
const inPassing =
  /(?:theo|trên cơ sở|căn cứ|từ|vào|qua|các|mẫu|tài liệu|nội dung|kèm theo|xem xét|thẩm tra) báo cáo(?! (?:về|cho|kết quả|năm|quý|\d))|dự toán|bố trí kinh phí|bố trí ngân sách|cân đối ngân sách|báo cáo (?:nghiên cứu|viên|chuyên đề khoa học|tài chính)/;
const drafted = /tham mưu(?! tổng hợp)[^;.]{0,120}báo cáo/;

/**
 * The duties of one line. It must speak of a report («báo cáo») and say how often or by which returning day.
 * @param isAboutReports the heading or lead-in above already speaks of reports
 * @param printed the same text from `lowerText`
 */
export function readDuties(text: string, isAboutReports: boolean, printed = lowerText(text)): ReadDuty[] {
  if (!isAboutReports && !report.test(printed)) return [];
  // «trước ngày 15/6; 15/12»: a semicolon before a bare day goes on with the row.
  const lower = printed
    .replace(/;(?= ?(?:và )?(?:trước )?(?:ngày )?\d{1,2}\/\d{1,2}(?!\d))/g, ',')
    // «… báo cáo Trưởng ban trước ngày 25 hằng tháng: Ban báo cáo …»: behind a whole duty another sender begins.
    .replace(/(?<=báo cáo[^;.:]{3,120}ngày \d[^;.:]{0,40} h[ằà]ng (?:tháng|quý|năm)):(?= [^;:.]{2,60} báo cáo )/g, ';');
  const duties: ReadDuty[] = [];
  for (const sentence of listSentences(listClauses(lower), lower)) {
    duties.push(...readSentence(text, lower, sentence, isAboutReports));
  }
  const known = duties.find(({ to, via }) => to !== null || via !== null) ?? readReceivers(text, lower);
  const from = duties.find((duty) => duty.from.length > 0)?.from ?? [];
  return duties.map((duty) => ({
    ...duty,
    from: duty.from.length > 0 ? duty.from : from,
    ...(duty.to === null && duty.via === null ? { to: known.to, via: known.via } : {}),
  }));
}

/** The clauses of each sentence: a semicolon goes on, a full stop ends it. */
function listSentences(clauses: readonly Clause[], lower: string): Clause[][] {
  const sentences: Clause[][] = [[]];
  for (const clause of clauses) {
    sentences.at(-1)?.push(clause);
    if (lower.charAt(clause.end - 1) !== ';') sentences.push([]);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

function readSentence(text: string, lower: string, sentence: readonly Clause[], isAboutReports: boolean): ReadDuty[] {
  const duties: ReadDuty[] = [];
  let carried: Period | null = null;
  let isGoing = false;
  for (const clause of sentence) {
    const to = Math.min(clause.end, clause.start + longestClause);
    const printed = text.slice(clause.start, to);
    const words = lower.slice(clause.start, to);
    const speaks = report.test(words);
    const marks = speaks || isGoing || isAboutReports ? listMarks(blankNumbers(printed, words)) : [];
    if (marks.length === 0 || !isDuty(words, marks, speaks)) {
      isGoing = isGoing && speaks;
      continue;
    }
    isGoing = true;
    const regimes = pairMarks(marks, carried);
    carried =
      regimes.length === 1 && marks.every(({ kind }) => kind === 'period')
        ? (regimes[0]?.period ?? null)
        : yearOpens(words, marks);
    const isDraft = drafted.test(words);
    const receivers = readReceivers(printed, words);
    const from = isDraft ? readDraftedFor(printed, words) : readSenders(printed, words);
    duties.push(...regimes.map((regime) => toDuty(text, clause, regime, marks, { ...receivers, from, isDraft })));
  }
  return dropRepeatsOfReceiver(duties);
}

/** «Hằng năm, … trước ngày 25/11; … trước ngày 20/12»: the opening holds for the whole sentence. */
function yearOpens(words: string, marks: readonly Mark[]): Period | null {
  const [first, ...rest] = marks;
  const isAlone = rest.every(({ kind }) => kind === 'due');
  return first?.kind === 'period' && isAlone && words.slice(0, first.start).trim().length < 20 ? first.period : null;
}

/** Dates may look like numbers of documents, never the other way: only numbers with letters are blanked. */
function blankNumbers(printed: string, words: string): string {
  return /\d\s?[/-]\s?[A-ZĐ]/.test(printed) ? keepDates(blankCitations(printed, words), words) : words;
}

function keepDates(blank: string, words: string): string {
  return blank.replace(/·+/g, (dots, at: number) => {
    const original = words.slice(at, at + dots.length);
    return /^(?:ngày|[\d/.-]+$)/.test(original) ? original : dots;
  });
}

function isDuty(words: string, marks: readonly Mark[], speaks: boolean): boolean {
  if (inPassing.test(words) && !/định kỳ|chế độ báo cáo|báo cáo kết quả|báo cáo tình hình/.test(words)) return false;
  if (!speaks || marks.some(({ kind }) => kind === 'due')) return true;
  // «Hằng năm …» far from «báo cáo» belongs to another verb.
  return marks.some((mark) =>
    [...words.matchAll(/báo cáo/g)].some(({ index }) => Math.abs(index - mark.end) < 160 || /định kỳ/.test(words)),
  );
}

function toDuty(
  text: string,
  clause: Clause,
  regime: Regime,
  marks: readonly Mark[],
  rest: Pick<ReadDuty, 'to' | 'via' | 'from' | 'isDraft'>,
): ReadDuty {
  const raw = text.slice(clause.start, Math.min(clause.end, clause.start + longestClause));
  const start = clause.start + (raw.length - raw.trimStart().length);
  const end = Math.max(start, clause.start + raw.replace(/[\s;.,/]+$/u, '').length);
  const wrong = marks.find((mark) => mark.kind === 'due' && !mark.isPossible);
  const slice = (mark: { start: number; end: number }): string => raw.slice(mark.start, mark.end).trim();
  return {
    period: regime.period,
    due: regime.due,
    ...rest,
    start,
    end,
    inferredFrom: regime.inferredFrom === null ? null : slice(regime.inferredFrom),
    impossible:
      wrong === undefined
        ? null
        : { start: clause.start + wrong.start, end: clause.start + wrong.end, printed: slice(wrong) },
  };
}

/** Within a sentence one receiver is told each period once; another receiver is another duty. */
function dropRepeatsOfReceiver(duties: readonly ReadDuty[]): ReadDuty[] {
  const receivers = new Set(duties.map(({ to, via }) => `${to}|${via}`));
  return [...receivers].flatMap((receiver) => dropRepeats(duties.filter(({ to, via }) => `${to}|${via}` === receiver)));
}
