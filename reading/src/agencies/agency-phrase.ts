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
  /** Nothing but white space stands there. */
  readonly spaced: boolean;
  readonly capital: boolean;
}

/** The words of a text from a place on, each read when it is asked for: most questions end at the first. */
class Words {
  private readonly read: Word[] = [];
  private readonly text: string;
  private next: number;
  private ended = false;

  constructor(text: string, from: number) {
    this.text = text;
    this.next = from;
  }

  at(index: number): Word | undefined {
    while (!this.ended && this.read.length <= index) this.readOne();
    return this.read[index];
  }

  private readOne(): void {
    let start = this.next;
    while (start < this.text.length && start < this.next + longestGap && !isInWord(this.text, start)) start += 1;
    const gap = this.text.slice(this.next, start);
    const isFirst = this.read.length === 0;
    const goesOn = isFirst ? gap === '' : this.read.length < longest && (gap === ' ' || joining.test(gap));
    const end = goesOn ? endOfWord(this.text, start) : start;
    if (end === start) {
      this.ended = true;
      return;
    }
    const text = this.text.slice(start, end);
    this.next = end;
    const spaced = gap === ' ' || (gap !== '' && gap.trim() === '');
    this.read.push({ text, plain: plainWord(text), start, end: this.next, gap, spaced, capital: beginsCapital(text) });
  }
}

function beginsCapital(word: string): boolean {
  const first = word.charCodeAt(0);
  // A small letter of ASCII or any digit, as most words begin, is none; the rest is asked properly.
  return first >= 97 && first <= 122 ? false : /^\p{Lu}/u.test(word);
}

/** For each UTF-16 unit below the signs, whether it is part of a word: whole plans are cut into words by it. */
const inWord = Uint8Array.from({ length: 0x2000 }, (_, unit) =>
  /[\p{L}\p{N}]/u.test(String.fromCharCode(unit)) ? 1 : 0,
);

function isInWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < inWord.length ? inWord[unit] === 1 : /[\p{L}\p{N}]/u.test(text.charAt(at));
}

/** Behind the word that begins at `from`; «LĐTB&XH» and «PT-TH» are one. */
function endOfWord(text: string, from: number): number {
  let end = from;
  for (;;) {
    while (isInWord(text, end)) end += 1;
    const sign = end === from ? '' : text.charAt(end);
    const goesOn = (sign === '&' && isInWord(text, end + 1)) || (sign === '-' && /^\p{Lu}/u.test(text.charAt(end + 1)));
    if (!goesOn) return end;
    end += 1;
  }
}

const joining = /^(?:\s+|\s?[-–,/;&]\s?|\s?[-–]\s|,\s)$/;
const longest = 70;
/** Normalised text has one blank between words; no gap that joins two words of a name is longer. */
const longestGap = 40;

/**
 * Reads the names of one or several agencies that begin exactly at `from`: «Sở Y tế», «UBND các xã, phường», «các
 * sở, ban, ngành liên quan». The name ends before a verb, a colon, a stop or a bracket. Gives null where no agency
 * begins there. `lenient` also takes a general word in small letters («nhà trường», «cơ quan …») as a beginning.
 */
export function readAgencyPhrase(text: string, from: number, lenient = false): AgencyPhrase | null {
  const words = new Words(text, from);
  const headLength = countHead(words, 0, lenient);
  if (headLength === 0) return null;
  let last = headLength - 1;
  for (let at = headLength; words.at(at);) {
    const length = goesOn(words, at, lenient);
    if (length === 0) break;
    at += length;
    last = at - 1;
  }
  while (!words.at(last)) last -= 1;
  while (last > 0 && danglingWords.has(words.at(last)?.plain ?? '') && !isAttached(words, last)) last -= 1;
  const end = words.at(last)?.end;
  return end === undefined ? null : { start: from, end };
}

/** Lower case, and tones where the older spelling puts them: «uỷ» as «ủy», «hoà» as «hòa». */
export function plainWord(word: string): string {
  const lower = word.toLowerCase();
  const last = lower.charCodeAt(lower.length - 1);
  // Most syllables end in a consonant or «i», and are spelt in one way.
  if (last < 128 && last !== 97 && last !== 101 && last !== 121) return lower;
  if (!/[oóòỏõọuúùủũụ][aeyàáảãạèéẻẽẹỳýỷỹỵ]$/.test(lower)) return lower;
  return lower.replace(/(?<!q)([ou])([àáảãạèéẻẽẹỳýỷỹỵ])$/, (_all, first: string, second: string) => {
    const parts = second.normalize('NFD');
    return (first + parts.slice(1)).normalize('NFC') + parts.slice(0, 1);
  });
}

/** The first words of all that makes the beginning of a name: what begins with no other is none. */
const headBegins = new Set(
  [...surelyHeads, ...namedHeads.keys(), 'các', 'những', 'từng', 'mỗi', 'toàn'].map((head) => head.split(' ')[0]),
);

/** How many words make the beginning of an agency's name here; 0 where none begins. */
function countHead(words: Words, at: number, lenient: boolean): number {
  const first = words.at(at);
  if (!first || !headBegins.has(first.plain)) return 0;
  const [second, third, fourth] = [words.at(at + 1), words.at(at + 2), words.at(at + 3)];
  const spaced = (word: Word | undefined) => (word?.spaced === true ? word.plain : '');
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
    const next = words.at(at + count);
    if (!next || !next.spaced) continue;
    const pair = `${next.plain} ${spaced(words.at(at + count + 1))}`.trim();
    if (wrong.has(next.plain) || wrong.has(pair)) continue;
    if (next.capital || /^(?:tỉnh|huyện|thành|thị|xã|phường|quận|cấp|các|sở|bộ)$/.test(next.plain)) return count;
    if (lenient && innerWords.has(next.plain) && !isVerb(words, at + count)) return count;
  }
  return 0;
}

/** «sở, ban, ngành …» and the like in small letters within a sentence. */
function lowerHead(words: Words, at: number): number {
  const [first, second] = [words.at(at), words.at(at + 1)];
  if (!first || !second) return 0;
  if (first.plain === 'sở' && second.plain === 'ban' && second.gap.startsWith(',')) return 2;
  if (/^(?:sở|phòng)$/.test(first.plain) && second.capital && second.spaced) return 1;
  if (/^(?:ủy ban|công an|thủ trưởng|nhà trường|tòa án)$/.test(`${first.plain} ${second.plain}`)) return 2;
  return 0;
}

/** How many words the name goes on with at `at`; 0 where it ends. */
function goesOn(words: Words, at: number, lenient: boolean): number {
  const word = words.at(at);
  const before = words.at(at - 1);
  if (!word || !before) return 0;
  const list = /[,;]/.test(word.gap);
  const connective = word.plain === 'và' || word.plain === 'hoặc';
  if (connective || word.plain === 'của' || (word.plain === 'thuộc' && !list && !isAttached(words, at))) {
    const next = words.at(at + 1);
    if (!next || /[,;]/.test(next.gap)) return 0;
    const head = countHead(words, at + 1, lenient);
    if (head > 0) return 1 + head;
    if (next.capital) return isStrongVerb(words, at + 1) || isDocument(words, at + 1) ? 0 : 2;
    return !isVerb(words, at + 1) && innerWords.has(next.plain) ? 2 : 0;
  }
  if (list || !word.spaced) {
    const head = countHead(words, at, lenient);
    if (head > 0) return head;
    if (word.gap.includes(';')) return 0;
    if (word.capital) return isStrongVerb(words, at) || isDocument(words, at) ? 0 : 1;
    return innerWords.has(word.plain) && !isVerb(words, at) ? 1 : 0;
  }
  if (word.capital) return isStrongVerb(words, at) && !/^(?:ban|bộ|viên|đội)$/.test(before.plain) ? 0 : 1;
  if (
    word.plain === 'có' &&
    /^(?:liên quan|thẩm quyền|chức năng)$/.test(`${words.at(at + 1)?.plain} ${words.at(at + 2)?.plain}`)
  )
    return 3;
  if (word.plain === 'cùng' && words.at(at + 1)?.plain === 'cấp') return 2;
  if (word.plain === 'trên' && words.at(at + 1)?.plain === 'địa') return 3;
  if (word.plain === 'còn') return words.at(at + 1)?.plain === 'lại' ? 2 : 0;
  if (word.plain === 'nêu' || word.plain === 'nói') return words.at(at + 1)?.plain === 'trên' ? 2 : 0;
  if (/^\d+$/.test(word.text)) return 1;
  // «tội phạm về trật tự xã hội»: the name of a police division.
  if (word.plain === 'về' && belongsToName('về', before.plain)) return 2;
  if (word.plain === 'chi' && words.at(at + 1)?.plain === 'nhánh') return 2;
  if (isNameLikeVerb(words, at)) return 2;
  if (isVerb(words, at)) return 0;
  return innerWords.has(word.plain) || before.capital ? 1 : 0;
}

/** «các đơn vị trực thuộc», «HĐND cùng cấp»: here the word ends a name. */
function isAttached(words: Words, at: number): boolean {
  const pair = `${words.at(at - 1)?.plain ?? ''} ${words.at(at)?.plain ?? ''}`;
  return pair === 'trực thuộc' || pair === 'cùng cấp';
}

function isVerb(words: Words, at: number): boolean {
  const word = words.at(at);
  const next = words.at(at + 1);
  if (!word || word.capital) return false;
  const before = words.at(at - 1)?.plain ?? '';
  const pair = next && next.spaced ? `${word.plain} ${next.plain}` : word.plain;
  for (const key of [pair, word.plain]) {
    if (!verbs.has(key)) continue;
    if (!belongsToName(key, before, words.at(at - 2)?.plain)) return true;
  }
  return false;
}

function belongsToName(key: string, before: string, beforeThat = ''): boolean {
  const names = nameAfter[key];
  return names !== undefined && (names.has(before) || names.has(`${beforeThat} ${before}`));
}

/** «tổng hợp» in «Trung tâm Dịch vụ tổng hợp»: a verb elsewhere, here a part of the name. */
function isNameLikeVerb(words: Words, at: number): boolean {
  const key = `${words.at(at)?.plain ?? ''} ${words.at(at + 1)?.plain ?? ''}`;
  return verbs.has(key) && belongsToName(key, words.at(at - 1)?.plain ?? '', words.at(at - 2)?.plain);
}

/** Verbs that begin a task even when they are written with a capital. */
function isStrongVerb(words: Words, at: number): boolean {
  const pair = `${words.at(at)?.plain ?? ''} ${words.at(at + 1)?.plain ?? ''}`;
  return /^(?:chủ trì|phối hợp|chỉ đạo|hướng dẫn|tham mưu|thực hiện|triển khai|tăng cường|tiếp tục|rà soát|căn cứ|chịu trách|có trách)$/.test(
    pair,
  );
}

/** «UBND tỉnh và Công văn số 12»: what is listed on is no agency. */
function isDocument(words: Words, at: number): boolean {
  const pair = `${words.at(at)?.plain ?? ''} ${words.at(at + 1)?.plain ?? ''}`;
  return (
    /^(?:(?:công văn|quyết định|nghị quyết|nghị định|chỉ thị|thông tư|thông báo|báo cáo|hướng dẫn|kết luận)$|luật )/.test(
      pair,
    ) ||
    (pair === 'kế hoạch' && words.at(at + 2)?.plain === 'số')
  );
}

/** True where the word at `from` is one of the verbs by which a sentence says what an agency does. */
export function beginsWithVerb(text: string, from: number): boolean {
  const words = new Words(text, from);
  return isVerb(words, 0) || isStrongVerb(words, 0);
}
