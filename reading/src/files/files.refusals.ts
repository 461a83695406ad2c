import type { Refusals } from '@mangnon/domain/kernel/sentence.ts';

/** Why a file cannot be read as a plan. Each sentence says what the person can do about it. */
export const filesRefusals: Refusals = {
  'files.empty': {
    status: 422,
    vi: 'Tệp không có nội dung. Hãy kiểm tra lại tệp và chọn tệp khác.',
    en: 'The file has no content. Check it and choose another one.',
  },
  'files.too_large': {
    status: 413,
    vi: 'Tệp nặng {megabytes} MB, vượt quá giới hạn {limit} MB. Hãy bỏ bớt ảnh, quét lại ở 200 dpi hoặc tách phụ lục thành tệp riêng.',
    en: 'The file is {megabytes} MB, over the limit of {limit} MB. Remove pictures, scan again at 200 dpi, or put the annexes into a file of their own.',
  },
  'files.encrypted': {
    status: 422,
    vi: 'Tệp được đặt mật khẩu nên không đọc được. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi tải lên.',
    en: 'The file is protected by a password and cannot be read. Open it, remove the password, save it and upload it again.',
  },
  'files.old_word': {
    status: 415,
    vi: 'Đây là tệp Word đời cũ (.doc). Hãy mở bằng Word, chọn «Lưu thành» dạng .docx rồi tải lên.',
    en: 'This is a file of an old Word (.doc). Open it in Word, choose “Save as” .docx and upload that.',
  },
  'files.rich_text': {
    status: 415,
    vi: 'Đây là tệp RTF. Hãy mở bằng Word, chọn «Lưu thành» dạng .docx rồi tải lên.',
    en: 'This is an RTF file. Open it in Word, choose “Save as” .docx and upload that.',
  },
  'files.image': {
    status: 415,
    vi: 'Đây là tệp ảnh. Hãy ghép các trang đã quét thành một tệp PDF rồi tải lên.',
    en: 'This is a picture. Put the scanned pages together into one PDF file and upload that.',
  },
  'files.unsupported': {
    status: 415,
    vi: 'Không đọc được loại tệp này. Hệ thống nhận .docx, .pdf (kể cả bản quét), .txt và .md.',
    en: 'This kind of file cannot be read. Accepted are .docx, .pdf (scans too), .txt and .md.',
  },
  'files.damaged': {
    status: 422,
    vi: 'Tệp bị hỏng hoặc tải lên chưa trọn. Hãy mở thử trên máy, lưu lại thành tệp mới rồi tải lên.',
    en: 'The file is damaged or was not uploaded whole. Try to open it, save it as a new file and upload that.',
  },
  'files.unpacks_too_large': {
    status: 422,
    vi: 'Nội dung bên trong tệp lớn bất thường nên bị từ chối. Hãy mở tệp bằng Word, lưu lại thành tệp .docx mới rồi tải lên.',
    en: 'What the file holds inside is unusually large, so it is refused. Open it in Word, save it as a new .docx and upload that.',
  },
  'files.unsafe_xml': {
    status: 422,
    vi: 'Tệp có cấu trúc XML không an toàn nên bị từ chối. Hãy mở tệp bằng Word, lưu lại thành tệp .docx mới rồi tải lên.',
    en: 'The file has an unsafe XML structure, so it is refused. Open it in Word, save it as a new .docx and upload that.',
  },
  'files.too_much_text': {
    status: 422,
    vi: 'Văn bản dài quá mức một kế hoạch (giới hạn {limit} {unit}). Hãy tách tệp ra và tải lên riêng phần kế hoạch.',
    en: 'The text is longer than a plan can be (limit {limit} {unit}). Split the file and upload the plan alone.',
  },
  'files.too_many_pages': {
    status: 422,
    vi: 'Tệp có {pages} trang, vượt quá giới hạn {limit} trang. Hãy tách riêng phần kế hoạch rồi tải lên.',
    en: 'The file has {pages} pages, over the limit of {limit}. Take out the plan alone and upload that.',
  },
  'files.nothing_to_read': {
    status: 422,
    vi: 'Không tìm thấy chữ nào đọc được trong tệp. Nếu là bản quét, hãy quét lại rõ hơn (200–300 dpi).',
    en: 'No readable words were found in the file. If it is a scan, scan it again more clearly (200–300 dpi).',
  },
  'files.too_slow': {
    status: 422,
    vi: 'Đọc tệp lâu hơn {seconds} giây nên đã dừng. Hãy tách tệp thành các phần nhỏ hơn hoặc lưu lại thành .docx.',
    en: 'Reading took longer than {seconds} seconds and was stopped. Split the file into smaller parts or save it as .docx.',
  },
  'files.too_big': {
    status: 422,
    vi: 'Đọc tệp cần nhiều bộ nhớ hơn mức cho phép nên đã dừng. Hãy tách tệp thành các phần nhỏ hơn.',
    en: 'Reading the file needs more memory than allowed and was stopped. Split the file into smaller parts.',
  },
  'files.cancelled': {
    status: 409,
    vi: 'Việc đọc tệp đã được dừng theo yêu cầu. Tải lên lại khi cần.',
    en: 'Reading the file was stopped as asked. Upload it again when needed.',
  },
};
