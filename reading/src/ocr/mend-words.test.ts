import { expect, it } from 'vitest';
import { mendLine } from './mend-words.ts';

it.each([
  ['— Sở Y tế', '- Sở Y tế'],
  ['1I. NHIỆM VỤ', 'II. NHIỆM VỤ'],
  ['IIL KINH PHÍ', 'III. KINH PHÍ'],
  ['IIIL. PHÂN CÔNG', 'III. PHÂN CÔNG'],
  ['I MỤC TIÊU', 'I. MỤC TIÊU'],
  ['9, Sở Tài chính', '9. Sở Tài chính'],
  ['Só: 118/KH-UBND', 'Số: 118/KH-UBND'],
  ['IIL. Kinh phí', 'III. Kinh phí'],
  ['IH NỘI DUNG', 'III. NỘI DUNG'],
  ['4.6, Các thôn', '4.6. Các thôn'],
  ['PhầnI', 'Phần I'],
  ['II-Chỉ tiêu cụ thể', 'II- Chỉ tiêu cụ thể'],
  ['ll/ NỘI DUNG', 'II/ NỘI DUNG'],
  [']II/ KINH PHÍ', 'III/ KINH PHÍ'],
  ['ÌV/ TỔ CHỨC', 'IV/ TỔ CHỨC'],
  ['LMỤC ĐÍCH, YÊU CẦU', 'I. MỤC ĐÍCH, YÊU CẦU'],
  ['Chủ trì Phòng Y tế; Phối hợp: Công an xã', 'Chủ trì: Phòng Y tế; Phối hợp: Công an xã'],
  ['- Đơn vị chủ trì; Ủy ban Mặt trận xã', '- Đơn vị chủ trì: Ủy ban Mặt trận xã'],
  ['Thời gian thực hiện, Quý II', 'Thời gian thực hiện: Quý II'],
  ['KT CHỦ TỊCH', 'KT. CHỦ TỊCH'],
  ['trong Quý 1V/2026', 'trong Quý IV/2026'],
  ['Quý 11/2026', 'Quý II/2026'],
  // What may be printed so stays so.
  ['Quý 1/2026', 'Quý 1/2026'],
  ['Quý 2/2026', 'Quý 2/2026'],
  ['I am here', 'I am here'],
  ['12 trẻ em', '12 trẻ em'],
  ['11/ SỞ Y TẾ', '11/ SỞ Y TẾ'],
  ['Sở Y tế chủ trì; Công an tỉnh phối hợp', 'Sở Y tế chủ trì; Công an tỉnh phối hợp'],
  ['LUẬT TRẺ EM', 'LUẬT TRẺ EM'],
  ['15, 16 và 17 tuổi', '15, 16 và 17 tuổi'],
])('«%s» becomes «%s»', (read, mended) => {
  expect(mendLine(read.split(' ')).join(' ')).toBe(mended);
});
