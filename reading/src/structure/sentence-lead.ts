import type { Span } from '@mangnon/domain/plans/extraction.ts';
import { beginsWithVerb, readAgencyPhrase } from '../agencies/agency-phrase.ts';
import { listAgencies } from '../agencies/one-agency.ts';
import { splitAgencies } from '../agencies/split-agencies.ts';

export interface SentenceLead {
  readonly lead: readonly string[];
  readonly coordinating: readonly string[];
}

const clause = /^(?:căn cứ|trên cơ sở|theo|định kỳ|hằng|hàng|trong|để|trước|khi|sau|nhằm|từ|đối với)(?!\p{L})/iu;
const assigned = /(?:^|[;,.(]\s*|\s)(?:giao(?: cho)?|do|phân công(?: cho)?|đề nghị|yêu cầu)\s+(?=[\p{L}])/giu;
const role =
  /^\s*(?:làm\s+)?(?:chủ trì|chịu trách nhiệm|là (?:cơ quan|đơn vị) (?:chủ trì|đầu mối|thường trực)|làm đầu mối|thực hiện|tham mưu|tổng hợp|phối hợp)/iu;

/**
 * Who a sentence of nobody's section is given to: «Căn cứ …, các phòng, ban triển khai», «…; giao Sở X chủ trì, phối
 * hợp với Sở Y thực hiện», «(Sở X chủ trì, Sở Y phối hợp)». Empty where the sentence names nobody in charge.
 */
export function findSentenceLead(sentence: string): SentenceLead {
  const bracket = /\(([^()]{5,300})\)\s*[.;]?$/u.exec(sentence.slice(-320));
  if (bracket?.[1]) {
    const found = readRoles(bracket[1]);
    if (found.lead.length > 0) return found;
    const alone = readAgencyPhrase(bracket[1], 0);
    const before = sentence.slice(0, sentence.length - bracket[0].length).trimEnd();
    if (alone?.end === bracket[1].length && !namesAgencyLast(before))
      return { lead: splitAgencies(bracket[1]), coordinating: [] };
  }
  for (const match of sentence.matchAll(assigned)) {
    const start = match.index + match[0].length;
    const phrase = readAgencyPhrase(sentence, start, true);
    if (!phrase || !role.test(sentence.slice(phrase.end, phrase.end + 60))) continue;
    return {
      lead: splitAgencies(sentence.slice(start, phrase.end)),
      coordinating: findCoordinating(sentence, phrase.end),
    };
  }
  if (!clause.test(sentence)) return { lead: [], coordinating: [] };
  const part = sentence.slice(0, 400);
  for (const match of part.matchAll(/,\s+/g)) {
    const start = match.index + match[0].length;
    const phrase = readAgencyPhrase(part, start);
    if (!phrase) continue;
    const gap = /^\s+/.exec(part.slice(phrase.end))?.[0].length ?? 0;
    if (gap === 0 || !beginsWithVerb(part, phrase.end + gap)) continue;
    return { lead: splitAgencies(part.slice(start, phrase.end)), coordinating: findCoordinating(part, phrase.end) };
  }
  return { lead: [], coordinating: [] };
}

/** «… gửi UBND tỉnh (Sở Y tế)»: the bracket only goes on with the agency before it. */
function namesAgencyLast(text: string): boolean {
  return listAgencies(text, Math.max(0, text.length - 120), text.length).at(-1)?.end === text.length;
}

/** «Sở X chủ trì; Sở Y, Sở Z phối hợp»: who does what in a remark in brackets. */
function readRoles(remark: string): SentenceLead {
  const lead: string[] = [];
  const coordinating: string[] = [];
  for (const part of remark.split(/;/)) {
    const text = part.replace(/^\s*(?:do|giao)\s+/iu, '').trim();
    const phrase = readAgencyPhrase(text, 0, true);
    if (!phrase) continue;
    const rest = text.slice(phrase.end).trim();
    const names = splitAgencies(text.slice(0, phrase.end));
    if (/^,?\s*phối hợp/iu.test(rest)) coordinating.push(...names);
    else if (/^(?:chủ trì|thực hiện|chịu trách nhiệm|làm đầu mối)/iu.test(rest)) {
      lead.push(...names);
      const others = /[,;]\s*(?=\p{L})/u.exec(rest);
      coordinating.push(...findCoordinating(text, phrase.end));
      if (others && /phối hợp\s*$/iu.test(rest)) {
        const start = others.index + others[0].length;
        const second = readAgencyPhrase(rest, start, true);
        if (second) coordinating.push(...splitAgencies(rest.slice(second.start, second.end)));
      }
    }
  }
  return { lead, coordinating: [...new Set(coordinating)] };
}

/**
 * «chủ trì, phối hợp với A, B và các đơn vị liên quan …»: who works with the lead. `from` is where the lead's name
 * ends; the words «chủ trì» must follow near it, for «phối hợp với …» alone makes the lead itself the helper.
 */
export function findCoordinating(sentence: string, from: number): readonly string[] {
  const window = sentence.slice(from, from + 140);
  const match =
    /^[^.;:]{0,50}?chủ trì[^.;:]{0,30}?phối hợp(?:\s+(?:chặt chẽ|thực hiện))?(?:\s+(?:với|cùng))?\s+/iu.exec(window);
  if (!match) return [];
  const start = from + match[0].length;
  const phrase = readAgencyPhrase(sentence, start, true);
  return phrase ? splitAgencies(sentence.slice(start, phrase.end)) : [];
}

/** Cuts white space and closing signs off a passage. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[\s]/.test(text[start] ?? '')) start += 1;
  while (end > start && /[\s]/.test(text[end - 1] ?? '')) end -= 1;
  return { start, end };
}
