import type { Refusals } from '../sentence.ts';

/** What may be wrong with a workbook and its cells. */
export const workbookRefusals = {
  'workbook.file_missing': {
    status: 422,
    vi: 'Chưa có tệp nào được gửi lên. Hãy chọn tệp .xlsx hoặc .csv.',
    en: 'No file was sent. Choose an .xlsx or .csv file.',
  },
  'workbook.file_too_large': {
    status: 413,
    vi: 'Tệp lớn hơn {limit} MB. Hãy chia thành nhiều tệp, ví dụ mỗi địa bàn một tệp.',
    en: 'The file is larger than {limit} MB. Split it, one file for each place for example.',
  },
  'workbook.file_unreadable': {
    status: 422,
    vi: 'Không đọc được tệp này. Hãy mở bằng Excel, lưu lại thành .xlsx (hoặc .csv, mã UTF-8) và gửi lại.',
    en: 'This file cannot be read. Open it in Excel, save it as .xlsx (or .csv in UTF-8) and send it again.',
  },
  'workbook.file_takes_too_long': {
    status: 422,
    vi: 'Tệp quá nặng để đọc. Hãy chỉ giữ các trang và cột cần thiết rồi gửi lại.',
    en: 'The file is too heavy to read. Keep only the sheets and columns needed and send it again.',
  },
  'workbook.too_many_rows': {
    status: 422,
    vi: 'Tệp có hơn {limit} dòng. Hãy chia thành nhiều tệp.',
    en: 'The file has more than {limit} rows. Split it into several files.',
  },
  'workbook.sheet_missing': {
    status: 422,
    vi: 'Tệp thiếu trang «{sheet}». Hãy dùng tệp mẫu tải từ nút Xuất Excel.',
    en: 'The file has no sheet «{sheet}». Use the file that “Export to Excel” gives.',
  },
  'workbook.column_missing': {
    status: 422,
    vi: '«{sheet}» thiếu cột «{column}» ở dòng đầu.',
    en: '«{sheet}» has no column «{column}» in its first row.',
  },
  'workbook.nothing_in_file': {
    status: 422,
    vi: 'Tệp không có dòng nào.',
    en: 'The file has no rows.',
  },
  'workbook.rows_refused': {
    status: 422,
    vi: 'Chưa ghi gì: {count} dòng không đúng. Dòng đầu tiên, {where}: {first}',
    en: 'Nothing was written: {count} rows are not right. The first, {where}: {firstEn}',
  },
  'workbook.changed_since_preview': {
    status: 409,
    vi: 'Danh mục hoặc tệp đã thay đổi sau lúc xem trước. Hãy xem trước lại rồi ghi.',
    en: 'The list or the file has changed since the preview. Look at the preview again, then write.',
  },
  'workbook.cell_formula': {
    status: 422,
    vi: 'Ô có công thức. Hãy thay bằng giá trị (Dán đặc biệt, Giá trị).',
    en: 'The cell holds a formula. Replace it by its value (Paste Special, Values).',
  },
  'workbook.cell_missing': {
    status: 422,
    vi: 'Thiếu giá trị ở cột «{column}».',
    en: 'Column «{column}» has no value.',
  },
  'workbook.cell_too_long': {
    status: 422,
    vi: 'Giá trị ở cột «{column}» dài quá {limit} ký tự.',
    en: 'The value in column «{column}» is longer than {limit} characters.',
  },
  'workbook.cell_choice': {
    status: 422,
    vi: '«{value}» không dùng được ở cột «{column}». Chọn một trong: {choices}.',
    en: '«{value}» cannot stand in column «{column}». Choose one of: {choices}.',
  },
  'workbook.cell_date': {
    status: 422,
    vi: '«{value}» không phải là một ngày. Ghi như 01/07/2025.',
    en: '«{value}» is not a date. Write it like 01/07/2025.',
  },
  'workbook.cell_number': {
    status: 422,
    vi: '«{value}» không phải là tỷ lệ từ 0 đến 1. Ghi như 0,4.',
    en: '«{value}» is not a share between 0 and 1. Write it like 0.4.',
  },
  'workbook.row_twice': {
    status: 422,
    vi: 'Dòng này trùng với dòng {other}.',
    en: 'This row is the same as row {other}.',
  },
} as const satisfies Refusals;
