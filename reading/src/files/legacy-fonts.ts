import { spelling } from './vietnamese-syllables.ts';

/**
 * The two font encodings Vietnamese offices used before Unicode. Both put Vietnamese letters on the places of
 * Latin-1, so their text opens as «KÕ ho¹ch» (TCVN3, fonts .VnTime …) or «Keá hoaïch» (VNI, fonts VNI-Times …).
 */
export type LegacyFont = 'tcvn3' | 'vni';

// TCVN 5712:1993, third set (VN3), from 0xA1; a gap is a place that holds no Vietnamese letter.
const tcvn3Letters = 'ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ';
const tcvn3 = new Map(
  [...tcvn3Letters].flatMap((letter, at) =>
    letter === ' ' ? [] : [[String.fromCharCode(0xa1 + at), letter] as const],
  ),
);

// VNI for Windows: a base letter followed by a mark on a letter's place; some letters stand alone.
const vniTones = { ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' };
const vniBreve = {
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
const vniHat = {
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
};
const vniAlone = { æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ', ñ: 'đ', ô: 'ơ', ö: 'ư' };
const vni = vniTable();

function vniTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  const add = (from: string, to: string) => {
    table.set(from, to.normalize('NFC'));
    table.set(from.toUpperCase(), to.normalize('NFC').toUpperCase());
    // A capital is often followed by the mark of the small letter.
    table.set(from.charAt(0).toUpperCase() + from.slice(1), capitalised(to.normalize('NFC')));
  };
  for (const base of ['a', 'e', 'o', 'u', 'y'])
    for (const [mark, tone] of Object.entries(vniTones)) add(base + mark, base + tone);
  for (const [base, letter] of [
    ['ô', 'ơ'],
    ['ö', 'ư'],
  ] as const)
    for (const [mark, tone] of Object.entries(vniTones)) add(base + mark, letter + tone);
  for (const [mark, more] of Object.entries(vniBreve)) add(`a${mark}`, `a${more}`);
  for (const base of ['a', 'e', 'o']) for (const [mark, more] of Object.entries(vniHat)) add(base + mark, base + more);
  for (const [from, to] of Object.entries(vniAlone)) add(from, to);
  return table;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Text typed in a legacy font, in Unicode (NFC). What the encoding does not define stays as it is. */
export function fromLegacyFont(text: string, font: LegacyFont): string {
  if (font === 'tcvn3') return text.replace(/[\u00a1-\u00fe]/g, (letter) => tcvn3.get(letter) ?? letter);
  let out = '';
  for (let at = 0; at < text.length;) {
    const pair = vni.get(text.slice(at, at + 2));
    out += pair ?? vni.get(text.charAt(at)) ?? text.charAt(at);
    at += pair === undefined ? 1 : 2;
  }
  return out.normalize('NFC');
}

/** Letters of Vietnamese that only Unicode has: a text with one of them was not typed in a legacy font. */
export const unicodeOnly = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/;

/** The encoding a font's name stands for: «.VnTime», «.VnArialH» are TCVN3, «VNI-Times» is VNI. */
export function legacyFontOf(name: string): { readonly font: LegacyFont; readonly capitals: boolean } | null {
  if (name === '') return null;
  if (/^\.vn\w/i.test(name)) return { font: 'tcvn3', capitals: /h$/i.test(name) };
  return /^vni[-\s]/i.test(name) ? { font: 'vni', capitals: false } : null;
}

/**
 * Which legacy encoding a text that nobody declared is in, judged by how its accented words are spelt before
 * and after conversion; null where it reads well as it stands or no conversion makes Vietnamese of it.
 */
export function detectLegacyFont(text: string): LegacyFont | null {
  const asItStands = spelling(text);
  if (asItStands.accented < 3 || asItStands.share > 0.75) return null;
  const sample = text.slice(0, 40_000);
  const shares = (['tcvn3', 'vni'] as const).map((font) => ({ font, ...spelling(fromLegacyFont(sample, font)) }));
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a));
  return best.share > 0.8 && best.share > asItStands.share + 0.2 ? best.font : null;
}
