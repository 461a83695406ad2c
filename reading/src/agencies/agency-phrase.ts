import { danglingWords, groupNouns, innerWords, namedHeads, nameAfter, surelyHeads, verbs } from './agency-words.ts';

/** Where the names of one or several agencies stand in a text; `end` is behind the last letter. */
export interface AgencyPhrase {
  readonly start: number;
  readonly end: number;
}

interface Word {
  readonly text: string;
  readonly plain: string;
  readonly start: number;
  readonly end: number;
  /** What stands between this word and the one before. */
  readonly gap: string;
  readonly capital: boolean;
}

const wordPattern = /[\p{L}\p{N}]+(?:&[\p{L}\p{N}]+|-(?=\p{Lu})[\p{L}\p{N}]+)*/uy;
const gapPattern = /[^\p{L}\p{N}]*/uy;
const longest = 70;

/**
 * Reads the names of one or several agencies that begin exactly at `from`: «Sở Y tế», «UBND các xã, phường», «các
 * sở, ban, ngành liên quan». The name ends before a verb, a colon, a stop or a bracket. Gives null where no agency
 * begins there. `lenient` also takes a general word in small letters («nhà trường», «cơ quan …») as a beginning.
 */
export function readAgencyPhrase(text: string, from: number, lenient = false): AgencyPhrase | null {
  const headLength = countHead(readWords(text, from, 5), 0, lenient);
  if (headLength === 0) return null;
  const words = readWords(text, from, longest);
  let last = headLength - 1;
  for (let at = headLength; at < words.length;) {
    const length = goesOn(words, at, lenient);
    if (length === 0) break;
    at += length;
    last = at - 1;
  }
  while (last > 0 && danglingWords.has(words[last]?.plain ?? '') && !isAttached(words, last)) last -= 1;
  const end = words[last]?.end;
  return end === undefined ? null : { start: from, end };
}

/** Lower case, and tones where the older spelling puts them: «uỷ» as «ủy», «hoà» as «hòa». */
export function plainWord(word: string): string {
  const lower = word.toLowerCase();
  if (!/[oóòỏõọuúùủũụ][aeyàáảãạèéẻẽẹỳýỷỹỵ]$/.test(lower)) return lower;
  return lower.replace(/(?<!q)([ou])([àáảãạèéẻẽẹỳýỷỹỵ])$/, (_all, first: string, second: string) => {
    const parts = second.normalize('NFD');
    return (first + parts.slice(1)).normalize('NFC') + parts.slice(0, 1);
  });
}

function readWords(text: string, from: number, most: number): Word[] {
  const words: Word[] = [];
  let at = from;
  while (words.length < most && at < text.length) {
    gapPattern.lastIndex = at;
    const gap = gapPattern.exec(text)?.[0] ?? '';
    if (words.length > 0 && !/^(?:\s+|\s?[-–,/;&]\s?|\s?[-–]\s|,\s)$/.test(gap)) break;
    if (words.length === 0 && gap !== '') break;
    wordPattern.lastIndex = at + gap.length;
    const match = wordPattern.exec(text)?.[0];
    if (match === undefined) break;
    const start = at + gap.length;
    at = start + match.length;
    words.push({ text: match, plain: plainWord(match), start, end: at, gap, capital: /^\p{Lu}/u.test(match) });
  }
  return words;
}

/** How many words make the beginning of an agency's name here; 0 where none begins. */
function countHead(words: readonly Word[], at: number, lenient: boolean): number {
  const [first, second, third, fourth] = [words[at], words[at + 1], words[at + 2], words[at + 3]];
  if (!first) return 0;
  const spaced = (word: Word | undefined) => (word && /^\s+$/.test(word.gap) ? word.plain : '');
  if (first.plain === 'các' || first.plain === 'những' || first.plain === 'từng' || first.plain === 'mỗi') {
    const noun = spaced(second);
    if (noun === 'cơ' && spaced(third) === 'chế') return 0;
    if (noun === 'tổ' && spaced(third) !== 'chức' && spaced(third) !== 'dân' && spaced(third) !== 'chuyên') return 0;
    if (noun === 'hội' && /^(?:nghị|thảo|thi)$/.test(spaced(third))) return 0;
    if (noun === 'chính' && spaced(third) !== 'quyền') return 0;
    if (noun === 'công' && spaced(third) !== 'chức' && spaced(third) !== 'an' && spaced(third) !== 'ty') return 0;
    if (noun === 'đồng' && spaced(third) !== 'chí') return 0;
    if (noun === 'cấp' && /^(?:học|độ|bậc)$/.test(spaced(third))) return 0;
    if (noun === 'báo' && spaced(third) === 'cáo') return 0;
    if (noun === 'nhà' && spaced(third) !== 'trường') return 0;
    if (noun === 'vụ' && /^(?:việc|án|xâm|bạo)$/.test(spaced(third))) return 0;
    if (noun === 'bộ' && /^(?:luật|tiêu|chỉ|tài)$/.test(spaced(third))) return 0;
    if (noun === 'văn' && spaced(third) !== 'phòng') return 0;
    if (noun === 'địa' && spaced(third) === 'bàn') return 0;
    if (noun === 'phòng' && /^(?:ngừa|chống)$/.test(spaced(third))) return 0;
    if (noun === 'cơ' && spaced(third) === 'hội') return 0;
    return groupNouns.has(noun) ? 2 : 0;
  }
  if (first.plain === 'toàn' && spaced(second) === 'thể') return 2;
  if (!first.capital && !lenient) return lowerHead(words, at);
  for (const count of [4, 3, 2, 1]) {
    const part = [first, second, third, fourth].slice(0, count);
    if (part.some((word, index) => !word || (index > 0 && spaced(word) === ''))) continue;
    const key = part.map((word) => word?.plain).join(' ');
    if (surelyHeads.has(key)) return count;
    const wrong = namedHeads.get(key);
    if (!wrong || !(first.capital || lenient)) continue;
    const next = words[at + count];
    if (!next || !/^\s+$/.test(next.gap)) continue;
    const pair = `${next.plain} ${spaced(words[at + count + 1])}`.trim();
    if (wrong.has(next.plain) || wrong.has(pair)) continue;
    if (next.capital || /^(?:tỉnh|huyện|thành|thị|xã|phường|quận|cấp|các|sở|bộ)$/.test(next.plain)) return count;
    if (lenient && innerWords.has(next.plain) && !isVerb(words, at + count)) return count;
  }
  return 0;
}

/** «sở, ban, ngành …» and the like in small letters within a sentence. */
function lowerHead(words: readonly Word[], at: number): number {
  const [first, second] = [words[at], words[at + 1]];
  if (!first || !second) return 0;
  if (first.plain === 'sở' && second.plain === 'ban' && second.gap.startsWith(',')) return 2;
  if (/^(?:ủy ban|công an|thủ trưởng|nhà trường|tòa án)$/.test(`${first.plain} ${second.plain}`)) return 2;
  return 0;
}

/** How many words the name goes on with at `at`; 0 where it ends. */
function goesOn(words: readonly Word[], at: number, lenient: boolean): number {
  const word = words[at];
  const before = words[at - 1];
  if (!word || !before) return 0;
  const list = /[,;]/.test(word.gap);
  const connective = word.plain === 'và' || word.plain === 'hoặc';
  if (connective || word.plain === 'của' || (word.plain === 'thuộc' && !list && !isAttached(words, at))) {
    const next = words[at + 1];
    if (!next || /[,;]/.test(next.gap)) return 0;
    const head = countHead(words, at + 1, lenient);
    if (head > 0) return 1 + head;
    if (next.capital) return isStrongVerb(words, at + 1) ? 0 : 2;
    return !isVerb(words, at + 1) && innerWords.has(next.plain) ? 2 : 0;
  }
  if (list || !/^\s+$/.test(word.gap)) {
    const head = countHead(words, at, lenient);
    if (head > 0) return head;
    if (word.gap.includes(';')) return 0;
    if (word.capital) return isStrongVerb(words, at) ? 0 : 1;
    return innerWords.has(word.plain) && !isVerb(words, at) ? 1 : 0;
  }
  if (word.capital) return isStrongVerb(words, at) && !/^(?:ban|bộ|viên|đội)$/.test(before.plain) ? 0 : 1;
  if (
    word.plain === 'có' &&
    /^(?:liên quan|thẩm quyền|chức năng)$/.test(`${words[at + 1]?.plain} ${words[at + 2]?.plain}`)
  )
    return 3;
  if (word.plain === 'trên' && words[at + 1]?.plain === 'địa') return Math.min(3, words.length - at);
  if (word.plain === 'còn') return words[at + 1]?.plain === 'lại' ? 2 : 0;
  if (word.plain === 'nêu' || word.plain === 'nói') return words[at + 1]?.plain === 'trên' ? 2 : 0;
  if (/^\d+$/.test(word.text)) return 1;
  // «tội phạm về trật tự xã hội»: the name of a police division.
  if (word.plain === 'về' && belongsToName('về', before.plain)) return 2;
  if (word.plain === 'chi' && words[at + 1]?.plain === 'nhánh') return 2;
  if (isNameLikeVerb(words, at)) return 2;
  if (isVerb(words, at)) return 0;
  return innerWords.has(word.plain) || before.capital ? 1 : 0;
}

/** «các đơn vị trực thuộc»: here the word ends a name. */
function isAttached(words: readonly Word[], at: number): boolean {
  return words[at]?.plain === 'thuộc' && words[at - 1]?.plain === 'trực';
}

function isVerb(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (!word || word.capital) return false;
  const before = words[at - 1]?.plain ?? '';
  const pair = next && /^\s+$/.test(next.gap) ? `${word.plain} ${next.plain}` : word.plain;
  for (const key of [pair, word.plain]) {
    if (!verbs.has(key)) continue;
    if (!belongsToName(key, before, words[at - 2]?.plain)) return true;
  }
  return false;
}

function belongsToName(key: string, before: string, beforeThat = ''): boolean {
  const names = nameAfter[key];
  return names !== undefined && (names.has(before) || names.has(`${beforeThat} ${before}`));
}

/** «tổng hợp» in «Trung tâm Dịch vụ tổng hợp»: a verb elsewhere, here a part of the name. */
function isNameLikeVerb(words: readonly Word[], at: number): boolean {
  const key = `${words[at]?.plain ?? ''} ${words[at + 1]?.plain ?? ''}`;
  return verbs.has(key) && belongsToName(key, words[at - 1]?.plain ?? '', words[at - 2]?.plain);
}

/** Verbs that begin a task even when they are written with a capital. */
function isStrongVerb(words: readonly Word[], at: number): boolean {
  const pair = `${words[at]?.plain ?? ''} ${words[at + 1]?.plain ?? ''}`;
  return /^(?:chủ trì|phối hợp|chỉ đạo|hướng dẫn|tham mưu|thực hiện|triển khai|tăng cường|tiếp tục|rà soát|căn cứ|chịu trách|có trách)$/.test(
    pair,
  );
}

/** True where the word at `from` is one of the verbs by which a sentence says what an agency does. */
export function beginsWithVerb(text: string, from: number): boolean {
  const words = readWords(text, from, 2);
  return words.length > 0 && (isVerb(words, 0) || isStrongVerb(words, 0));
}
