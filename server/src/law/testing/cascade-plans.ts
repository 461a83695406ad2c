import { getPlan, type Plan } from '@mangnon/domain/plans/plans.api.ts';
import { startReview } from '../../plans/testing/review.ts';
import type { Person } from '../../testing/test-call.ts';
import type { TestServer } from '../../testing/test-server.ts';

export const province = '99@2025-07-01';
export const kheTruc = '99010@2025-07-01';
export const banLanh = '99016@2025-07-01';

/** Uploads, settles and adopts a plan as a person does; gives it as its page shows it. */
export async function adoptPlan(server: TestServer, person: Person, text: string): Promise<Plan> {
  const review = await startReview(server, person, text);
  await review.settle();
  const { answer } = await review.adopt();
  return (await server.call(person, getPlan, { params: { planId: answer.planId } })).answer;
}

interface PlanWords {
  readonly number: string;
  /** In capitals, as printed: `TỈNH MỘC GIANG`, `XÃ KHE TRÚC`. */
  readonly place: string;
  readonly cites: readonly string[];
  readonly target: string;
  readonly tasks: readonly string[];
}

/** A short plan of the invented province or one of its communes. */
export function writePlan({ number, place, cites, target, tasks }: PlanWords): string {
  const name = place.split(' ').slice(1).join(' ');
  const level = place.startsWith('TỈNH') ? 'tỉnh' : 'xã';
  return `ỦY BAN NHÂN DÂN
${place}

Số: ${number}
${name.toLowerCase().replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase())}, ngày 12 tháng 3 năm 2026

KẾ HOẠCH
Phòng, chống đuối nước trẻ em năm 2026

${cites.map((line) => `Căn cứ ${line};`).join('\n')}
Ủy ban nhân dân ${level} ban hành Kế hoạch như sau:

I. MỤC TIÊU
${target}

II. TỔ CHỨC THỰC HIỆN
1. ${level === 'tỉnh' ? 'Sở Y tế' : 'Phòng Văn hóa - Xã hội'}
${tasks.map((task) => `- ${task}`).join('\n')}

Nơi nhận:
- Lưu: VT.
`;
}

export const provincePlan = writePlan({
  number: '51/KH-UBND',
  place: 'TỈNH MỘC GIANG',
  cites: [
    'Luật Trẻ em số 102/2016/QH13 ngày 05 tháng 4 năm 2016',
    'Quyết định số 1248/QĐ-TTg ngày 19 tháng 7 năm 2021 của Thủ tướng Chính phủ',
    'Quyết định số 4321/QĐ-TTg ngày 03 tháng 02 năm 2022 của Thủ tướng Chính phủ',
  ],
  target: 'Ít nhất 60% trẻ em từ 6 đến dưới 16 tuổi biết bơi an toàn vào năm 2030.',
  tasks: [
    'Tổ chức tập huấn sơ cứu, cấp cứu đuối nước cho y tế thôn bản trước ngày 30/6/2026.',
    'Rà soát, cắm biển cảnh báo ao, hồ, sông, suối nguy hiểm trước mùa mưa.',
    'Dạy bơi an toàn cho học sinh các trường trong dịp hè năm 2026.',
  ],
});

export const communePlan = (place: string, number: string, tasks: readonly string[]) =>
  writePlan({
    number,
    place,
    cites: ['Kế hoạch số 51/KH-UBND ngày 12 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Mộc Giang'],
    target: 'Ít nhất 40% trẻ em từ 6 đến dưới 16 tuổi biết bơi an toàn vào năm 2026.',
    tasks,
  });
