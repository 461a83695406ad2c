import { expect, test } from 'vitest';
import { readPlan } from '../read-plan.ts';

const plan = `ỦY BAN NHÂN DÂN
XÃ KHE TRÚC
Số: 12/KH-UBND
KẾ HOẠCH
Chăm sóc trẻ em mồ côi
năm 2026
Thực hiện Kế hoạch số 17/KH-UBND ngày 22/01/2026 của Ủy ban nhân dân tỉnh Mộc Giang:
I. TỔ CHỨC THỰC HIỆN
1. Trạm Y tế
- Khám sức khỏe cho từng trẻ em mồ côi trong quý II.
`;

test('a plain text is laid out as it would be printed: letterhead and title centred, headings by their depth', async () => {
  const reading = await readPlan({ name: 'plan.txt', bytes: new TextEncoder().encode(plan) });
  if (!reading.ok) throw new Error(reading.refusal.code);
  const { layout, extraction } = reading.value;
  const looks = layout.flatMap((block) =>
    block.kind === 'paragraph'
      ? [{ text: extraction.text.slice(block.span.start, block.span.end).slice(0, 14), ...block }]
      : [],
  );
  const look = (text: string) => looks.find((block) => text.startsWith(block.text));
  expect(look('XÃ KHE TRÚC')).toMatchObject({ align: 'center', bold: true, heading: null });
  expect(look('Chăm sóc trẻ em mồ côi')).toMatchObject({ align: 'center', bold: true });
  expect(look('Thực hiện Kế hoạch số')).toMatchObject({ bold: false, heading: null });
  expect(look('Thực hiện Kế hoạch số')?.align).not.toBe('center');
  expect(look('I. TỔ CHỨC THỰC HIỆN')).toMatchObject({ heading: 1 });
  expect(look('1. Trạm Y tế')).toMatchObject({ heading: 2 });
  expect(look('- Khám sức khỏe cho')).toMatchObject({ heading: null });
});
