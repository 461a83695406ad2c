import type { Refusals } from '../kernel/sentence.ts';

/** What the gate in front of every way out may refuse. */
export const disclosureRefusals = {
  'disclosure.not_a_count': {
    status: 422,
    vi: 'Ô «{cell}» ghi {count}, không phải số đếm. Số công bố là số nguyên, không âm.',
    en: 'Cell «{cell}» says {count}, which is no count. What is published are whole numbers from zero up.',
  },
  'disclosure.known_zero_counts': {
    status: 422,
    vi: 'Ô «{cell}» được đánh dấu chắc chắn bằng 0 nhưng ghi {count}. Hãy sửa một trong hai.',
    en: 'Cell «{cell}» is marked as known to be zero but says {count}. Correct one of the two.',
  },
  'disclosure.two_counts': {
    status: 422,
    vi: 'Ô «{cell}» có hai số khác nhau trong lần công bố này: {count} và {other}.',
    en: 'Cell «{cell}» has two different numbers in this publication: {count} and {other}.',
  },
  'disclosure.contradicts_earlier': {
    status: 409,
    vi: 'Ô «{cell}» nay ghi {count}, lần công bố trước dựa trên số khác. Hãy công bố số đã sửa như một bản mới.',
    en: 'Cell «{cell}» says {count}, but an earlier publication stood on another number. Publish the correction as a new version.',
  },
  'disclosure.cell_unknown': {
    status: 422,
    vi: 'Một tổng hoặc tỉ lệ dùng ô «{cell}», nhưng không bảng nào có ô này.',
    en: 'A total or a rate uses cell «{cell}», which no table has.',
  },
  'disclosure.total_below_parts': {
    status: 422,
    vi: 'Tổng «{cell}» là {count}, nhỏ hơn các phần cộng lại ({sum}). Hãy kiểm tra số liệu.',
    en: 'The total «{cell}» is {count}, less than its parts together ({sum}). Look at the figures again.',
  },
  'disclosure.parts_missing': {
    status: 422,
    vi: 'Tổng «{cell}» là {count}, các phần chỉ cộng được {sum}. Hãy thêm phần còn lại thành một ô.',
    en: 'The total «{cell}» is {count}, but its parts come to {sum}. Add what remains as a cell of its own.',
  },
  'disclosure.too_large': {
    status: 413,
    vi: 'Lần công bố này, cùng các lần trước, có {count} ô. Nhiều nhất là {most} ô. Hãy chia nhỏ.',
    en: 'With what was published before this has {count} cells. At most {most} are possible. Split it.',
  },
  'disclosure.cannot_protect': {
    status: 409,
    vi: 'Dù che mọi ô khác, số đã công bố vẫn làm lộ ô «{cell}». Không công bố được như vậy.',
    en: 'Even with every other cell withheld, what was published before reveals cell «{cell}». This cannot be published so.',
  },
} satisfies Refusals;
