import { startReview } from '../../testing/review.ts';
import { makePlanText } from '../../testing/plan-text.ts';
import type { Person } from '../../../testing/test-call.ts';
import type { TestServer } from '../../../testing/test-server.ts';

/** A plan of the province, uploaded, read and adopted: two of its three tasks fall to the communes. */
export async function adoptHigherPlan(server: TestServer, lead: Person): Promise<string> {
  const text = `ỦY BAN NHÂN DÂN
TỈNH MỘC GIANG

Số: 77/KH-UBND
Mộc Giang, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Phòng, chống đuối nước trẻ em năm 2026

Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
- Biên soạn tài liệu hướng dẫn sơ cứu đuối nước.
2. Ủy ban nhân dân các xã, phường
- Mở lớp dạy bơi cho trẻ em trong dịp hè.
- Lập danh sách hố nước, bến sông nguy hiểm.

Nơi nhận:
- Sở Y tế;
- Lưu: VT.
`;
  const review = await startReview(server, lead, text);
  await review.settle();
  return (await review.adopt()).answer.planId;
}

/** Another plan of the province, as it was read. */
export async function adoptReadPlan(server: TestServer, lead: Person): Promise<string> {
  const review = await startReview(server, lead, makePlanText({ number: '88/KH-UBND', sure: true }));
  await review.settle();
  return (await review.adopt()).answer.planId;
}
