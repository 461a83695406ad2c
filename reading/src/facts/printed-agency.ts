import type { Span } from '@mangnon/domain/plans/extraction.ts';

/** Words an agency's name begins with, longest first where one begins another. */
const heads = [
  'ủy ban mặt trận tổ quốc',
  'ủy ban thường vụ quốc hội',
  'ủy ban nhân dân',
  'hội đồng nhân dân',
  'thủ tướng chính phủ',
  'viện kiểm sát nhân dân',
  'tòa án nhân dân',
  'văn phòng',
  'ban chỉ đạo',
  'ban thường vụ',
  'ban bí thư',
  'ban chấp hành',
  'ban điều hành',
  'bộ chính trị',
  'bộ trưởng',
  'chủ tịch',
  'giám đốc',
  'thường trực',
  'công an',
  'trung tâm',
  'chi cục',
  'tổng cục',
  'liên đoàn',
  'tỉnh đoàn',
  'huyện đoàn',
  'thành đoàn',
  'đoàn',
  'đội cảnh sát',
  'đội an ninh',
  'đội tham mưu',
  'tỉnh ủy',
  'thành ủy',
  'huyện ủy',
  'đảng ủy',
  'chính phủ',
  'quốc hội',
  'ubmttq',
  'ubmt',
  'mttq',
  'ubnd',
  'hđnd',
  'vksnd',
  'tand',
  'thanh tra',
  'sở',
  'bộ',
  'ban',
  'phòng',
  'cục',
  'vụ',
  'viện',
  'hội',
  'trạm',
  'đài',
  'quỹ',
] as const;

const headPattern = `(?<![\\p{L}\\p{N}])(?:${heads.join('|')})(?![\\p{L}\\p{N}])`;
const headHere = new RegExp(headPattern, 'uy');

/** Second syllables and level words that stay in lower case inside the names of agencies. */
const inside = new Set(
  (
    'động binh hội tế vụ pháp chính dục tạo thông hóa thao lịch tộc dân an sát án nghiệp thôn trường nghệ hoạch đầu tư ' +
    'tin tưởng giáo tài môi xây dựng vận tải ninh cứu trợ sóc bảo vệ niên phụ nữ chiến sĩ cựu giả tỉnh huyện xã phường ' +
    'thị trấn thành phố quận đặc khu cấp cùng trung ương nhân tối cao khoa học ủy hiệp liên thi đua nguyên chuyên y khu vực bí thư trực đạo lý quản thuật dưỡng ' +
    'kiểm số triển đổi sự viên tác mặt trận quốc tổ tổng tra truyền hình phát thanh văn thương mại em gia'
  ).split(' '),
);
/** What follows a name and is no part of it, though its first syllable might be. */
const follows =
  /^(?:tổng hợp|báo cáo|kết quả|định kỳ|thông qua|thông báo|ban hành|quản lý|xây dựng|kiểm tra|thanh tra|tổ chức|đầu tư|quy định|trực tiếp|thường xuyên)(?!\p{L})/u;
/** Words that never stand inside a name, though they may follow a word with a capital. */
const outside = new Set(
  (
    'về để theo trước qua định báo gửi xem chủ phối là được khi tại trong và có nhằm kết tình đúng như hằng hàng ban quy ' +
    'tham hướng triển phê với cho của vào từ đến sau nếu do bằng các những này đã sẽ phải cùng tiếp thực bảo giao yêu đề ' +
    'nghiên rà tăng cung đẩy xử nghiêm kịp chỉ căn làm chậm chịu bố huy vận năm tháng quý ngày trên hoặc phụ lập thẩm chuẩn'
  ).split(' '),
);
/** Posts and offices named with the body they belong to: «Chủ tịch Ủy ban nhân dân tỉnh». */
const ofPerson = /^(?:chủ tịch|bộ trưởng|giám đốc|văn phòng|thường trực|ban thường vụ|ban chấp hành)$/;
const wordHere = /[\p{L}\p{N}&.]+/uy;
const vowel = /[AEIOUYĂÂÊÔƠƯÀ-Ỹ]/u;
const abbreviation = /^(?:UB|HĐ|LĐ|BCĐ|TAND|VHTT|GD|KH|TN|MTTQ|TT|NN|CA)/u;
const joinHere = /\s*(,|-|và|;)\s+/uy;

/**
 * The name of one agency that begins exactly at `at`: «Sở Lao động - Thương binh và Xã hội», «UBND tỉnh».
 * @param text as printed; `lower` the same text from `lowerText`
 * @returns its span, or null where no agency begins
 */
export function readAgencyAt(text: string, lower: string, at: number): Span | null {
  headHere.lastIndex = at;
  const head = headHere.exec(lower);
  if (head === null) return null;
  let end = at + head[0].length;
  let sawName = head[0].includes(' ') || /^[a-zđ]*(?:nd|tq)$/u.test(head[0]);
  let afterCapital = false;
  for (;;) {
    const next = stepOver(text, lower, end, sawName, afterCapital);
    if (next === null) break;
    afterCapital = isCapital(text, next.start) && !/\p{Lu}{2}/u.test(text.slice(next.start, next.end));
    end = next.end;
    sawName = true;
  }
  if (ofPerson.test(head[0]) && lower.charAt(end) === ' ') {
    const body = readAgencyAt(text, lower, end + 1);
    if (body !== null) return { start: at, end: body.end };
  }
  const isBare = !sawName && !/^(chính phủ|quốc hội)$/.test(head[0]);
  return isBare ? null : { start: at, end };
}

/** The next word of the name, or null where the name is over. */
function stepOver(text: string, lower: string, end: number, sawName: boolean, afterCapital: boolean): Span | null {
  const spaces = /^ {1,3}/.exec(lower.slice(end, end + 4));
  let wordAt = end + (spaces?.[0].length ?? 0);
  joinHere.lastIndex = end;
  const join = joinHere.exec(lower);
  let joined = false;
  if (join !== null && sawName && join[1] !== ';') {
    const after = end + join[0].length;
    headHere.lastIndex = after;
    // «Thương binh và Xã hội»: the name goes on; «Sở Y tế và Sở Nội vụ», «Sở Y tế, các đơn vị»: it is over.
    if (headHere.test(lower) || !isCapital(text, after)) return null;
    wordAt = after;
    joined = true;
  } else if (spaces === null) return null;
  wordHere.lastIndex = wordAt;
  const word = wordHere.exec(lower)?.[0].replace(/\.$/, '');
  if (word === undefined) return null;
  if (!isCapital(text, wordAt)) {
    if (joined || follows.test(lower.slice(wordAt, wordAt + 16))) return null;
    if (!inside.has(word) && !(afterCapital && !outside.has(word))) return null;
  }
  return { start: wordAt, end: wordAt + word.length };
}

/** A capital that begins a name. In a title set in capitals every word has one, and none of them says anything. */
function isCapital(text: string, at: number): boolean {
  const letter = text.charAt(at);
  if (letter === letter.toLowerCase()) return false;
  wordHere.lastIndex = at;
  const word = wordHere.exec(text)?.[0] ?? '';
  return !(word.length > 1 && word === word.toUpperCase() && vowel.test(word) && !abbreviation.test(word));
}

/** The agencies in a passage, in order. */
export function listAgencies(text: string, lower: string, from: number, to: number): Span[] {
  const found: Span[] = [];
  const search = new RegExp(headPattern, 'gu');
  search.lastIndex = from;
  for (let head = search.exec(lower); head !== null && head.index < to; head = search.exec(lower)) {
    const agency = readAgencyAt(text, lower, head.index);
    if (agency === null || agency.end > to) continue;
    found.push(agency);
    search.lastIndex = agency.end;
  }
  return found;
}
