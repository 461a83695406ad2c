import type { OfficialDocument } from './official-document.ts';

export const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const motto = 'Độc lập - Tự do - Hạnh phúc';
export const recipientsHead = 'Nơi nhận:';
/** Stands behind the last words of the body (annex III, all models). */
export const endMark = './.';

const blank = '      ';

/** «Số: 05/KH-UBND»: a number under ten has a zero before it; without a number there is room for one. */
export function printNumber({ number, symbol }: Pick<OfficialDocument, 'number' | 'symbol'>): string {
  return `Số: ${number === null ? blank : printCount(number)}/${symbol}`;
}

/** The number alone, as citations have it: «05/KH-UBND». */
export function citeNumber(number: number, symbol: string): string {
  return `${printCount(number)}/${symbol}`;
}

/** «Mộc Giang, ngày 05 tháng 01 năm 2026»: a zero before days under ten and before the months 1 and 2 alone (II.4). */
export function printPlaceAndDate({ place, issuedOn }: Pick<OfficialDocument, 'place' | 'issuedOn'>): string {
  if (issuedOn === null) return `${place}, ngày     tháng     năm       `;
  const [year = '', month = '', day = ''] = issuedOn.split('-');
  return `${place}, ngày ${day} tháng ${printMonth(month)} năm ${year}`;
}

/** «ngày 05 tháng 4 năm 2016», as a text is cited. */
export function printDay(day: string): string {
  const [year = '', month, date] = day.split('-');
  if (month === undefined) return `năm ${year}`;
  return date === undefined
    ? `tháng ${printMonth(month)} năm ${year}`
    : `ngày ${date} tháng ${printMonth(month)} năm ${year}`;
}

/** «ỦY BAN NHÂN DÂN» and «XÃ HÒA TÂN» stand on lines of their own. */
export function printIssuer(issuer: string): string[] {
  const capitals = issuer.toUpperCase();
  const split = /^(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)\s+(.+)$/u.exec(capitals);
  return split ? [split[1] ?? '', split[2] ?? ''] : [capitals];
}

/** Each on a line of its own, with a semicolon, the last with a full stop (II.6). */
export function printBases(bases: readonly string[]): string[] {
  return bases.map((basis, at) => `${withoutEnd(basis)}${at === bases.length - 1 ? '.' : ';'}`);
}

/** «- Như trên;» … «- Lưu: VT, KGVX.» */
export function printRecipients(recipients: readonly string[]): string[] {
  return recipients.map((one, at) => `- ${withoutEnd(one)}${at === recipients.length - 1 ? '.' : ';'}`);
}

/** The words of a block behind its label; the last of the body has the end mark. */
export function printBlock(block: { readonly label: string; readonly text: string }, isLast: boolean): string {
  const text = isLast ? `${withoutEnd(block.text)}${endMark}` : block.text;
  return block.label === '' ? text : `${block.label} ${text}`;
}

export function withoutEnd(text: string): string {
  return text.replace(/[\s;.,/]+$/u, '');
}

function printCount(number: number): string {
  return String(number).padStart(2, '0');
}

function printMonth(month: string): string {
  return Number(month) < 3 ? month.padStart(2, '0') : String(Number(month));
}
