import { describe, expect, it } from 'vitest';
import { fromLegacyFont, detectLegacyFont } from './legacy-fonts.ts';
import { decodeText } from './text-decoding.ts';

const sentence =
  'Ủy ban nhân dân xã Khe Trúc giao Trạm Y tế rà soát, lập danh sách trẻ em có nguy cơ; phối hợp với Đoàn Thanh niên tổ chức dạy bơi, kỹ năng sống cho trẻ em từ 6 đến 15 tuổi trước ngày 15/6. Những hộ nghèo được hỗ trợ sữa, sách vở; khẩn trương xử lý kịp thời, nghiêm minh mọi vụ việc.';
// Every small letter of the language that is not ASCII.
const letters = 'àảãáạ ằẳẵắặ ầẩẫấậ èẻẽéẹ ềểễếệ ìỉĩíị òỏõóọ ồổỗốộ ờởỡớợ ùủũúụ ừửữứự ỳỷỹýỵ ăâêôơưđ';

// Written from the published code charts, independently of the reader's own tables.
const tcvn3Codes: Readonly<Record<string, number>> = {
  à: 0xb5,
  ả: 0xb6,
  ã: 0xb7,
  á: 0xb8,
  ạ: 0xb9,
  ằ: 0xbb,
  ẳ: 0xbc,
  ẵ: 0xbd,
  ắ: 0xbe,
  ặ: 0xc6,
  ầ: 0xc7,
  ẩ: 0xc8,
  ẫ: 0xc9,
  ấ: 0xca,
  ậ: 0xcb,
  è: 0xcc,
  ẻ: 0xce,
  ẽ: 0xcf,
  é: 0xd0,
  ẹ: 0xd1,
  ề: 0xd2,
  ể: 0xd3,
  ễ: 0xd4,
  ế: 0xd5,
  ệ: 0xd6,
  ì: 0xd7,
  ỉ: 0xd8,
  ĩ: 0xdc,
  í: 0xdd,
  ị: 0xde,
  ò: 0xdf,
  ỏ: 0xe1,
  õ: 0xe2,
  ó: 0xe3,
  ọ: 0xe4,
  ồ: 0xe5,
  ổ: 0xe6,
  ỗ: 0xe7,
  ố: 0xe8,
  ộ: 0xe9,
  ờ: 0xea,
  ở: 0xeb,
  ỡ: 0xec,
  ớ: 0xed,
  ợ: 0xee,
  ù: 0xef,
  ủ: 0xf1,
  ũ: 0xf2,
  ú: 0xf3,
  ụ: 0xf4,
  ừ: 0xf5,
  ử: 0xf6,
  ữ: 0xf7,
  ứ: 0xf8,
  ự: 0xf9,
  ỳ: 0xfa,
  ỷ: 0xfb,
  ỹ: 0xfc,
  ý: 0xfd,
  ỵ: 0xfe,
  ă: 0xa8,
  â: 0xa9,
  ê: 0xaa,
  ô: 0xab,
  ơ: 0xac,
  ư: 0xad,
  đ: 0xae,
  Ă: 0xa1,
  Â: 0xa2,
  Ê: 0xa3,
  Ô: 0xa4,
  Ơ: 0xa5,
  Ư: 0xa6,
  Đ: 0xa7,
};
const vniTone: Readonly<Record<string, string>> = {
  '\u0301': 'ù',
  '\u0300': 'ø',
  '\u0309': 'û',
  '\u0303': 'õ',
  '\u0323': 'ï',
};
const vniHat: Readonly<Record<string, string>> = {
  '': 'â',
  '\u0301': 'á',
  '\u0300': 'à',
  '\u0309': 'å',
  '\u0303': 'ã',
  '\u0323': 'ä',
};
const vniBreve: Readonly<Record<string, string>> = {
  '': 'ê',
  '\u0301': 'é',
  '\u0300': 'è',
  '\u0309': 'ú',
  '\u0303': 'ü',
  '\u0323': 'ë',
};
const vniI: Readonly<Record<string, string>> = {
  '\u0301': 'í',
  '\u0300': 'ì',
  '\u0309': 'æ',
  '\u0303': 'ó',
  '\u0323': 'ò',
};

function toVni(text: string): string {
  return [...text.normalize('NFC')].map((letter) => vniOf(letter)).join('');
}

function vniOf(letter: string): string {
  if (letter === 'đ' || letter === 'Đ') return letter === 'đ' ? 'ñ' : 'Ñ';
  const small = letter.toLowerCase();
  const parts = [...small.normalize('NFD')];
  const base = parts[0] ?? '';
  const tone = parts.find((part) => part in vniTone) ?? '';
  const has = (mark: string) => parts.includes(mark);
  let out = small;
  if (has('\u0302')) out = base + (vniHat[tone] ?? '');
  else if (has('\u0306')) out = base + (vniBreve[tone] ?? '');
  else if (has('\u031b')) out = (base === 'o' ? 'ô' : 'ö') + (vniTone[tone] ?? '');
  else if (tone !== '' && base === 'i') out = vniI[tone] ?? small;
  else if (tone === '\u0323' && base === 'y') out = 'î';
  else if (tone !== '') out = base + (vniTone[tone] ?? '');
  return letter === small ? out : out.toUpperCase();
}

const toTcvn3 = (text: string) =>
  Buffer.from([...text.normalize('NFC')].map((letter) => tcvn3Codes[letter] ?? letter.charCodeAt(0)));
// TCVN3 has no capitals with tones: offices type the plain capital.
const sentenceInTcvn3 = sentence.replace('Ủy', 'Uỷ');

describe('legacy fonts', () => {
  it('brings every letter back from TCVN3', () => {
    expect(fromLegacyFont(toTcvn3(letters).toString('latin1'), 'tcvn3')).toBe(letters);
  });

  it('brings every letter, small and capital, back from VNI', () => {
    expect(fromLegacyFont(toVni(letters), 'vni')).toBe(letters);
    expect(fromLegacyFont(toVni(letters.toUpperCase()), 'vni')).toBe(letters.toUpperCase());
  });

  it('leaves Unicode Vietnamese, French and English alone', () => {
    expect(detectLegacyFont(sentence)).toBeNull();
    expect(
      detectLegacyFont('Le comité a décidé d’élargir l’accès à l’école, où les élèves préparés étaient déjà présents.'),
    ).toBeNull();
    expect(detectLegacyFont('The committee decided to widen access.')).toBeNull();
  });
});

describe('the text of a .txt file', () => {
  const utf16be = Buffer.from(sentence, 'utf16le').swap16();
  it.each([
    ['UTF-8', Buffer.from(sentence, 'utf8')],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${sentence}`, 'utf8')],
    ['UTF-8, accents apart', Buffer.from(sentence.normalize('NFD'), 'utf8')],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${sentence}`, 'utf16le')],
    ['UTF-16 LE without', Buffer.from(sentence, 'utf16le')],
    ['UTF-16 BE with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be])],
    ['UTF-16 BE without', utf16be],
    ['VNI bytes', Buffer.from(toVni(sentence), 'latin1')],
    ['VNI kept as UTF-8', Buffer.from(toVni(sentence), 'utf8')],
  ])('%s', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: sentence });
  });

  it.each([
    ['TCVN3 bytes', toTcvn3(sentenceInTcvn3)],
    [
      'TCVN3 kept as UTF-8',
      Buffer.from(
        toTcvn3(sentenceInTcvn3)
          .toString('latin1')
          .replace(/\u00ad/g, '\u00ad'),
        'utf8',
      ),
    ],
  ])('%s', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: sentenceInTcvn3 });
  });

  it('mends one old paragraph in a newer text', () => {
    const mixed = `${sentence}\n\n${toVni(sentence)}\n\n${sentence}`;
    expect(decodeText(Buffer.from(mixed, 'utf8'))).toEqual({
      ok: true,
      value: `${sentence}\n\n${sentence}\n\n${sentence}`,
    });
  });

  it('refuses bytes that are no text', () => {
    const noise = Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256);
    expect(decodeText(noise)).toMatchObject({ ok: false, refusal: { code: 'files.unsupported' } });
  });
});
