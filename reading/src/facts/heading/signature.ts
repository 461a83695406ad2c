import type { OutlineLine } from '../../structure/outline.ts';
import { isCapitals, listPieces, type Piece } from './pieces.ts';

export interface Signature {
  readonly signatory: { readonly name: string; readonly capacity: string } | null;
  /** Lines of authority and office, also where no name follows: «TM. ỦY BAN NHÂN DÂN». */
  readonly capacity: string;
  readonly recipients: readonly string[];
}

const office =
  /^(?:TM|KT|TL|TUQ|Q|T\/M|K\/T)\s?[./]|^(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|CHỦ NHIỆM|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH|VIỆN TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|BÍ THƯ|HIỆU TRƯỞNG|THỦ TRƯỞNG|THỦ TƯỚNG|TỔNG CỤC|CHÁNH VĂN PHÒNG|CHÁNH ÁN|PHÓ)|^PHÓ /u;
const notName =
  /^(?:đã ký|ký|tỉnh|huyện|xã|phường|ủy ban|uỷ ban|sở|phòng|ban|văn phòng|kế hoạch|phụ lục|cộng hòa|độc lập)(?!\p{L})|ký bởi|người ký|chữ ký|ngày ký|signature|verified|signed|digital|email|cơ quan|thời gian|nơi nhận|như trên|ubnd|hđnd/iu;
const rank =
  /^(?:(?:(?:PGS|GS|TS|ThS|BS|CN|KS|BSCKI{0,2}|CKI{1,2})\.?,?\s*)+|(?:đại|thượng|trung|thiếu)\s(?:tướng|tá|úy|uý)\s)+/iu;
const nameWord = /^\p{Lu}[\p{L}’'.-]*$/u;

/**
 * Who signs in what capacity, and who receives the document, from the zones of recipients and signature. Lines of
 * a digital signature («Ký bởi: …», «Thời gian ký: …») and «(Đã ký)» are passed over.
 */
export function readSignature(entries: readonly OutlineLine[]): Signature {
  const pieces = listPieces(entries.filter(({ zone }) => zone === 'recipients' || zone === 'signature')).flatMap(
    cutColumns,
  );
  const offices: string[] = [];
  const recipients: string[] = [];
  let name: string | null = null;
  let nameBeside: string | null = null;
  for (const piece of pieces) {
    const { before, rest } = splitOffice(piece);
    if (before !== '') {
      if (name !== null) continue;
      offices.push(before);
    }
    if (rest === '') continue;
    const person: string | null = offices.length > 0 && name === null ? readPersonName(rest) : null;
    if (person !== null) name = person;
    else if (before === '') {
      const beside = splitBeside(rest);
      nameBeside ??= beside.name;
      addRecipient(beside.recipient, recipients, offices.length > 0);
    }
  }
  name ??= offices.length > 0 ? nameBeside : null;
  const capacity = offices.join(' / ');
  return { signatory: name === null ? null : { name, capacity }, capacity, recipients };
}

/** «- Bộ Y tế; KT. CHỦ TỊCH»: the columns of recipients and signature drawn from a page as one line. */
function cutColumns(piece: Piece): Piece[] {
  const match = /^(nơi nhận\s*:|.{2,100}?[;.])\s+(\p{Lu}[\p{Lu}\s./,-]{3,80})$/iu.exec(piece.text);
  const right = match?.[2] ?? '';
  if (!match?.[1] || isCapitals(match[1]) || !isCapitals(right) || !office.test(right)) return [piece];
  const { start, end } = piece.span;
  return [
    { text: match[1], span: { start, end: start + match[1].length } },
    { text: right, span: { start: end - right.length, end } },
  ];
}

/** «- Lưu: VT. Lò Thị Hân»: two columns printed side by side and read as one line. */
function splitBeside(text: string): { recipient: string; name: string | null } {
  const match = /^([-–\s]*lưu.{0,40}?[.;])\s+(\p{Lu}.{3,40})$/iu.exec(text);
  const name = match?.[2] === undefined ? null : readPersonName(match[2]);
  return name === null ? { recipient: text, name } : { recipient: match?.[1] ?? text, name };
}

/** «KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lò Thị Hân» set on one line: the office, then the person. */
function splitOffice(piece: Piece): { before: string; rest: string } {
  // «PHÓ CHỦ TỊCHLò Thị Hân»: a copy that lost the end of the line.
  const text = piece.text.replace(/(?<=\p{Lu}{3})(?=\p{Lu}\p{Ll})/u, ' ');
  if (!office.test(text)) return { before: '', rest: text };
  if (isCapitals(text)) return { before: text, rest: '' };
  const words = text.split(/\s+/);
  const at = words.findIndex((word) => word !== word.toUpperCase());
  return { before: words.slice(0, at).join(' '), rest: words.slice(at).join(' ') };
}

/** A person's name without rank or degree; null for anything that is not one. */
export function readPersonName(printed: string): string | null {
  const text = printed
    .replace(/\s+/g, ' ')
    .replace(rank, '')
    .replace(/[.,;]+$/, '')
    .trim();
  const words = text.split(' ');
  if (words.length < 2 || words.length > 6 || text.length > 50) return null;
  if (notName.test(text) || !words.every((word) => nameWord.test(word))) return null;
  return isCapitals(text) ? words.map((word) => word.charAt(0) + word.slice(1).toLowerCase()).join(' ') : text;
}

function addRecipient(printed: string, recipients: string[], isPastOffice: boolean): void {
  if (/^nơi nhận/iu.test(printed)) {
    const rest = printed.replace(/^nơi nhận\s*:?\s*/iu, '');
    if (rest !== '') recipients.push(clean(rest));
    return;
  }
  const isItem = /^[-–+•·]/u.test(printed) || /[;.]$/.test(printed);
  if (isPastOffice && !isItem) return;
  const text = clean(printed);
  if (text !== '' && !/^\(?(?:đã )?ký|signature|^\d+$/iu.test(text)) recipients.push(text);
}

function clean(printed: string): string {
  return printed
    .replace(/^[-–+•·\s]+/u, '')
    .replace(/[;.\s]+$/, '')
    .replace(/\s+/g, ' ');
}
