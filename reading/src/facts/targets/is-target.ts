import type { CountedNoun } from './counted-nouns.ts';

/** What surrounds a line, as far as it tells a target from a figure that merely reports or explains. */
export interface TargetContext {
  /** Under a heading or lead-in that names aims or targets (Mục tiêu, Chỉ tiêu). */
  readonly underTargets: boolean;
  /** Under a heading that describes what was (Tình hình, Kết quả thực hiện). */
  readonly underResults: boolean;
  /** Under a heading on money. */
  readonly underFunding: boolean;
  /** The year the heading or lead-in sets. */
  readonly year: number | null;
}

const aim = /phấn đấu|mục tiêu|chỉ tiêu|(?:đến|vào) (?:hết |cuối )?năm 20\d\d/;
const past =
  /(?:đã đạt|đã có|đạt được kết quả|hiện có|hiện nay|hiện tại|toàn (?:tỉnh|huyện|xã|thành phố|quốc|quận|thị xã|phường)(?: hiện)? có|trong những năm qua|thời gian qua|năm qua|tính đến nay|đến nay)(?!\p{L})/u;
const part =
  /(?:chiếm(?: tỷ lệ| khoảng| trên| hơn| gần)*|(?:so với|so với mức|cùng kỳ)(?: là)?|thương tật|tổn thương cơ thể|khả năng lao động|khuyết tật|tỷ lệ khuyết tật|lãi suất|thuế suất|hiện là|hiện đạt|mức sinh hoạt phí)(?: từ| trên| dưới| khoảng| là| mức)*\s*$/;
const money =
  /^\s*(?:(?:tổng|mức|số|nguồn|định mức|nhu cầu)\s+)*(?:kinh phí|chi phí|ngân sách|vốn|lương|phụ cấp|học phí|giá vé|giá|tiền|phí|lệ phí|thuế|dự toán|trợ cấp|mức hỗ trợ|mức đóng|mức hưởng|mức chuẩn|mức lương|công suất)(?!\p{L})/u;
const startingPoint =
  /^\s*(?:\(?(?:vào |của |trong )?(?:cuối )?năm 20\d\d\)?\s*)?(?:xuống|lên|tăng lên|giảm xuống|giảm còn|còn)(?!\p{L})/u;

/** «(năm 2020: 85%)», «(đã đạt 98%)»: where things stand now. */
const aside = /\((?:năm 20\d\d|hiện|[^()]{0,30}(?:đã đạt|thực hiện|ước đạt|kết quả))[^()]*$/;

/** Whether a share or rate is asked for, and not reported, a part of money, a definition, or where a change starts from. */
export function isTargetShare(before: string, after: string, context: TargetContext): boolean {
  const asks = aim.test(before);
  if (/(?:từ|từ mức|mức|so với)\s*$/.test(before) && startingPoint.test(after)) return false;
  if (part.test(before.slice(-60)) && !/phấn đấu[^,]*$/.test(before.slice(-80))) return false;
  if (money.test(after)) return false;
  if (context.underFunding && !asks) return false;
  if (aside.test(before.slice(-80))) return false;
  return (!context.underResults || asks) && (!past.test(before) || /phấn đấu|mục tiêu/.test(before));
}

const leastCue = /(?:ít nhất|tối thiểu|không dưới|không ít hơn|≥)(?: là| có| được| đạt| từ| thêm| mỗi [\p{L}]+)*\s*$/u;
const boundCue = /(?:trên|hơn|dưới|không quá|không để quá|tối đa|không vượt quá)\s*$/;
const verbCue =
  /(?:^|[\s,:(])(?:phấn đấu|có|đạt|xây dựng|xây mới|thành lập|tổ chức|duy trì|mở|mở mới|ra mắt|nhân rộng|hỗ trợ|trao|tặng|bồi dưỡng|tập huấn cho|đào tạo|thêm|cho|hoàn thành|củng cố|kiện toàn|thí điểm|phát sóng|sản xuất|in|cấp|tiếp cận|khoảng|giảm|tăng|bảo đảm|đảm bảo)(?: được| ít nhất| mới| thêm| khoảng)*\s*$/;
const otherNumber =
  /(?:điều|khoản|điểm|mục|chương|phụ lục|số|tổng đài|đường dây|từ|đến|tuổi|lớp|cấp|quý|tháng|ngày|năm|tầng|khối|đợt|lần thứ|thứ)\s*$/;

/** Whether a count is asked for: with «ít nhất» anywhere, without it only among targets. */
export function isTargetCount(before: string, after: string, noun: CountedNoun, context: TargetContext): boolean {
  const near = before.slice(-80);
  if (context.underResults || context.underFunding || past.test(before)) return false;
  const wanted = context.underTargets || /phấn đấu|chỉ tiêu/.test(before);
  if (noun.noun.startsWith('lần'))
    return wanted && (leastCue.test(near) || /(?:không quá|không để quá|không vượt quá|tối đa)\s*$/.test(near));
  if (leastCue.test(near)) return true;
  if (noun.isKnown && /giảm(?! nghèo)[^,;]*xuống(?: còn| dưới)*\s*$/.test(near)) return true;
  if (!wanted || !noun.isKnown) return false;
  if (/^[^,.;\d]{0,60}?trở lên/u.test(after) && /từ\s*$/.test(near)) return true;
  if (otherNumber.test(near)) return false;
  const opensClause = /^[\s+•*-]*(?:\d{1,2}[.)/]\s*)?(?:phấn đấu|có)?\s*$/.test(before);
  return boundCue.test(near) || verbCue.test(near) || opensClause;
}
