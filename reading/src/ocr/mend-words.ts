import { isSyllable } from '../files/vietnamese-syllables.ts';
import { mendSpelling } from './mend-spelling.ts';

/** «-.Số23-KH/HU»: the number of a document read as one word with «Số» and with what stands before it. */
export const numberJoined = /^\P{L}{0,2}S[óốồỏôo]:?(?=\d{1,4}[-/]\p{Lu}{2,4}[-/]\p{Lu}{2})/u;

/**
 * Mends what recognition is known to mistake at the head of a line, a dash read as another stroke, the Roman numbers
 * of headings, «Số:», and the spelling of its words. Words are given in order of one line; the text of a word may change, words
 * never do.
 */
export function mendLine(words: readonly string[]): string[] {
  const mended = mendSpelling(words);
  const [first = '', second = ''] = mended;
  const label = labelLength(mended);
  if (/^[—–−~_=«»•·]$/.test(first) && mended.length > 1) mended[0] = '-';
  else if (/^[—–−~]\p{Lu}\p{Ll}/u.test(first)) mended[0] = `- ${first.slice(1)}`;
  else if (/^[IVXl1|!]{1,5}\.$/.test(first) && /[IVXl|!]/.test(first) && isHeading(mended.slice(1)))
    mended[0] = first.replace(/[l1|!]/g, 'I');
  else if (/^[IVX]{1,5}[,:;]?$/.test(first) && isHeading(mended.slice(1)))
    mended[0] = `${first.replace(/[,:;]$/, '')}.`;
  else if (/^[IVXl1|!\]Ìì]{1,5}\/$/u.test(first) && /[IVXl|!\]Ì]/u.test(first) && isHeading(mended.slice(1)))
    mended[0] = first.replace(/[l1|!\]Ìì]/gu, 'I');
  else if (/^III[Ll][.,]?$/.test(first) && /^\p{Lu}/u.test(second)) mended[0] = 'III.';
  else if (/^(?:[IVX]{1,4}[Ll]|I{1,2}[Ll][.,])$/.test(first) && /^\p{Lu}/u.test(second))
    mended[0] = `${first.replace(/[Ll][.,]?$/, '')}I.`;
  else if (/^I?[IH]{1,2}[.,:;]?$/.test(first) && first.includes('H') && isHeading(mended.slice(1)))
    mended[0] = `${first.replace(/H/g, 'II').replace(/[.,:;]$/, '')}.`;
  else if (/^(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)[IVX]{1,5}[.:]?$/u.test(first))
    mended[0] = first.replace(/(?=[IVX]{1,5}[.:]?$)/, ' ');
  else if (/^[LIl|1]\p{Lu}{2,}$/u.test(first) && !isSyllable(first) && isSyllable(first.slice(1)) && isHeading(mended))
    mended[0] = `I. ${first.slice(1)}`;
  else if (first === 'l.' || first === '|.') mended[0] = '1.';
  else if (/^S[óốồỏôöò][:;.]?$/u.test(first) && /\d|\/|[A-Z]{2}/.test(second))
    mended[0] = first.length > 2 ? 'Số:' : 'Số';
  else if (numberJoined.test(first)) mended[0] = first.replace(numberJoined, 'Số ');
  else if (/^[IVX]{1,5}[./-]\p{Lu}/u.test(first)) mended[0] = first.replace(/[./-]/, '$& ');
  else if (/^-\p{Lu}\p{Ll}/u.test(first)) mended[0] = `- ${first.slice(1)}`;
  else if (/^\d{1,2}(?:\.\d{1,2}){0,2},$/.test(first) && /^\p{Lu}/u.test(second)) mended[0] = first.replace(',', '.');
  else if (
    first === 'Chủ' &&
    second === 'trì' &&
    /^\p{Lu}/u.test(mended[2] ?? '') &&
    mended.join(' ').includes('Phối hợp:')
  )
    mended[1] = 'trì:';
  else if (label) mended[label - 1] = (mended[label - 1] ?? '').replace(/[;,.]$/, ':');
  else if (/^(?:TM|KT|TL|TUQ)$/.test(first) && /^\p{Lu}{2}/u.test(second)) mended[0] = `${first}.`;
  return mended.map((word, at) => (/^[Qq]uý$/u.test(mended[at - 1] ?? '') ? mendQuarter(word) : word));
}

/** How many words a label at the head of a line has whose colon was read as another sign: «- Đơn vị chủ trì; Sở…». */
function labelLength(words: readonly string[]): number {
  for (let length = 2; length <= 6 && length < words.length; length += 1) {
    const text = words.slice(0, length).join(' ');
    const isLabel = /^(?:[-+] )?(?:(?:Đơn vị|Cơ quan) )?(?:[Cc]hủ trì|[Pp]hối hợp|Thời gian(?: thực hiện)?)[;,.]$/u;
    if (isLabel.test(text) && /^[\p{Lu}\d]/u.test(words[length] ?? '')) return length;
  }
  return 0;
}

function isHeading(words: readonly string[]): boolean {
  const text = words.join(' ');
  return /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();
}

/** «Quý 1V/2026», «Quý ll»: Roman numbers read as ones and els. A year has four quarters: a single «1» stays as it is printed. */
function mendQuarter(word: string): string {
  const found = /^([Il1|]{1,3}V?)((?:[/,.;:].*)?)$/u.exec(word);
  const [, number = '', rest = ''] = found ?? [];
  return number === '' || number === '1' ? word : number.replace(/[l1|]/g, 'I') + rest;
}
