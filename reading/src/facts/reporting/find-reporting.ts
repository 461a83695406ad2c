import type { ReadingWarning, ReportingDuty } from '@mangnon/domain/plans/extraction.ts';
import type { NormalisedDocument } from '../../document/normalised-document.ts';
import type { Outline } from '../../structure/outline.ts';
import { makeWarning, type FactsFound } from '../facts-found.ts';
import { surroundLines, type SurroundedLine } from '../surroundings.ts';
import { readDuties, type ReadDuty } from './read-duties.ts';
import { readReceivers } from './receivers.ts';

interface Placed {
  readonly duty: ReadDuty;
  readonly at: number;
  readonly line: SurroundedLine;
  readonly index: number;
}

/**
 * Who reports what how often, by when, to whom and through whom. A report mentioned in passing, or asked for once,
 * is no duty; a department that only drafts the committee's report does not add a duty to the committee's own.
 */
export function findReporting(doc: NormalisedDocument, outline: Outline): FactsFound<ReportingDuty> {
  const lines = surroundLines(doc, outline).filter(({ entry }) => ['preamble', 'body', 'closing'].includes(entry.zone));
  const placed = lines.flatMap((line, index): Placed[] => {
    // The closing sentence stands below the last title, and is not about what that says.
    const isAboutReports =
      line.entry.zone !== 'closing' && (/báo cáo/.test(line.titles.at(-1) ?? '') || /báo cáo/.test(line.leadIn ?? ''));
    const asWritten = (words: string) => (line.entry.line.row === null ? words : words.replaceAll('\t', ';'));
    const at = line.entry.line.span.end - line.text.length;
    return readDuties(asWritten(line.text), isAboutReports, asWritten(line.lower)).map((duty) => ({
      duty,
      at,
      line,
      index,
    }));
  });
  const facts: ReportingDuty[] = [];
  const warnings: ReadingWarning[] = [];
  for (const { duty, at, line, index } of dropDrafts(placed)) {
    const span = { start: at + duty.start, end: at + duty.end };
    const { to, via } = duty.to !== null || duty.via !== null ? duty : readNearby(index, lines);
    const from = duty.from.length > 0 ? duty.from : line.entry.owner;
    facts.push({ period: duty.period, due: duty.due, from: [...from], to, via, span });
    if (to === null && via === null) warnings.push(makeWarning('reporting_receiver_missing', span));
    if (duty.impossible !== null) {
      const printed = duty.impossible.printed;
      const where = { start: at + duty.impossible.start, end: at + duty.impossible.end };
      warnings.push(makeWarning('date_impossible', where, { printed }));
    }
    if (duty.inferredFrom !== null)
      warnings.push(makeWarning('reporting_period_inferred', span, { printed: duty.inferredFrom }));
  }
  return { facts: dropSame(facts), warnings };
}

/** The bullet «- Báo cáo năm: trước ngày 15/12» has its receiver in the lead-in, or elsewhere in its section. */
function readNearby(at: number, lines: readonly SurroundedLine[]): { to: string | null; via: string | null } {
  const line = lines[at];
  const near = lines.slice(Math.max(0, at - 8), at + 9).filter((other) => {
    return other !== line && other.entry.section === line?.entry.section && /báo cáo|gửi/.test(other.lower);
  });
  for (const other of near) {
    const found = readReceivers(other.text, other.lower);
    if (found.to !== null || found.via !== null) return found;
  }
  return { to: null, via: null };
}

/** Leaves out a drafted report where the same report stands as somebody's own duty. */
function dropDrafts(placed: readonly Placed[]): Placed[] {
  const bodyOf = (to: string | null): string =>
    /^\S+(?: \S+)?/.exec((to ?? '').toLowerCase().replace('hđnd', 'hội đồng'))?.[0] ?? '';
  const keyOf = ({ period, to }: ReadDuty): string => `${period} ${bodyOf(to)}`;
  const owed = new Set(placed.filter(({ duty }) => !duty.isDraft).map(({ duty }) => keyOf(duty)));
  return placed.filter(({ duty }) => !duty.isDraft || !owed.has(keyOf(duty)));
}

function dropSame(duties: readonly ReportingDuty[]): ReportingDuty[] {
  const seen = new Set<string>();
  return duties.filter(({ period, due, from, to, via }) => {
    const key = JSON.stringify([period, due, from, to, via]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
