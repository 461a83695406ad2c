import type { Piece } from './pieces.ts';
import { isKindLine, readNumberLine } from './heading-number.ts';

const kindLine =
  /^(KẾ HOẠCH|QUYẾT ĐỊNH|CHƯƠNG TRÌNH|ĐỀ ÁN|NGHỊ QUYẾT|CHỈ THỊ|PHƯƠNG ÁN|HƯỚNG DẪN|QUY CHẾ|DỰ ÁN|THÔNG BÁO|CÔNG VĂN|BÁO CÁO|TỜ TRÌNH)(?![\p{L}])[\s:.]*(.*)$/iu;
const authority =
  /^(?:CHỦ TỊCH |GIÁM ĐỐC |BỘ TRƯỞNG |THỦ TƯỚNG |HỘI ĐỒNG NHÂN DÂN |ỦY BAN NHÂN DÂN |UỶ BAN NHÂN DÂN |UBND |BAN CHỈ ĐẠO |SỞ )(?!.*(?:BAN HÀNH|TRIỂN KHAI|THỰC HIỆN))/u;

const dateLine = /ngày[\s.…\d]{0,12}tháng[\s.…\d]{0,12}năm[\s.…]{0,6}\d{4}$/iu;

export interface KindAndTitle {
  /** As printed in capitals: KẾ HOẠCH, QUYẾT ĐỊNH, CHƯƠNG TRÌNH …; empty where none is printed. */
  readonly kind: string;
  readonly title: string;
  /** How many pieces of the head stand above the kind: the letterhead. */
  readonly above: number;
}

/** The kind of document and what it is about, from the pieces of the head in order. */
export function readKindAndTitle(head: readonly Piece[]): KindAndTitle {
  const at = head.findIndex(({ text }) => isKindLine(text));
  if (at < 0) return readWithoutKind(head);
  const [, kind = '', rest = ''] = kindLine.exec(head[at]?.text ?? '') ?? [];
  const lines: string[] = rest === '' ? [] : [rest];
  for (const { text } of head.slice(at + 1)) {
    if (lines.length > 0 && (authority.test(text) || isKindLine(text))) break;
    if (/^\((?:ban hành |kèm )/iu.test(text)) break;
    if (/^số\s*:/iu.test(text) || (text.length < 60 && dateLine.test(text))) continue;
    lines.push(text);
  }
  return { kind: kind.toUpperCase(), title: lines.join(' ').replace(/\s+/g, ' ').trim(), above: at };
}

/** A copy that lost its «KẾ HOẠCH»: what stands below number and date is the title, and the number tells the kind. */
function readWithoutKind(head: readonly Piece[]): KindAndTitle {
  const last = head.findLastIndex(({ text }) => readNumberLine(text) !== null || dateLine.test(text));
  const number = head.map(({ text }) => readNumberLine(text)).find((found) => found !== null)?.symbol ?? '';
  const kind = number.startsWith('/KH-')
    ? 'KẾ HOẠCH'
    : number.startsWith('/QĐ-')
      ? 'QUYẾT ĐỊNH'
      : number.startsWith('/CTr-')
        ? 'CHƯƠNG TRÌNH'
        : '';
  const title =
    last < 0
      ? ''
      : head
          .slice(last + 1)
          .map(({ text }) => text)
          .join(' ')
          .replace(/\s+/g, ' ')
          .trim();
  return { kind, title: title.length > 400 ? '' : title, above: last < 0 ? head.length : last + 1 };
}
