import registry from '@mangnon/domain/agencies/agencies.json' with { type: 'json' };

/** The first two words after «Sở» in the names of provincial departments: «Y tế», «Tư pháp», «Lao động»… */
const departments = new Set(
  registry.flatMap((agency) => /^Sở (\S+ [^\s,]+)/u.exec(agency.name_vi)?.[1]?.toLowerCase() ?? []),
);

/** Signs of offices in document numbers, as read when the stroke of Đ or the arms of Y are lost. */
const signs: Readonly<Record<string, string>> = {
  QD: 'QĐ',
  HDND: 'HĐND',
  BCD: 'BCĐ',
  LDTBXH: 'LĐTBXH',
  BLDTBXH: 'BLĐTBXH',
  SLDTBXH: 'SLĐTBXH',
  SGDDT: 'SGDĐT',
  BGDDT: 'BGDĐT',
  SVT: 'SYT',
  BVT: 'BYT',
  TIg: 'TTg',
  Tlg: 'TTg',
};

/**
 * Mends misreadings that can stand for one thing only, anywhere in a line: letters Vietnamese does not have, the
 * names of departments the register knows, fixed words of offices, the signs in numbers of documents. Words are
 * given in order of one line; the text of a word may change, words never go or come.
 */
export function mendSpelling(words: readonly string[]): string[] {
  const plain = words.map((word) =>
    // «ÿ» and «ð» are no letters of Vietnamese.
    word
      .normalize('NFC')
      .replace(/ÿ/g, 'y')
      .replace(/Ÿ/g, 'Y')
      .replace(/[ÐƉ]/g, 'Đ')
      .replace(/ð/g, 'đ')
      .replace(/LDTB(?=X|&)/, 'LĐTB')
      .replace(/(?<=\d)%[oO0](?=\P{L}*$)/u, '‰'),
  );
  return plain.map((word, at) => mendWord(word, plain, at));
}

function mendWord(word: string, words: readonly string[], at: number): string {
  const before = words[at - 1] ?? '';
  const next = (words[at + 1] ?? '').replace(/[^\p{L}\p{N}%]/gu, '');
  const afterNext = (words[at + 2] ?? '').replace(/[^\p{L}\p{N}]/gu, '');
  if (next === 'tế') {
    if (/^(?:VY?|V[yý]|[ÝỲỶỸỴ])$/u.test(word)) return 'Y';
    const joined = /^(\d{1,2}\.)?S[oôơởớờỏ][yY]$/u.exec(word);
    if (joined) return joined[1] === undefined ? 'Sở Y' : `${joined[1]} Sở Y`;
  }
  if (/^S[ửứừữựươớờỡợóôọỏò]$/u.test(word) && isDepartment(`${next === 'V' ? 'Y' : next} ${afterNext}`)) return 'Sở';
  if (/^Ph[ùỏóọõổồốuơ]ng$/u.test(word) && isDepartment(`${next} ${afterNext}`)) return 'Phòng';
  if (/^(?:[UÚÙŨỤƯ][yýỳỹỵ]|[uúùũụư][yýỳỹỵ])$/u.test(word) && next === 'ban') return /^\p{Lu}/u.test(word) ? 'Ủy' : 'ủy';
  if (/^TN[CG]S$/.test(word) && next === 'Hồ') return 'TNCS';
  if (/^[ĐD][ôộốồổỗọòó][tcđ]$/u.test(word) && next === 'lập' && afterNext === '') return 'Độc';
  if (word === 'DỤNG' && before === 'NỘI') return 'DUNG';
  if (word === 'nằm' && /^20\d\d$/.test(next)) return 'năm';
  if (word === 'nằm' && /^\d{1,4}$/.test(before) && !/^(?:viện|ở|trong|trên|ngoài)$/.test(next)) return 'năm';
  if (Object.hasOwn(signs, word) && /[-/]$/.test(before)) return signs[word] ?? word;
  if (/^[ỦUủu][yỷ]$/u.test(before) && /^b[ạảàá]n$/u.test(word) && next === 'nhân') return 'ban';
  if (/^[Cc]h[ỉìíịĩ],?$/u.test(word) && /^(?:bộ|đảng)$/u.test(next) && (next === 'bộ' || afterNext === 'bộ'))
    return word.replace(/[ỉìíịĩ]/u, 'i');
  if (/^[ĐđDd][âàầấảẩ]y$/u.test(word) && next === 'mạnh') return /^\p{Lu}/u.test(word) ? 'Đẩy' : 'đẩy';
  if (/^[Gg]iám$/.test(word) && /^\d/.test(next)) return word.replace('á', 'ả');
  if (/^\(?thông$/u.test(before) && /^[(dđg]?[uư]a$/u.test(word)) return 'qua';
  return /\d.*[/-]|[/-].*\p{Lu}{2}/u.test(word) ? mendNumber(word, before) : word;
}

function isDepartment(name: string): boolean {
  return departments.has(name.toLowerCase());
}

/** «33KH-UBND» after «Số:», «23/QD-TTg», «09/KH-BCD». */
function mendNumber(word: string, before: string): string {
  const whole = /^[Ss]ố:?$/u.test(before)
    ? word.replace(/^(\d+)(?=(?:KH|QĐ|QD|NQ|CT|TTr|BC|HD|TB|KL|CTr)-\p{Lu})/u, '$1/')
    : word;
  return whole
    .replace(/(?<=[/-])\p{L}+/gu, (sign) => (Object.hasOwn(signs, sign) ? (signs[sign] ?? sign) : sign))
    .replace(/(?<=\/)N(?:D|[DĐ]{2})(?=-CP)/, 'NĐ');
}
