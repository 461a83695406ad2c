import { makeDocx } from '../reading/src/testing/make-docx.ts';
import { sheetFromText } from '../reading/src/testing/plan-sheet.ts';

/** An invented plan whose first task names no day and whose date is impossible: the reader must doubt something. */
export const inventedPlan = `ỦY BAN NHÂN DÂN
TỈNH MỘC GIANG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 88/KH-UBND
Mộc Giang, ngày 02 tháng 3 năm 2026

KẾ HOẠCH
Phòng ngừa lao động trẻ em trên địa bàn tỉnh Mộc Giang năm 2026

Căn cứ Luật Trẻ em số 102/2016/QH13 ngày 05 tháng 4 năm 2016;
Thực hiện Kế hoạch số 17/KH-UBND ngày 22 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Mộc Giang, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC TIÊU
- Đến năm 2026, 95% trẻ em có nguy cơ lao động sớm được hỗ trợ trở lại trường.

II. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
- Chủ trì lập danh sách trẻ em có nguy cơ lao động sớm tại các bến đò và xưởng chè.
- Mở hai lớp tập huấn cho cộng tác viên các thôn, bản trước ngày 31/6/2026.
2. Sở Giáo dục và Đào tạo
- Vận động học sinh bỏ học quay lại lớp; bố trí học bù vào buổi chiều.
3. Công an tỉnh
- Kiểm tra các cơ sở sử dụng người dưới 15 tuổi, xử lý nghiêm hành vi bóc lột.
4. Ủy ban nhân dân các xã, phường
- Thăm từng gia đình có trẻ em nghỉ học quá mười ngày.

III. CHẾ ĐỘ BÁO CÁO
Định kỳ 06 tháng (trước ngày 10/6) và năm (trước ngày 10/12), các cơ quan gửi báo cáo về Sở Y tế để tổng hợp, báo cáo Ủy ban nhân dân tỉnh./.

Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nông Thị Ngân
`;

/** The same as a Word file, as an officer gets it. */
export async function inventedPlanAsWord(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  return {
    name: 'ke-hoach-88.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(await makeDocx(sheetFromText(inventedPlan))),
  };
}
