import { describe, expect, test } from 'vitest';
import { readText } from '../../read-text.ts';

const motto = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc';

interface Parts {
  readonly head?: string;
  readonly title?: string;
  readonly preamble?: string;
  readonly end?: string;
}

/** A short plan around the parts a test is about. */
function plan({
  head = `ỦY BAN NHÂN DÂN\nTỈNH MỘC GIANG\n\n${motto}\n\nSố: 118/KH-UBND\n\nMộc Giang, ngày 14 tháng 5 năm 2021`,
  title = 'KẾ HOẠCH\n\nPhòng ngừa bạo lực với trẻ em',
  preamble = 'Căn cứ Luật Trẻ em ngày 05/4/2016, Ủy ban nhân dân tỉnh ban hành Kế hoạch với những nội dung sau:',
  end = 'Nơi nhận:\n- Bộ Y tế;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTạ Quang Hiển',
}: Parts) {
  const body = 'I. NHIỆM VỤ\n\n1. Công an tỉnh\n\n- Tuần tra quanh trường học vào giờ tan tầm.';
  return readText([head, title, preamble, body, end].filter((part) => part !== '').join('\n\n'));
}

test('a whole heading', () => {
  expect(plan({}).document).toEqual({
    kind: 'KẾ HOẠCH',
    number: '118/KH-UBND',
    issuer: 'Ủy ban nhân dân tỉnh Mộc Giang',
    place: 'Mộc Giang',
    issued_on: '2021-05-14',
    title: 'Phòng ngừa bạo lực với trẻ em',
    signatory: { name: 'Tạ Quang Hiển', capacity: 'TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH' },
    recipients: ['Bộ Y tế', 'Lưu: VT'],
  });
});

describe('issuer', () => {
  const below = 'Số: 7/KH-ABC\n\nMộc Giang, ngày 02 tháng 3 năm 2026';
  test.each<[string, string, string]>([
    ['commune', `ỦY BAN NHÂN DÂN\nXÃ KHE TRÚC\n${motto}`, 'Ủy ban nhân dân xã Khe Trúc'],
    ['ward, older spelling', `UỶ BAN NHÂN DÂN\nPHƯỜNG BẾN LAU\n${motto}`, 'Ủy ban nhân dân phường Bến Lau'],
    ['one line, short', `UBND HUYỆN VÂN KHÊ\n${motto}`, 'Ủy ban nhân dân huyện Vân Khê'],
    ['motto first', `${motto}\n\nỦY BAN NHÂN DÂN\nTHÀNH PHỐ TRÀ HƯNG`, 'Ủy ban nhân dân thành phố Trà Hưng'],
    [
      'interleaved',
      'ỦY BAN NHÂN DÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH MỘC GIANG\nĐộc lập - Tự do - Hạnh phúc',
      'Ủy ban nhân dân tỉnh Mộc Giang',
    ],
    [
      'columns as a table',
      '| ỦY BAN NHÂN DÂN<br>TỈNH MỘC GIANG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc |\n| --- | --- |\n| | |',
      'Ủy ban nhân dân tỉnh Mộc Giang',
    ],
    ['department', `UBND TỈNH MỘC GIANG\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\n${motto}`, 'Sở Giáo dục và Đào tạo tỉnh Mộc Giang'],
    [
      'steering committee',
      `TỈNH MỘC GIANG\nBAN CHỈ ĐẠO CÔNG TÁC TRẺ EM\n${motto}`,
      'Ban Chỉ đạo công tác trẻ em tỉnh Mộc Giang',
    ],
  ])('%s', (_, head, expected) => {
    expect(plan({ head: `${head}\n\n${below}` }).document.issuer).toBe(expected);
  });

  test.each<[string, Parts, string | null]>([
    [
      'the preamble names body and place',
      {
        head: '',
        preamble:
          'Thực hiện Luật Trẻ em, Ủy ban nhân dân tỉnh Mộc Giang ban hành Kế hoạch triển khai trên địa bàn tỉnh như sau:',
      },
      'Ủy ban nhân dân tỉnh Mộc Giang',
    ],
    [
      'the preamble names the level, the date line the place',
      {
        head: 'Số: /KH-UBND\n\nKhe Trúc, ngày    tháng    năm 2026',
        preamble: 'Thực hiện Luật Trẻ em; UBND xã ban hành kế hoạch triển khai thực hiện, cụ thể như sau:',
      },
      'Ủy ban nhân dân xã Khe Trúc',
    ],
    [
      'the title names the place',
      {
        head: '',
        title: 'KẾ HOẠCH\nBẢO VỆ TRẺ EM TRÊN ĐỊA BÀN TỈNH MỘC GIANG',
        preamble: 'Căn cứ Luật Trẻ em ngày 05/4/2016, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:',
      },
      'Ủy ban nhân dân tỉnh Mộc Giang',
    ],
  ])('inferred: %s', (_, parts, expected) => {
    const { document, warnings } = plan(parts);
    expect(document.issuer).toBe(expected);
    expect(warnings.map(({ code }) => code)).toContain('heading_issuer_inferred');
  });
});

describe('number and date', () => {
  const letterhead = `ỦY BAN NHÂN DÂN\nTỈNH MỘC GIANG\n\n${motto}`;
  test.each<[string, string | null]>([
    ['Số: 65/KH-UBND', '65/KH-UBND'],
    ['Số: *65* /KH-UBND', '65/KH-UBND'],
    ['Số:65 /KH-UBND', '65/KH-UBND'],
    ['Số: /KH-UBND', null],
    ['Số: ...../KH-UBND', null],
    ['Số: 05-KH/TU', '05-KH/TU'],
    ['Số: 1048/KH-BCĐ506', '1048/KH-BCĐ506'],
  ])('%s', (line, expected) => {
    expect(plan({ head: `${letterhead}\n\n${line}\n\nMộc Giang, ngày 02 tháng 3 năm 2026` }).document.number).toBe(
      expected,
    );
  });

  test.each<[string, string | null, string | null]>([
    ['Mộc Giang, ngày 02 tháng 3 năm 2026', '2026-03-02', 'Mộc Giang'],
    ['Mộc Giang, ngày tháng năm 2021', '2021', 'Mộc Giang'],
    ['Mộc Giang, ngày ... tháng 10 năm 2020', '2020-10', 'Mộc Giang'],
    ['Mộc Giang, ngày 05/3/2023', '2023-03-05', 'Mộc Giang'],
    ['Mộc Giang, ngày 31 tháng 02 năm 2023', '2023-02', 'Mộc Giang'],
    ['Mộc Giang, ngày 12 tháng 13 năm 2023', '2023', 'Mộc Giang'],
  ])('%s', (line, expected, place) => {
    const { document } = plan({ head: `${letterhead}\n\nSố: 1/KH-UBND\n\n${line}` });
    expect(document).toMatchObject({ issued_on: expected, place });
  });

  test('what is blank or impossible is said', () => {
    const codes = (line: string): string[] =>
      plan({ head: `${letterhead}\n\nSố: /KH-UBND\n\n${line}` }).warnings.map(({ code }) => code);
    expect(codes('Mộc Giang, ngày tháng năm 2021')).toEqual(
      expect.arrayContaining(['heading_number_blank', 'heading_date_incomplete']),
    );
    expect(codes('Mộc Giang, ngày 31 tháng 02 năm 2023')).toContain('date_impossible');
  });

  test('a number cited in the title is not its own', () => {
    const title = 'KẾ HOẠCH\nTHỰC HIỆN QUYẾT ĐỊNH\nSỐ 12/QĐ-TTG NGÀY 28/9/2020 CỦA THỦ TƯỚNG CHÍNH PHỦ';
    const { document, legal_bases } = plan({ head: '', title });
    expect(document).toMatchObject({ number: null, issued_on: null });
    expect(legal_bases[0]).toMatchObject({ number: '12/QĐ-TTg' });
  });
});

describe('signatory', () => {
  test.each<[string, { name: string; capacity: string } | null]>([
    ['CHỦ TỊCH\n\nLò Thị Hân', { name: 'Lò Thị Hân', capacity: 'CHỦ TỊCH' }],
    [
      'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nLò Thị Hân',
      { name: 'Lò Thị Hân', capacity: 'TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH' },
    ],
    [
      '**KT. GIÁM ĐỐC**\n**PHÓ GIÁM ĐỐC**\n\nKý bởi: Sở Y tế\nThời gian ký: 02.03.2026 10:11:12\n\n**Lưu Trọng Ký**',
      { name: 'Lưu Trọng Ký', capacity: 'KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC' },
    ],
    [
      'TRƯỞNG BAN\n\nPHÓ CHỦ TỊCH UBND HUYỆN\nNông Thị Ngà',
      { name: 'Nông Thị Ngà', capacity: 'TRƯỞNG BAN / PHÓ CHỦ TỊCH UBND HUYỆN' },
    ],
    ['GIÁM ĐỐC\n\nThS. Y Thanh Hà', { name: 'Y Thanh Hà', capacity: 'GIÁM ĐỐC' }],
    ['KT. CHỦ TỊCH', null],
  ])('%s', (signature, expected) => {
    expect(plan({ end: `Nơi nhận:\n- Bộ Y tế;\n- Lưu: VT.\n\n${signature}` }).document.signatory).toEqual(expected);
  });

  test('recipients and signature drawn as one line for both columns', () => {
    const end =
      'Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Bộ Y tế; KT. CHỦ TỊCH\n- Sở Y tế; PHÓ CHỦ TỊCH\n- Lưu: VT.\n\nLò Thị Hân';
    const { signatory, recipients } = plan({ end }).document;
    expect(signatory).toEqual({ name: 'Lò Thị Hân', capacity: 'TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH' });
    expect(recipients).toEqual(['Bộ Y tế', 'Sở Y tế', 'Lưu: VT']);
  });
});

test.each([
  ['HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM\nBAN THƯỜNG VỤ TỈNH MỘC GIANG', 'Ban thường vụ Hội Liên hiệp Phụ nữ tỉnh Mộc Giang'],
  ['HỘI NÔNG DÂN TỈNH MỘC GIANG\nBAN THƯỜNG VỤ', 'Ban thường vụ Hội Nông dân tỉnh Mộc Giang'],
])('a committee is named with its organisation: %s', (head, issuer) => {
  const preamble =
    'Thực hiện Luật Trẻ em, Hội Liên hiệp Phụ nữ và Hội Nông dân tỉnh xây dựng kế hoạch với các nội dung sau:';
  expect(
    plan({ head: `${head}\n\nSố: 42/KH-BTV\n\nMộc Giang, ngày 15 tháng 3 năm 2022`, preamble }).document.issuer,
  ).toBe(issuer);
});

test('a youth union across from its national name issues the plan', () => {
  const head = `BCH ĐOÀN TỈNH MỘC GIANG                ĐOÀN TNCS HỒ CHÍ MINH\n***\nSố: 128-KH/TĐTN-BPT                     Mộc Giang, ngày 21 tháng 4 năm 2025`;
  expect(plan({ head }).document.issuer).toMatch(/^Ban chấp hành đoàn tỉnh Mộc Giang$/i);
});
