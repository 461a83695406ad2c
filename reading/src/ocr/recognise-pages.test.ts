import { expect, it } from 'vitest';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import { openDocument } from '../files/open-document.ts';
import { makePdf } from '../testing/make-pdf.ts';
import { makeScan } from '../testing/make-scan.ts';

const sentences = [
  'Ủy ban nhân dân xã Khe Trúc giao Trạm Y tế khám sức khỏe cho trẻ em dưới sáu tuổi.',
  'Công an xã rà soát những ao sâu gần trường học, cắm biển báo và rào chắn trong tháng sáu.',
  'Đoàn Thanh niên mở lớp dạy bơi miễn phí cho học sinh, ưu tiên trẻ em có hoàn cảnh khó khăn.',
];

it('scanned sheets that lie on their side or head are read, in order', { timeout: 120_000 }, async () => {
  const texts = Array.from({ length: 10 }, (_, at) => `${at + 1}. ${sentences[at % 3]}`);
  const body = texts.map((text) => ({ kind: 'paragraph' as const, text }));
  const sheet = { letterhead: { left: [], right: [] }, body, recipients: [], signature: [], annexes: [] };
  // Large letters: two pages of few words.
  const scan = await makeScan(await makePdf(sheet, { fontSize: 28 }), { quarters: [3, 2], inked: false });
  const opened = await openDocument(scan);
  if (!opened.ok) throw new Error(opened.refusal.code);
  expect(opened.value).toMatchObject({ format: 'scan', pages: 2 });
  const read = opened.value.blocks.flatMap((block) => (block.kind === 'paragraph' ? [fold(block.text)] : []));
  expect(read.filter((text) => /^\d/.test(text)).map((text) => Number.parseInt(text, 10))).toEqual(
    texts.map((_, at) => at + 1),
  );
  const words = read.join(' ').split(' ');
  const missing = fold(texts.join(' '))
    .split(' ')
    .filter((word) => {
      const at = words.indexOf(word);
      if (at >= 0) words.splice(at, 1);
      return at < 0;
    });
  expect(missing.length, missing.join(' ')).toBeLessThan(10);
});
