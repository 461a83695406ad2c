/** Short forms of document kinds inside numbers (Nghị định 30/2020/NĐ-CP, annex III; Party numbers use the same). */
const kindOfSymbol: Readonly<Record<string, string>> = {
  qđ: 'Quyết định',
  nq: 'Nghị quyết',
  nđ: 'Nghị định',
  tt: 'Thông tư',
  ttlt: 'Thông tư liên tịch',
  ct: 'Chỉ thị',
  kh: 'Kế hoạch',
  ttr: 'Tờ trình',
  kl: 'Kết luận',
  ctr: 'Chương trình',
  ctrhđ: 'Chương trình hành động',
  hd: 'Hướng dẫn',
  tb: 'Thông báo',
  bc: 'Báo cáo',
  đa: 'Đề án',
  cđ: 'Công điện',
  cv: 'Công văn',
  qc: 'Quy chế',
  pl: 'Pháp lệnh',
  l: 'Lệnh',
};

/** Kinds as written out before a number, longest first. */
const kindNames = [
  'Thông tư liên tịch',
  'Chương trình hành động',
  'Chương trình phối hợp',
  'Quy chế phối hợp',
  'Hiến pháp',
  'Quyết định',
  'Nghị quyết',
  'Nghị định',
  'Thông tư',
  'Chỉ thị',
  'Kế hoạch',
  'Công văn',
  'Công điện',
  'Tờ trình',
  'Bộ luật',
  'Luật',
  'Kết luận',
  'Chương trình',
  'Hướng dẫn',
  'Thông báo',
  'Báo cáo',
  'Văn bản',
  'Đề án',
  'Pháp lệnh',
  'Quy chế',
  'Quy định',
  'Thông tri',
  'Công ước',
  'Lệnh',
] as const;
const kindPattern = new RegExp(`(?<![\\p{L}])(?:${kindNames.join('|').toLowerCase()})(?![\\p{L}])`, 'gu');

const group = '[A-ZĐƯ][A-Za-zĐđƯư0-9&]{0,24}';
const upperGroup = '[A-ZĐƯ]{2,24}[a-z]?';
const numberPattern = new RegExp(
  '(?<![\\p{L}\\p{N}/.,_-])' +
    '(\\d{1,6}[a-zA-Z]?)(?:\\s{0,3}/\\s?((?:19|20)\\d{2})(?=\\s?/))?\\s{0,3}' +
    `(?:/\\s?(${group}(?:\\s?[-–‑_]\\s?${upperGroup}|[-–‑_/][A-Za-zĐđ0-9&]{1,24}){0,8})` +
    `|[-–‑]\\s?(${upperGroup}\\s?/\\s?${group}(?:[-–‑][A-Za-zĐđ0-9&]{1,24})?))(?![\\p{L}\\p{N}])`,
  'gu',
);

export interface DocumentNumber {
  readonly start: number;
  readonly end: number;
  /** As printed, without spaces around strokes. */
  readonly number: string;
}

/**
 * The numbers of documents printed in a text: «1472/QĐ-TTg», «121/2020/QH14», «20-CT/TW», «69/LĐTBXH-TTr».
 * A number with nothing but one abbreviation («126/SKHĐT») counts only after «số»; numbers of forms do not.
 */
export function* listDocumentNumbers(text: string): Generator<DocumentNumber> {
  for (const match of text.matchAll(numberPattern)) {
    const [printed, , year, symbol, partySymbol] = match;
    const before = text.slice(Math.max(0, match.index - 14), match.index).toLowerCase();
    if (/(?:mẫu|biểu|phụ lục|phiếu)\s*(?:số)?[\s:]*$/.test(before)) continue;
    const isCompound = year !== undefined || partySymbol !== undefined || /[-–‑_/]/.test(symbol ?? '');
    if (!isCompound && !(/số[\s:]*$/.test(before) && /^[A-ZĐ]{2}/.test(symbol ?? ''))) continue;
    yield { start: match.index, end: match.index + printed.length, number: cleanNumber(printed) };
  }
}

/** «65 /KH - UBND» and «65/KH–UBND» are the same number. */
export function cleanNumber(printed: string): string {
  return printed
    .replace(/[\s*]+/g, '')
    .replace(/[–‑]/g, '-')
    .replace(/TTG$/, 'TTg');
}

/**
 * What kind of document a number belongs to: from the abbreviation in the number, else from the last kind written
 * before it in the same clause; a number that names only an agency is an official letter (Công văn).
 */
export function findKind(number: string, lowerBefore: string): string {
  const symbols = number
    .toLowerCase()
    .replace(/^\d+[a-z]?(?:\/\d{4})?[/-]/, '')
    .split(/[-/_]/);
  const clause = lowerBefore.slice(Math.max(lowerBefore.lastIndexOf(';'), lowerBefore.lastIndexOf('\n')) + 1);
  const written = [...clause.matchAll(kindPattern)].at(-1)?.[0];
  const isLaw = /^(?:ubtv)?qh\d*$/.test(symbols[0] ?? '');
  const fromSymbol = symbols.map((symbol) => kindOfSymbol[symbol]).find((kind) => kind !== undefined);
  if (!isLaw && fromSymbol !== undefined && kindOfSymbol[symbols[0] ?? ''] !== undefined) return fromSymbol;
  const writtenName = kindNames.find((name) => name.toLowerCase() === written);
  return writtenName ?? fromSymbol ?? (isLaw ? 'Nghị quyết' : 'Công văn');
}

/** Who issues documents whose number says so by itself. */
export function findIssuerOfNumber(number: string): string | null {
  if (/\/UBTVQH\d+$/i.test(number)) return 'Ủy ban Thường vụ Quốc hội';
  if (/\/QH\d+$/i.test(number)) return 'Quốc hội';
  if (/-TTg$/i.test(number)) return 'Thủ tướng Chính phủ';
  if (/-CP$/i.test(number)) return 'Chính phủ';
  return null;
}
