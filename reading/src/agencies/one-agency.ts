import type { Span } from '@mangnon/domain/plans/extraction.ts';
import { readAgencyPhrase } from './agency-phrase.ts';
import { splitAgencies } from './split-agencies.ts';

/**
 * The name of the first agency of those that begin exactly at `at`; null where none begins, or only a group («các
 * sở, ngành»). In a title set in capitals the name is told by its words, as it would be in small letters.
 */
export function readAgencyAt(text: string, at: number): Span | null {
  const line = text.slice(at, at + longest).split('\n', 1)[0] ?? '';
  if (group.test(line)) return null;
  const phrase = readAgencyPhrase(line, 0);
  if (phrase === null) return null;
  const printed = line.slice(0, phrase.end);
  const name = /\p{Ll}/u.test(printed) || !printed.includes(' ') ? printed : withoutTitle(printed);
  const [first] = splitAgencies(name);
  return first === undefined || !name.startsWith(first) ? null : { start: at, end: at + first.length };
}

const longest = 400;
const group = /^(?:các|những|từng|mỗi|toàn) /iu;

function withoutTitle(capitals: string): string {
  return capitals.slice(0, readAgencyPhrase(capitals.toLowerCase(), 0, true)?.end);
}

/** The agencies named in a passage, in order. */
export function listAgencies(text: string, from: number, to: number): Span[] {
  const found: Span[] = [];
  const words = /(?<![\p{L}\p{N}])\p{L}/gu;
  words.lastIndex = from;
  for (let word = words.exec(text); word !== null && word.index < to; word = words.exec(text)) {
    const agency = readAgencyAt(text, word.index);
    if (agency === null || agency.end > to) continue;
    found.push(agency);
    words.lastIndex = agency.end;
  }
  return found;
}
