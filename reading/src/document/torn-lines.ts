/**
 * Which two neighbouring lines are one sentence that a page, a column or a mail program has torn. The question is
 * put to the words alone, so that reading a text that was mended before finds nothing more to mend.
 */

const marker =
  /^(?:[-–—+•●▪◦∙·○■□➢►*]\s?\S|\(?(?:\d{1,2}|[ivxIVX]{1,5}|[a-zđA-ZĐ])(?:[.)](?:\s|\p{Lu})|[./]\s?[-–]\s?\p{L}|\s?[-–]\s\p{Lu}|\/(?:\s|\p{Lu}\p{Ll}))|\d{1,2}(?:\.\d{1,2}){1,3}[./)]?(?:\s|[-–]\s?\p{L})|§\s?\d|(?:Phần|Mục|Chương|Điều|Phụ lục)\s+(?:thứ\s|[IVXLC\d]))/u;
const ended = /(?:[.;:!?…]|\.\/\.?|[.;:!?…][”"’')\]]+)$/u;
const beginsSmall = /^[“"‘']?\p{Ll}/u;
const fieldLabel =
  /^(?:cơ quan|đơn vị|thời gian|thời hạn|nội dung|địa điểm|kinh phí|phối hợp|chủ trì)(?:\s\p{L}+){0,3}\s?:/iu;

/** Words after which a sentence cannot be at its end. */
const connecting =
  /(?:^|\s)(?:và|hoặc|của|cho|với|tại|trong|các|những|từ|đến|do|về|(?<!tiếp )theo|là|để|bởi|giữa|trên|dưới|như|khi|nếu|mà|số|ngày|tháng|khoản|điểm|điều|Luật|Sở|Ủy|Uỷ|Bộ|Phòng|Đài|Hội|Trường|Ban|Cục|Trung tâm|UBND|Công an|Quý|quý|,|&)$/u;

/** A label whose value has gone to the next line. */
const emptyField =
  /(?:chủ trì|phối hợp|(?:đơn vị|cơ quan|phân công|thời gian|thời hạn) thực hiện|thời gian|hoàn thành|thời hạn|tiến độ)\s?:$/iu;

/** Compound names that are written with a dash in their middle, where a page may break before the dash. */
const dashed: readonly (readonly [RegExp, RegExp])[] = [
  [/Lao động$/u, /^[-–] Thương binh/u],
  [/Thương binh và Xã hội$/u, /^[-–] Y tế/u],
  [/[Pp]hát thanh$/u, /^[-–] Truyền hình/u],
  [/[Vv]ăn hóa$/u, /^[-–] (?:Xã hội|Thể thao|Thông tin)/u],
  [/[Tt]ài chính$/u, /^[-–] Kế hoạch/u],
  [/[Kk]inh tế$/u, /^[-–] (?:xã hội|Hạ tầng|Kỹ thuật)/u],
  [/chính trị$/u, /^[-–] xã hội/u],
  [/(?:giai đoạn|từ năm) 20\d\d$/iu, /^[-–] ?20\d\d(?!\d)/],
  // Letterheads and signatures as copies from the web tear them.
  [/^(?:ỦY|UỶ)$/u, /^BAN (?:NHÂN|MẶT TRẬN|MTTQ)/u],
  [/^CỘNG$/u, /^H(?:ÒA|OÀ) XÃ HỘI/u],
  [/^CỘNG H(?:ÒA|OÀ) XÃ HỘI$/u, /^CHỦ NGHĨA/u],
  [/^Nơi$/u, /^nhận ?:/u],
  [/^(?:TM|KT|TL|TUQ)\.$/u, /^\p{Lu}{2}/u],
  [/^\p{Lu}\p{Ll}+$/u, /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?, ngày/u],
  // «I. MỤC ĐÍCH, | YÊU CẦU»
  [/^[\p{Lu}\d]+[.)/][^\p{Ll}]+(?:,| VÀ)$/u, /^\p{Lu}{2,} \p{Lu}{2}/u],
  [/Độc lập$/u, /^[-–] Tự do/u],
];

/** True where a line begins with a number, a letter or a bullet, and so cannot be the rest of the line before. */
export function beginsWithMarker(line: string): boolean {
  return marker.test(line);
}

/** True where a line ends as a sentence or an item ends. */
export function endsSentence(line: string): boolean {
  return ended.test(line);
}

/** True for a line set in capitals: a title, a heading, a letterhead. */
export function isInCapitals(line: string): boolean {
  const sample = line.slice(0, 400);
  return !/\p{Ll}{2}/u.test(sample) && /\p{Lu}/u.test(sample);
}

/** A number, letter or bullet that stands alone, its words being on the next line. */
export function isLoneMarker(line: string): boolean {
  return /^(?:[-–+•]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[a-zđ])[.)])$/u.test(line);
}

/** Says from the words alone whether `next` goes on with the sentence of `line`. */
export function isTorn(line: string, next: string): boolean {
  if (isLoneMarker(line)) return !beginsWithMarker(next) && !isLoneMarker(next);
  if (/^[./]{1,3}$/.test(next)) return true;
  const tail = line.slice(-40);
  if (dashed.some(([before, after]) => before.test(tail) && after.test(next.slice(0, 20)))) return true;
  if (marker.test(next)) return false;
  if (emptyField.test(tail) && next.length < 200 && !isInCapitals(next)) return true;
  if (hasOpenBracket(line) && /^[^(]{0,200}\)/u.test(next)) return true;
  if (ended.test(tail) || isInCapitals(line)) return false;
  if (fieldLabel.test(next.slice(0, 60))) return false;
  if (beginsSmall.test(next)) return true;
  if (isInCapitals(next)) return false;
  if (/\s[-–]$/.test(tail)) return /^\p{L}/u.test(next);
  if (tail.endsWith(',')) return /^[\p{L}\d“"]/u.test(next);
  if (/^[\p{Lu}“"]/u.test(next)) return connecting.test(tail);
  // «… bảo đảm | 100% vụ án …»; «2 Sở Y tế» may be an item whose dot was left out.
  if (!/^\d/.test(next) || /^\d{1,2}\s+\p{Lu}/u.test(next)) return false;
  return tail.length >= 40 || /(?:số|ngày|tháng|năm|khoản|điểm|điều|từ|đến|trên|dưới|đạt|và|Điều|mục)$/u.test(tail);
}

/** True where a bracket was opened near the end and not closed. */
function hasOpenBracket(line: string): boolean {
  const tail = line.slice(-300);
  return tail.lastIndexOf('(') > tail.lastIndexOf(')');
}
