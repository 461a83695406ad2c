import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../document/source-document.ts';
import { makeTurnedPdf } from '../testing/make-turned-pdf.ts';
import { filesRefusals } from './files.refusals.ts';
import { openDocument } from './open-document.ts';

const lines = [
  'Ủy ban nhân dân xã Khe Trúc giao Trạm Y tế khám sức khỏe cho trẻ em dưới sáu tuổi,',
  'hoàn thành trước ngày 30 tháng 9 năm 2026.',
];
const rows = [
  ['Nội dung', 'Cơ quan chủ trì'],
  ['Dạy bơi cho trẻ em', 'Đoàn Thanh niên xã'],
  ['Rào ao, hố sâu', 'Công an xã'],
];

async function open(file: Uint8Array): Promise<SourceDocument> {
  const opened = await openDocument(file);
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
}

describe('a PDF under a password', () => {
  it('is refused with a sentence that says what to do', async () => {
    const locked = await makeTurnedPdf({ lines, userPassword: 'mo-ra', ownerPassword: 'giu-kin' });
    expect(await openDocument(locked)).toEqual({ ok: false, refusal: { code: 'files.encrypted' } });
    expect(filesRefusals['files.encrypted']?.vi).toContain('mật khẩu');
  });

  it('is read where the password only keeps it from being changed', async () => {
    const [plain, kept] = await Promise.all([
      makeTurnedPdf({ lines }),
      makeTurnedPdf({ lines, ownerPassword: 'giu-kin' }),
    ]);
    expect(Buffer.from(kept).includes('/Encrypt')).toBe(true);
    expect(await open(kept)).toEqual(await open(plain));
  });
});

describe('a page with a layer of text that lies turned', () => {
  const upright = makeTurnedPdf({ lines, rows }).then(open);

  it('is two lines of one paragraph and a table when it stands upright', async () => {
    const { blocks } = await upright;
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'table']);
    expect(blocks[0]).toMatchObject({ text: lines.join(' ') });
    expect(blocks[1]).toMatchObject({ rows: [{}, {}, {}] });
  });

  it.each([
    ['shown upright by the file', 3, 90],
    ['shown upright by the file', 2, 180],
    ['shown upright by the file', 1, 270],
    ['on its side in the file', 1, 0],
    ['on its head in the file', 2, 0],
    ['on its side in the file', 3, 0],
    ['turned the wrong way by the file', 1, 90],
  ])(
    'is read like one that stands upright: %s, text by %i quarters, page by %i degrees',
    async (_, quarters, rotate) => {
      const turned = await open(await makeTurnedPdf({ lines, rows, quarters, rotate }));
      expect(turned).toEqual(await upright);
    },
  );
});

it('a heading in capitals that breaks off after a comma goes on in the next line', async () => {
  const heading = ['4. SỞ KHOA HỌC VÀ CÔNG NGHỆ,', 'BÁO VÀ PHÁT THANH'];
  const { blocks } = await open(await makeTurnedPdf({ lines: [...heading, ...lines] }));
  expect(blocks[0]).toMatchObject({ text: heading.join(' ') });
});
