import { beginsWithVerb, readAgencyPhrase } from './agency-phrase.ts';
import { prefixLength, splitAgencies } from './split-agencies.ts';

/**
 * What a line says that begins with agencies. `name` names them and no more; `label` goes on after a colon with what
 * they do; `intro` ends in a colon and leaves the rest to the lines below; `sentence` runs on with a verb;
 * `unclear` goes on with something else.
 */
export interface Assignment {
  readonly shape: 'name' | 'label' | 'intro' | 'sentence' | 'unclear';
  readonly agencies: readonly string[];
  /** Offset behind the agencies' names. */
  readonly nameEnd: number;
  /** Offset where what they do begins; at the end of the text where nothing follows. */
  readonly rest: number;
}

const duty =
  /^(?:có (?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm|chủ trì|thực hiện|phối hợp|là cơ quan|triển khai|tổ chức|căn cứ)/iu;

/** Reads the agencies at the front of a line's words, behind «Đề nghị», «Giao», «Trách nhiệm của»; null where there are none. */
export function readAssignment(text: string): Assignment | null {
  const prefix = prefixLength(text);
  const phrase = readAgencyPhrase(text, prefix, prefix > 0);
  if (!phrase) return readPerson(text);
  const agencies = splitAgencies(text.slice(prefix, phrase.end));
  if (agencies.length === 0) return null;
  let at = phrase.end;
  const bracket = /^\s*\([^)]{1,160}\)/.exec(text.slice(at, at + 180));
  if (bracket) at += bracket[0].length;
  const rest = text.slice(at);
  const make = (shape: Assignment['shape'], from: number): Assignment => ({
    shape,
    agencies,
    nameEnd: phrase.end,
    rest: from + (/^\s*/.exec(text.slice(from, from + 8))?.[0].length ?? 0),
  });
  if (/^\s*(?:có (?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm|chỉ đạo)?\s*[:.;,]?\s*$/iu.test(rest))
    return make('name', text.length);
  const sign = /^\s*(?:(?:có (?:trách nhiệm|nhiệm vụ)|chịu trách nhiệm)?\s*:\s*[-–+]?|[-–](?=\s*\p{Lu}))\s*/u.exec(
    rest,
  );
  if (sign) return make(/:\s*$/.test(rest.slice(sign[0].length)) ? 'intro' : 'label', at + sign[0].length);
  const runsOn = /^\s*,?\s+/.exec(rest)?.[0].length ?? 0;
  const named = readNameToColon(text, prefix, at);
  if (runsOn === 0) return named ?? make('unclear', at);
  const from = at + runsOn;
  if (!beginsWithVerb(text, from) && !duty.test(text.slice(from, from + 40)))
    return shortName(named, at) ?? make(prefix > 0 ? 'sentence' : 'unclear', from);
  return make(/:\s*$/.test(rest) && rest.length < 320 ? 'intro' : 'sentence', from);
}

/** «Đ/c Lò Thị Hân - Phó Chủ tịch UBND xã: …»: in a commune a person may be in charge. */
function readPerson(text: string): Assignment | null {
  const match =
    /^(?:Đ\/c|Đồng chí|Ông|Bà|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý))\s+\p{Lu}[^:.;]{3,110}:\s*/u.exec(text);
  if (!match) return null;
  const nameEnd = match[0].trimEnd().length - 1;
  const shape = match[0].length >= text.length ? 'name' : 'label';
  return { shape, agencies: [text.slice(0, nameEnd).trim()], nameEnd, rest: match[0].length };
}

/** A name with words we do not know, which a colon ends: «Phòng Chính trị, tư tưởng - Công tác sinh viên: …». */
function readNameToColon(text: string, from: number, known: number): Assignment | null {
  const colon = text.slice(0, from + 130).indexOf(':', known);
  if (colon < 0) return null;
  const name = text.slice(from, colon);
  if (/[.;()“"]|\d{3}/.test(name)) return null;
  const gap = /^:\s*[-–+]?\s*/.exec(text.slice(colon, colon + 8))?.[0].length ?? 1;
  const rest = colon + gap;
  return { shape: rest >= text.length ? 'name' : 'label', agencies: splitAgencies(name), nameEnd: colon, rest };
}

/** The rest of a name up to its colon, where it is short enough to be one. */
function shortName(named: Assignment | null, known: number): Assignment | null {
  return named !== null && named.nameEnd - known <= 40 ? named : null;
}

/** True where only groups are named («các sở, ban, ngành»), so that a line below may single one of them out. */
export function isGroupOnly(agencies: readonly string[]): boolean {
  return agencies.every((agency) => /^(?:các|những|từng|mỗi|toàn thể|sở, ban)/iu.test(agency));
}
