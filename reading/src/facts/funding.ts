import type { FundingClause } from '@mangnon/domain/plans/extraction.ts';
import type { NormalisedDocument } from '../document/normalised-document.ts';
import type { Outline } from '../structure/outline.ts';
import type { FactsFound } from './facts-found.ts';
import { surroundLines } from './surroundings.ts';

const aboutMoney = /kinh phí|nguồn lực tài chính|nguồn vốn/;
const opensClause =
  /^(?:nguồn |tổng )?kinh phí (?:thực hiện|triển khai|bảo đảm|đảm bảo|để thực hiện|được|do|từ|hoạt động|cho|lấy|sử dụng)/;

/** Where the money comes from: what stands under a heading on funding, and sentences that open with «Kinh phí thực hiện …». */
export function findFunding(doc: NormalisedDocument, outline: Outline): FactsFound<FundingClause> {
  const facts = surroundLines(doc, outline).flatMap(({ entry, lower, text, titles }): FundingClause[] => {
    if (entry.zone !== 'body' || entry.line.row !== null) return [];
    const isUnder = aboutMoney.test(titles.at(-1) ?? '');
    const start = entry.line.span.end - text.length;
    if (entry.kind === 'heading') {
      const colon = isUnder ? text.indexOf(':') : -1;
      const rest = text.slice(colon + 1).trim();
      if (colon < 0 || rest === '') return [];
      return [clauseAt(doc.text, start + text.indexOf(rest, colon), entry.line.span.end)];
    }
    return isUnder || opensClause.test(lower) ? [clauseAt(doc.text, start, entry.line.span.end)] : [];
  });
  return { facts: facts.filter(({ text }) => text !== ''), warnings: [] };
}

function clauseAt(text: string, from: number, to: number): FundingClause {
  const raw = text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const end = Math.max(start, from + raw.trimEnd().length);
  return { text: text.slice(start, end).replace(/\s+/g, ' '), span: { start, end } };
}
