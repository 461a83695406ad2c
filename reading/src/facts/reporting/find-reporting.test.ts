import { expect, test } from 'vitest';
import { readText } from '../../read-text.ts';

const head =
  'ỦY BAN NHÂN DÂN\nTỈNH MỘC GIANG\n\nSố: 7/KH-UBND\n\nMộc Giang, ngày 14 tháng 5 năm 2024\n\nKẾ HOẠCH\nBảo vệ trẻ em\n\n';
const opening = 'Căn cứ Luật Trẻ em ngày 05/4/2016, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\n';

function read(body: string) {
  return readText(head + opening + body);
}

test('bullets take the receiver from their lead-in', () => {
  const body =
    'V. CHẾ ĐỘ BÁO CÁO\n\nCác đơn vị gửi báo cáo về UBND tỉnh (qua Sở Y tế) như sau:\n\n- Báo cáo 6 tháng: trước ngày 15/6;\n\n- Báo cáo năm: trước ngày 15/12.';
  expect(read(body).reporting).toMatchObject([
    { period: '6_months', due: { month: 6, day: 15 }, to: 'UBND tỉnh', via: 'Sở Y tế' },
    { period: 'year', due: { month: 12, day: 15 }, to: 'UBND tỉnh', via: 'Sở Y tế' },
  ]);
});

test('the sender is the agency the sentence stands under', () => {
  const body =
    'IV. TỔ CHỨC THỰC HIỆN\n\n1. Ban Dân tộc tỉnh\n\n- Theo dõi tình hình tảo hôn; định kỳ 6 tháng báo cáo Ủy ban nhân dân tỉnh.';
  expect(read(body).reporting).toMatchObject([
    { period: '6_months', from: ['Ban Dân tộc tỉnh'], to: 'Ủy ban nhân dân tỉnh' },
  ]);
});

test("a drafted report counts once, as the committee's own", () => {
  const drafted =
    'IV. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\n- Hằng năm, tham mưu cho Ủy ban nhân dân tỉnh báo cáo Hội đồng nhân dân tỉnh về quyền trẻ em.\n\n- Tập huấn cho cán bộ y tế.';
  expect(read(drafted).reporting).toMatchObject([
    { period: 'year', from: ['Ủy ban nhân dân tỉnh'], to: 'Hội đồng nhân dân tỉnh' },
  ]);
  const both = `${drafted}\n\n2. Ủy ban nhân dân các xã\n\n- Hằng năm báo cáo Hội đồng nhân dân cùng cấp về quyền trẻ em.`;
  expect(read(both).reporting).toMatchObject([{ period: 'year', to: 'Hội đồng nhân dân cùng cấp' }]);
});

test('recipients who are told «để báo cáo» owe nothing', () => {
  const body =
    'I. NHIỆM VỤ\n\n1. Công an tỉnh\n\n- Tuần tra ban đêm.\n\nNơi nhận:\n- UBND tỉnh (báo cáo năm);\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLò Thị Hân';
  expect(read(body).reporting).toEqual([]);
});

test('what is not said is doubted', () => {
  const codes = (body: string): string[] => read(`V. CHẾ ĐỘ BÁO CÁO\n\n${body}`).warnings.map(({ code }) => code);
  expect(codes('Các đơn vị thực hiện chế độ báo cáo hằng năm theo quy định.')).toContain('reporting_receiver_missing');
  expect(codes('Các đơn vị gửi báo cáo về Sở Y tế trước ngày 15/12/2024.')).toContain('reporting_period_inferred');
  expect(codes('Báo cáo 6 tháng gửi UBND tỉnh trước ngày 31/6.')).toContain('date_impossible');
});

test('funding: what stands under its heading, and sentences that open with it', () => {
  const body =
    'I. NHIỆM VỤ\n\n1. Công an tỉnh\n\n- Tuần tra ban đêm.\n\nIII. KINH PHÍ THỰC HIỆN\n\nLồng ghép trong dự toán chi năm 2024.\n\n- Nguồn đóng góp tự nguyện.';
  const { funding, text } = read(body);
  expect(funding.map((clause) => clause.text)).toEqual([
    'Lồng ghép trong dự toán chi năm 2024.',
    expect.stringContaining('Nguồn đóng góp tự nguyện'),
  ]);
  for (const clause of funding) expect(text.slice(clause.span.start, clause.span.end)).toBe(clause.text);
});
