export interface PlanTextOptions {
  readonly number?: string;
  readonly title?: string;
  /** How many tasks beyond the three that always stand there. */
  readonly moreTasks?: number;
  /** What these say of where or how often. */
  readonly moreWords?: string;
  /** A line of the preamble that cites something. */
  readonly cites?: string;
  /** Lines after the tasks: who reports, and when. */
  readonly reporting?: string;
  /** Leaves out what a careful reader would doubt. */
  readonly sure?: boolean;
}

/** A short plan of the invented province, in the form offices use, with one day that no calendar has unless `sure`. */
export function makePlanText(options: PlanTextOptions = {}): string {
  const {
    number = '31/KH-UBND',
    title = 'Vì môi trường nước an toàn cho trẻ em năm 2026',
    moreTasks = 0,
    moreWords = 'tại thôn, bản',
  } = options;
  const more = Array.from(
    { length: moreTasks },
    (_, index) => `- Mở lớp kỹ năng số ${index + 1} cho trẻ em ${moreWords}.`,
  );
  return `ỦY BAN NHÂN DÂN
TỈNH MỘC GIANG

Số: ${number}
Mộc Giang, ngày 09 tháng 3 năm 2026

KẾ HOẠCH
${title}

Căn cứ Luật Trẻ em số 102/2016/QH13 ngày 05 tháng 4 năm 2016;
${options.cites ?? 'Theo đề nghị của Sở Y tế,'} Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC TIÊU
Ít nhất 80% trẻ em từ 6 tuổi được học bơi an toàn vào năm 2026.

II. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
- Tổ chức tập huấn sơ cứu cho cộng tác viên thôn, bản; biên soạn tài liệu hướng dẫn.
- Thống kê tai nạn đuối nước, cập nhật ${options.sure ? 'trước ngày 30/6/2026' : 'trước ngày 31/6/2026'}.
${[...more].join('\n')}${moreTasks > 0 ? '\n' : ''}2. Công an tỉnh
- Kiểm tra an toàn bến đò, phương tiện chở học sinh trong Quý II năm 2026.
${
  options.reporting === undefined
    ? ''
    : `
${options.reporting}
`
}
Nơi nhận:
- Sở Y tế;
- Lưu: VT.
`;
}
