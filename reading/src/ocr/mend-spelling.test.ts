import { expect, it } from 'vitest';
import { mendSpelling } from './mend-spelling.ts';

it.each([
  ['- Sử Y tế;', '- Sở Y tế;'],
  ['2. Soy tế', '2. Sở Y tế'],
  ['1.SởY tế:', '1. Sở Y tế:'],
  ['- Phùng Nội vụ', '- Phòng Nội vụ'],
  ['định kỳ 01 nằm (báo cáo', 'định kỳ 01 năm (báo cáo'],
  ['vào nằm 2025 và', 'vào năm 2025 và'],
  ['số 66/ BC- SVT ngày', 'số 66/ BC- SYT ngày'],
  ['Bộ LDTB&XH', 'Bộ LĐTB&XH'],
  ['Chủ trì: Phòng VY tế;', 'Chủ trì: Phòng Y tế;'],
  ['Ủy bạn nhân dân các xã', 'Ủy ban nhân dân các xã'],
  ['cáo Úy ban (thông gua Sở', 'cáo Ủy ban (thông qua Sở'],
  ['Đoàn TNGS Hồ Chí Minh', 'Đoàn TNCS Hồ Chí Minh'],
  ['TỔ CHỨC ÐỘI, Ðiều', 'TỔ CHỨC ĐỘI, Điều'],
  ['dưới 4,8%o.', 'dưới 4,8‰.'],
  ['Giám 5% số vụ', 'Giảm 5% số vụ'],
  ['Số: 33KH-UBND', 'Số: 33/KH-UBND'],
  ['số 23/QÐ-TTg và 09/KH-BCD', 'số 23/QĐ-TTg và 09/KH-BCĐ'],
  ['18/NQ-HDND, 80/2017/ND-CP', '18/NQ-HĐND, 80/2017/NĐ-CP'],
  ['và Xã hội - Ÿ tế) để', 'và Xã hội - Y tế) để'],
  ['Đột lập - Tự do', 'Độc lập - Tự do'],
  ['II. NỘI DỤNG CÔNG', 'II. NỘI DUNG CÔNG'],
  ['1- Các chỉ, đảng bộ', '1- Các chi, đảng bộ'],
  ['100% chỉ bộ đưa', '100% chi bộ đưa'],
  ['huyện đầy mạnh vận', 'huyện đẩy mạnh vận'],
  // What may be printed so stays so.
  ['Sử dụng nguồn chi', 'Sử dụng nguồn chi'],
  ['được sử dụng', 'được sử dụng'],
  ['đột nhiên lập', 'đột nhiên lập'],
  ['Giám sát 5 xã', 'Giám sát 5 xã'],
  ['người bạn nhân hậu', 'người bạn nhân hậu'],
  ['12 nằm viện', '12 nằm viện'],
  ['ông Phùng Văn', 'ông Phùng Văn'],
  ['Uỷ ban, uy tín', 'Uỷ ban, uy tín'],
  ['chỉ đảng viên', 'chỉ đảng viên'],
  ['thi đua lập công', 'thi đua lập công'],
  ['số 1502/HD-SYT', 'số 1502/HD-SYT'],
])('«%s» becomes «%s»', (read, mended) => {
  expect(mendSpelling(read.split(' ')).join(' ')).toBe(mended);
});
