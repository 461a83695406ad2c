import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeDocx } from '../testing/make-docx.ts';
import { makePdf } from '../testing/make-pdf.ts';
import { sheetFromText } from '../testing/plan-sheet.ts';
import { filesRefusals } from './files.refusals.ts';
import { openDocument } from './open-document.ts';

const plan =
  'ỦY BAN NHÂN DÂN\nXÃ KHE TRÚC\nSố: 5/KH-UBND\nKẾ HOẠCH\nVề trẻ em\nI. MỤC TIÊU\n- 90% trẻ em có thẻ.\n1. Trạm Y tế\n- Khám sức khỏe.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH';
let docx: Uint8Array;
let pdf: Uint8Array;
beforeAll(async () => {
  docx = await makeDocx(sheetFromText(plan));
  pdf = await makePdf(sheetFromText(plan));
});

/** Opens or refuses with a code that has a sentence; anything thrown fails the test. */
async function isAnswered(bytes: Uint8Array): Promise<void> {
  const opened = await openDocument(bytes);
  if (!opened.ok) expect(filesRefusals[opened.refusal.code], opened.refusal.code).toBeDefined();
  else expect(opened.value.blocks.length).toBeGreaterThan(0);
}

const hits = (length: number) =>
  fc.array(fc.record({ at: fc.nat(length - 1), byte: fc.nat(255) }), { minLength: 1, maxLength: 20 });
function hit(file: Uint8Array, at: readonly { at: number; byte: number }[]): Uint8Array {
  const out = Uint8Array.from(file);
  for (const each of at) out[each.at] = each.byte;
  return out;
}

describe('no bytes make the reader hang, crash or leave a promise behind', () => {
  it('random bytes, with and without the beginning of a known kind', async () => {
    const heads = ['', '%PDF-1.7\n', 'PK\u0003\u0004', '\u00ff\u00fe', '\u00fe\u00ff', '{\\rtf', '<?xml'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 2000 }), (head, bytes) =>
        isAnswered(new Uint8Array(Buffer.concat([Buffer.from(head, 'latin1'), bytes]))),
      ),
      { numRuns: 120 },
    );
  });

  it('a Word file with bytes changed, or cut off', async () => {
    await fc.assert(
      fc.asyncProperty(hits(docx.length), fc.nat(docx.length), (at, cut) =>
        isAnswered(hit(docx, at).subarray(0, Math.max(cut, docx.length / 2))),
      ),
      { numRuns: 80 },
    );
  });

  it('a Word file whose XML is changed', async () => {
    const parts = unzipSync(docx);
    const xml = new TextDecoder().decode(parts['word/document.xml']);
    const tags = fc.constantFrom(
      '<w:p>',
      '</w:p>',
      '<w:tbl>',
      '</w:tbl>',
      '<w:tc>',
      '<w:numId w:val="-1"/>',
      '<w:gridSpan w:val="1e9"/>',
      '<mc:Choice>',
      '</w:r>',
      '&#0;',
      '&x;',
      '<![CDATA[x]]>',
      'w:val="99999999999"',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(xml.length), tags), { minLength: 1, maxLength: 6 }), (changes) => {
        let text = xml;
        for (const [at, tag] of changes) text = text.slice(0, at) + tag + text.slice(at);
        return isAnswered(zipSync({ ...parts, 'word/document.xml': strToU8(text) }, { level: 0 }));
      }),
      { numRuns: 80 },
    );
  });

  it('a PDF with bytes changed, or cut off', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(hits(pdf.length), fc.nat(pdf.length), (at, cut) =>
        isAnswered(hit(pdf, at).subarray(0, Math.max(cut, pdf.length / 2))),
      ),
      { numRuns: 25 },
    );
  });
});
