import type { Target } from '@mangnon/domain/plans/extraction.ts';

export type Comparator = Target['comparator'];

/** Words that may stand between a verb of change and its figure without changing what is meant. */
const filler =
  '(?: (?:được|ít nhất|tối thiểu|trên|hơn|khoảng|từ|thêm|bình quân|trung bình|mỗi năm|hằng năm|thiểu|dần|lần lượt|tương ứng|là|tỷ lệ|mức|số lượng))*';
const mild = '(?: (?:mức|tỷ lệ|khoảng|là|chỉ|ở|tối đa|từ|được|lần lượt|tương ứng))*';

/** Read from the words right before the figure; the first that fits decides. */
const nearCues: readonly (readonly [RegExp, Comparator])[] = [
  [/(?:≥|>=)$/, '>='],
  [/(?:≤|<=)$/, '<='],
  [/>$/, '>'],
  [/<$/, '<'],
  [/không (?:dưới|ít hơn|thấp hơn|nhỏ hơn|kém hơn)(?: mức)?$/, '>='],
  [
    /(?:không (?:quá|vượt quá|vượt|cao hơn|lớn hơn|nhiều hơn|trên|hơn)|không (?:để|tăng).*(?:vượt|quá)|tối đa|nhiều nhất)(?: là| mức| chỉ| không quá)*$/,
    '<=',
  ],
  [new RegExp(`(?<!suy )(?:giảm|hạ)${filler}$`), 'decrease_by'],
  [new RegExp(`(?:tăng|nâng)${filler}$`), 'increase_by'],
  [/(?:dưới|thấp hơn|nhỏ hơn|ít hơn|chưa đến|chưa tới)(?: mức| tỷ lệ)?$/, '<'],
  [new RegExp(`(?:xuống|còn)${mild}$`), '<='],
  [/(?<!trở )(?:trên|hơn|vượt|quá|vượt mức)(?: mức| tỷ lệ)?$/, '>'],
  [new RegExp(`(?:đạt|lên|đạt được|lên tới|lên đến|lên đạt)${filler}(?: đến| tới)?$`), '>='],
];

const ownPhrase = /(?:^|[,;:(•+]|(?:và|có|với|trong đó|bảo đảm|đảm bảo|phấn đấu|duy trì|hoàn thành|thực hiện|cho))$/;
const least = /(?:ít nhất|tối thiểu|khoảng|thêm|từ|bình quân|trung bình|mỗi năm|hằng năm)$/;
const stillness = /(?:là|mức|ở mức|:)$/;
const loss = /(?<!suy |thuyên )(?:giảm|khống chế|hạn chế|kiểm soát|kiềm chế)(?! nghèo| nhẹ| giá| án)/g;
/** Shares of what plans fight: a level named for one of them is a ceiling. */
const harm =
  /(?:tỷ lệ|tỷ suất|tỷ số)(?:(?!được|biết|điều trị|phục hồi|phòng|can thiệp|hỗ trợ|quản lý|hoàn thành)[^,;])*(?:tử vong|lây truyền|suy dinh dưỡng|thừa cân|béo phì|bỏ học|lưu ban|tảo hôn|cận huyết|tai nạn|đuối nước|lao động trẻ em|lao động trái|tái phạm|bị xâm hại|bị bạo lực)(?:(?!được|biết|điều trị|phục hồi|phòng|can thiệp|hỗ trợ|quản lý|đạt)[^,;])*$/u;
const gain = /(?:tăng|nâng)(?! cường| cao| trưởng)/g;
const level = /(?:đạt|xuống|còn|lên|được)(?!\p{L})/u;

/**
 * What a figure demands, from the words before it in its clause and right after it.
 * @param before lower-case words from the last figure, or the beginning of the clause, up to the figure
 * @param inherited what the figure before demands, where both belong to one measure («… năm 2025 và 95% …»)
 */
export function readComparator(before: string, after: string, value: number, inherited: Comparator | null): Comparator {
  const found = compare(before.trimEnd(), value, inherited);
  const isOrMore = /^[^,.;\d]{0,40}?trở lên/u.test(after) && (found === '>' || found === '>=');
  if (isOrMore) return '>=';
  return /^[^,.;\d]{0,40}?trở xuống/u.test(after) && found === '>=' ? '<=' : found;
}

function compare(words: string, value: number, inherited: Comparator | null): Comparator {
  const tail = words.slice(-90);
  for (const [cue, comparator] of nearCues) if (cue.test(tail)) return comparator;
  if (inherited !== null) return inherited;
  const changeEnd = Math.max(endOfLast(words, loss), endOfLast(words, gain));
  if (stillness.test(tail) && harm.test(words.slice(-200))) return '<=';
  const isOwn = ownPhrase.test(tail) && !least.test(tail) && !tail.endsWith(':');
  if (changeEnd < 0 || isOwn || value === 100 || level.test(words.slice(changeEnd))) return '>=';
  const isLoss = endOfLast(words, loss) === changeEnd;
  if (stillness.test(tail)) return isLoss ? '<=' : '>=';
  return isLoss ? 'decrease_by' : 'increase_by';
}

function endOfLast(words: string, cue: RegExp): number {
  const last = [...words.matchAll(cue)].at(-1);
  return last === undefined ? -1 : last.index + last[0].length;
}
