import { describe, expect, it } from 'vitest';
import { makeDocx } from '../testing/make-docx.ts';
import { sheetFromText } from '../testing/plan-sheet.ts';
import { zipSync, strToU8 } from 'fflate';
import { fileLimits } from './file-limits.ts';
import { filesRefusals } from './files.refusals.ts';
import { openDocument } from './open-document.ts';

const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const bytes = (...parts: (readonly number[] | Uint8Array | string)[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)))),
  );

async function codeOf(file: Uint8Array): Promise<string> {
  const opened = await openDocument(file);
  return opened.ok ? `opened as ${opened.value.format}` : opened.refusal.code;
}

const wordFile = (document: string, more: Record<string, string> = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(document),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
  });
const open = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';
const close = '</w:body></w:document>';
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

describe('what a file is, by its content', () => {
  it.each([
    ['nothing', new Uint8Array(), 'files.empty'],
    ['blanks', bytes(' \n\t \n'), 'files.empty'],
    [
      'an old .doc',
      bytes(ole, new Array(600).fill(0) as number[], Buffer.from('WordDocument', 'utf16le')),
      'files.old_word',
    ],
    [
      'an encrypted .docx',
      bytes(ole, new Array(600).fill(0) as number[], Buffer.from('EncryptedPackage', 'utf16le')),
      'files.encrypted',
    ],
    ['another OLE file', bytes(ole, new Array(600).fill(0) as number[]), 'files.unsupported'],
    ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF'), 'files.image'],
    ['a PNG', bytes([0x89], 'PNG\r\n'), 'files.image'],
    ['a WebP', bytes('RIFF\0\0\0\0WEBPVP8 '), 'files.image'],
    ['RTF', bytes('{\\rtf1\\ansi Ke hoach}'), 'files.rich_text'],
    ['a web page', bytes('<!DOCTYPE html><html>'), 'files.unsupported'],
    [
      'an executable',
      bytes('MZ\u0090\0\u0003\0\0\0\u0004\0\0\0', new Array(300).fill(7) as number[]),
      'files.unsupported',
    ],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('x') }), 'files.unsupported'],
    [
      'a spreadsheet',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') }),
      'files.unsupported',
    ],
    [
      'half a zip',
      zipSync({ 'word/document.xml': strToU8(open + paragraph('Kế hoạch').repeat(500) + close) }).subarray(0, 200),
      'files.damaged',
    ],
    ['a torn PDF', bytes('%PDF-1.7\n1 0 obj\n<< /Type /Cat'), 'files.damaged'],
    ['Word XML cut off', wordFile(open + paragraph('Kế hoạch')), 'files.damaged'],
    ['a Word file without words', wordFile(open + close), 'files.empty'],
  ])('%s', async (_, file, code) => {
    expect(await codeOf(file)).toBe(code);
    expect(filesRefusals[code]?.vi).toBeTruthy();
  });

  it('refuses 200 MB before it reads a byte', async () => {
    // A buffer of zeros is not touched by the system until it is read.
    const started = performance.now();
    const opened = await openDocument(new Uint8Array(200_000_000));
    expect(opened).toEqual({
      ok: false,
      refusal: { code: 'files.too_large', details: { megabytes: 200, limit: fileLimits.bytes / 1e6 } },
    });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('opens a Word file whatever it is called and reads a text as text', async () => {
    const docx = await makeDocx(sheetFromText('KẾ HOẠCH\nVề trẻ em xã Khe Trúc\nI. MỤC TIÊU\nMột câu.'));
    expect(await codeOf(docx)).toBe('opened as docx');
    expect(await codeOf(bytes(Buffer.from('Kế hoạch số 5 của xã Bản Lành', 'utf8')))).toBe('opened as text');
    // «BM» begins a bitmap, and also a name.
    expect(await codeOf(bytes('BMTE xa Khe Truc bao cao'))).toBe('opened as text');
  });
});

describe('files made to hurt end in a refusal, soon', () => {
  const within = async (milliseconds: number, file: Uint8Array, code: string) => {
    const started = performance.now();
    expect(await codeOf(file)).toBe(code);
    expect(performance.now() - started).toBeLessThan(milliseconds);
  };

  it('a zip bomb', async () => {
    const bomb = zipSync(
      { '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': new Uint8Array(70_000_000) },
      { level: 6 },
    );
    expect(bomb.length).toBeLessThan(100_000);
    await within(8000, bomb, 'files.unpacks_too_large');
  });

  it('a zip bomb that lies about its size', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(70_000_000).fill(32) }, { level: 6 });
    // Both headers claim ten bytes.
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    view.setUint32(22, 10, true);
    for (let at = bomb.length - 22; at > 0; at -= 1) {
      if (view.getUint32(at, true) !== 0x02014b50) continue;
      view.setUint32(at + 24, 10, true);
      break;
    }
    await within(8000, bomb, 'files.unpacks_too_large');
  });

  it('tens of thousands of entries', async () => {
    const entries = Object.fromEntries(
      Array.from({ length: 10_500 }, (_, at) => [`word/media/${at}.bin`, new Uint8Array()]),
    );
    await within(
      5000,
      zipSync({ ...entries, 'word/document.xml': strToU8(open + paragraph('x') + close) }, { level: 0 }),
      'files.unpacks_too_large',
    );
  });

  it('entities that multiply', async () => {
    const dtd = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>';
    await within(4000, wordFile(`<?xml version="1.0"?>${dtd}${open}${paragraph('&c;')}${close}`), 'files.unsafe_xml');
  });

  it('an external entity', async () => {
    const dtd = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>';
    await within(4000, wordFile(`${dtd}${open}${paragraph('&x;')}${close}`), 'files.unsafe_xml');
  });

  it('a bomb in the styles', async () => {
    await within(
      1000,
      wordFile(open + paragraph('Kế hoạch') + close, { 'word/styles.xml': '<!DOCTYPE s []><w:styles/>' }),
      'files.unsafe_xml',
    );
  });

  it('XML nested twenty thousand deep', async () => {
    const deep = '<w:sdt><w:sdtContent>'.repeat(20_000);
    await within(
      2000,
      wordFile(open + deep + paragraph('x') + '</w:sdtContent></w:sdt>'.repeat(20_000) + close),
      'files.unsafe_xml',
    );
  });

  it('a million nested bullets', async () => {
    const bullet = '<w:p><w:pPr><w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>';
    const file = wordFile(open + bullet.repeat(100_000) + close);
    await within(8000, file, 'files.too_much_text');
  });

  it('a million bullets in a text', async () => {
    await within(3000, new TextEncoder().encode('- a\n'.repeat(1_000_000)), 'files.too_much_text');
  });

  it('styles that are based on one another in a circle', async () => {
    const style = (id: string, base: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${base}"/></w:style>`;
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${style('A', 'B')}${style('B', 'A')}</w:styles>`;
    const body = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Kế hoạch năm 2025</w:t></w:r></w:p>';
    await within(4000, wordFile(open + body + close, { 'word/styles.xml': styles }), 'opened as docx');
  });
});
