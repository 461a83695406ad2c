import { isCapitals, type Piece } from './pieces.ts';
import { readNumberLine } from './heading-number.ts';

const kindLine =
  /^(KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH|ĐỀ ÁN|NGHỊ QUYẾT|CHỈ THỊ|PHƯƠNG ÁN|HƯỚNG DẪN|QUY CHẾ|DỰ ÁN|THÔNG BÁO|CÔNG VĂN|BÁO CÁO|TỜ TRÌNH)(?![\p{L}])[\s:.]*(.*)$/iu;
const authority =
  /^(?:CHỦ TỊCH |GIÁM ĐỐC |BỘ TRƯỞNG |THỦ TƯỚNG |HỘI ĐỒNG NHÂN DÂN |ỦY BAN NHÂN DÂN |UỶ BAN NHÂN DÂN |UBND |BAN CHỈ ĐẠO |SỞ )(?!.*(?:BAN HÀNH|TRIỂN KHAI|THỰC HIỆN))/u;

export interface KindAndTitle {
  /** As printed in capitals: KẾ HOẠCH, QUYẾT ĐỊNH, CHƯƠNG TRÌNH …; empty where none is printed. */
  readonly kind: string;
  readonly title: string;
  /** How many pieces of the head stand above the kind: the letterhead. */
  readonly above: number;
}

/** The kind of document and what it is about, from the pieces of the head in order. */
export function readKindAndTitle(head: readonly Piece[]): KindAndTitle {
  const at = head.findIndex(
    ({ text }) => kindLine.test(text) && isCapitals(text.slice(0, 8)) && readNumberLine(text) === null,
  );
  if (at < 0) return { kind: '', title: '', above: head.length };
  const [, kind = '', rest = ''] = kindLine.exec(head[at]?.text ?? '') ?? [];
  const lines: string[] = rest === '' ? [] : [rest];
  for (const { text } of head.slice(at + 1)) {
    if (lines.length > 0 && (authority.test(text) || (kindLine.test(text) && isCapitals(text.slice(0, 8))))) break;
    if (/^\(?(?:ban hành |kèm )/iu.test(text) && text.startsWith('(')) break;
    if (/^(?:căn cứ|thực hiện quyết định số .*;)/iu.test(text) && lines.length > 0 && !isCapitals(text)) break;
    if (
      readNumberLine(text) !== null ||
      (/ngày[\s.…\d]{0,12}tháng[\s.…\d]{0,12}năm[\s.…]*\d{4}$/iu.test(text) && text.length < 60)
    )
      continue;
    lines.push(text);
  }
  return { kind: kind.toUpperCase(), title: lines.join(' ').replace(/\s+/g, ' ').trim(), above: at };
}
