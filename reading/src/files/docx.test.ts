import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { SourceBlock } from '../document/source-document.ts';
import { readDocx } from './docx.ts';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

function read(body: string, parts: Record<string, string> = {}): readonly SourceBlock[] {
  const files = { 'word/document.xml': `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`, ...parts };
  return readDocx(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))))
    .blocks;
}

function textsOf(blocks: readonly SourceBlock[]): string[] {
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : `[${block.kind}]`));
}

const run = (text: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (inside: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
const counted = (numId: number, level: number, text: string) =>
  p(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);
const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = (...inside: string[]) => ({
  'word/numbering.xml': `<w:numbering ${namespaces}>${inside.join('')}</w:numbering>`,
});
const list = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const num = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;

describe('numbers that Word counts', () => {
  it('counts levels, starts lower ones anew, shows higher ones', () => {
    const parts = numbering(
      list(
        0,
        level(0, 'upperRoman', '%1.'),
        level(1, 'decimal', '%1.%2.', '<w:isLgl/>'),
        level(2, 'lowerLetter', '%3)'),
      ),
      num(1, 0),
    );
    const body = [
      [0, 'A'],
      [1, 'B'],
      [2, 'C'],
      [2, 'D'],
      [1, 'E'],
      [2, 'F'],
      [0, 'G'],
      [1, 'H'],
    ] as const;
    expect(textsOf(read(body.map(([at, text]) => counted(1, at, text)).join(''), parts))).toEqual([
      'I. A',
      '1.1. B',
      'a) C',
      'b) D',
      '1.2. E',
      'a) F',
      'II. G',
      '2.1. H',
    ]);
  });

  it('goes on where two lists share one definition, and begins anew where told to', () => {
    const parts = numbering(
      list(0, level(0, 'decimal', '%1.')),
      num(1, 0),
      num(2, 0),
      num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    );
    const body = counted(1, 0, 'a') + counted(2, 0, 'b') + counted(3, 0, 'c') + counted(3, 0, 'd') + counted(1, 0, 'e');
    expect(textsOf(read(body, parts))).toEqual(['1. a', '2. b', '1. c', '2. d', '3. e']);
  });

  it('takes the number from a style, and none where the paragraph says so', () => {
    const styles = `<w:styles ${namespaces}><w:style w:type="paragraph" w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H"/></w:style></w:styles>`;
    const parts = { ...numbering(list(0, level(0, 'decimal', '%1.')), num(1, 0)), 'word/styles.xml': styles };
    const blocks = read(
      p(run('Một'), '<w:pStyle w:val="H"/>') +
        p(run('Hai'), '<w:pStyle w:val="H2"/>') +
        p(run('Không'), '<w:pStyle w:val="H2"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      parts,
    );
    expect(textsOf(blocks)).toEqual(['1. Một', '2. Hai', 'Không']);
    expect(blocks[1]).toMatchObject({ bold: true });
  });

  it('reads styles and lists alike whether they are taken apart or walked', () => {
    const style = (id: string, inside: string, more = '') =>
      `<w:style w:type="paragraph"${more} w:styleId="${id}">${inside}</w:style>`;
    const styles = [
      '<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>',
      '<w:latentStyles w:count="2"><w:lsdException w:name="Normal"/></w:latentStyles>',
      style('N', '<w:rPr><w:b/></w:rPr>', ' w:default="1"'),
      style('H', '<w:basedOn w:val="N"/><w:pPr><w:jc w:val="center"/></w:pPr>'),
      '<w:style w:type="paragraph" w:styleId="E"/>',
    ].join('');
    const body = p(run('Một')) + p(run('Hai'), '<w:pStyle w:val="H"/>') + counted(1, 0, 'Ba') + counted(2, 0, 'Bốn');
    const lists = [list(0, level(0, 'decimal', '%1.')), list(1, level(0, 'upperRoman', '%1.')), num(1, 1), num(2, 0)];
    const parts = (comment: string) => ({
      'word/styles.xml': `<w:styles ${namespaces}>${comment}${styles}</w:styles>`,
      ...numbering(comment, ...lists),
    });
    const apart = read(body, parts(''));
    expect(apart).toEqual(read(body, parts('<!-- -->')));
    expect(apart).toMatchObject([
      { text: 'Một', bold: true, italic: true, align: 'left' },
      { text: 'Hai', bold: true, align: 'center' },
      { text: 'I. Ba' },
      { text: '1. Bốn' },
    ]);
  });

  it('writes bullets as dashes and pluses', () => {
    const parts = numbering(
      list(0, level(0, 'bullet', '\uf0b7'), level(1, 'bullet', 'o'), level(2, 'bullet', '+')),
      num(1, 0),
    );
    expect(textsOf(read(counted(1, 0, 'a') + counted(1, 1, 'b') + counted(1, 2, 'c'), parts))).toEqual([
      '- a',
      '+ b',
      '+ c',
    ]);
  });
});

describe('what a reader of the document sees', () => {
  it('takes changes as accepted', () => {
    const body =
      p(run('Giao ') + `<w:del><w:r><w:delText>Sở Nội vụ</w:delText></w:r></w:del><w:ins>${run('Sở Y tế')}</w:ins>`) +
      p(run('Câu bị '), '<w:rPr><w:del w:id="1"/></w:rPr>') +
      p(run('nối lại')) +
      p(`<w:moveFrom>${run('chuyển đi')}</w:moveFrom>${run('ở lại')}`);
    expect(textsOf(read(body))).toEqual(['Giao Sở Y tế', 'Câu bị nối lại', 'ở lại']);
  });

  it('reads a text box once, before the paragraph that holds it', () => {
    const box = (text: string) => `<w:txbxContent>${p(run(text))}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('Trong khung')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('Trong khung')}</w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(textsOf(read(p(run('Đầu ') + `<w:r>${both}</w:r>` + run('cuối'))))).toEqual(['Trong khung', 'Đầu cuối']);
  });

  it('leaves out hidden text, notes, field codes and a table of contents', () => {
    const field = (code: string, shown: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body =
      p(field('TOC \\o "1-3"', 'I. MỤC TIÊU 3')) +
      p(
        run('Thấy') +
          run(' ẩn', '<w:vanish/>') +
          '<w:r><w:footnoteReference w:id="2"/></w:r>' +
          run(' ngày ') +
          field('DATE', '15/6'),
      );
    expect(textsOf(read(body))).toEqual(['Thấy ngày 15/6']);
  });

  it('writes capitals, signs, blanks and line breaks as printed', () => {
    const body =
      p(run('kế hoạch', '<w:caps/>')) +
      p(
        run('Tỷ lệ ') +
          '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' +
          run(' 90%') +
          '<w:r><w:tab/></w:r>' +
          run('năm') +
          '<w:r><w:noBreakHyphen/></w:r>' +
          run('2025'),
      ) +
      p(run('Nơi nhận:') + '<w:r><w:br/></w:r>' + run('- Như trên;') + '<w:r><w:br/></w:r>' + run('- Lưu: VT.')) +
      p(run('một câu') + '<w:r><w:br/></w:r>' + run('viết tiếp'));
    expect(textsOf(read(body))).toEqual([
      'KẾ HOẠCH',
      'Tỷ lệ ≥ 90% năm-2025',
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT.',
      'một câu viết tiếp',
    ]);
  });

  it('knows old fonts by their names, also where a letter and its mark stand in two runs', () => {
    const body =
      p(run('KÕ ho¹ch b\u00b6o vÖ trÎ em', '<w:rFonts w:ascii=".VnTime"/>')) +
      p(run('kÕ ho¹ch', '<w:rFonts w:ascii=".VnTimeH"/>')) +
      p(run('Keá hoa', '<w:rFonts w:ascii="VNI-Times"/>') + run('ïch', '<w:rFonts w:ascii="VNI-Times"/>')) +
      p(run('Đã là Unicode', '<w:rFonts w:ascii=".VnTime"/>'));
    expect(textsOf(read(body))).toEqual(['Kế hoạch bảo vệ trẻ em', 'KẾ HOẠCH', 'Kế hoạch', 'Đã là Unicode']);
  });

  it('knows WordprocessingML under another prefix', () => {
    const document = `<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:pPr><x:jc x:val="center"/></x:pPr><x:r><x:t>Kế hoạch</x:t></x:r></x:p></x:body></x:document>`;
    expect(read('', { 'word/document.xml': document })).toMatchObject([{ text: 'Kế hoạch', align: 'center' }]);
  });

  it('follows the package to a main part of another name', () => {
    const rels =
      '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>';
    const body = `<w:document ${namespaces}><w:body>${p(run('Phần chính'))}</w:body></w:document>`;
    expect(textsOf(read(p(run('không phải')), { '_rels/.rels': rels, 'word/document2.xml': body }))).toEqual([
      'Phần chính',
    ]);
  });
});

describe('tables', () => {
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(run(text))}</w:tc>`;
  const table = (...rows: string[]) => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;

  it('keeps merged cells, heading rows and cells out of the grid in their columns', () => {
    const body = table(
      '<w:trPr><w:tblHeader/></w:trPr>' + cell('Nội dung', '<w:gridSpan w:val="2"/>') + cell('Chủ trì'),
      cell('1') + cell('Rà soát') + cell('Sở Y tế', '<w:vMerge w:val="restart"/>'),
      cell('2') + cell('Dạy bơi') + '<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>',
    );
    const [block] = read(body);
    expect(block).toMatchObject({
      kind: 'table',
      rows: [
        {
          header: true,
          cells: [
            { column: 0, columns: 2 },
            { column: 2, columns: 1 },
          ],
        },
        {
          header: false,
          cells: [{ column: 0 }, { column: 1 }, { column: 2, rows: 2, paragraphs: [{ text: 'Sở Y tế' }] }],
        },
        { cells: [{ column: 0 }, { column: 1, paragraphs: [{ text: 'Dạy bơi' }] }] },
      ],
    });
  });

  it('puts a table inside a cell into that cell, and leaves deleted rows out', () => {
    const inner = table(cell('a') + cell('b'));
    const body = table(
      `<w:tc>${p(run('Ngoài'))}${inner}${p('')}</w:tc>` + cell('x'),
      `<w:trPr><w:del w:id="1"/></w:trPr>${cell('bỏ')}${cell('bỏ')}`,
    );
    const [block] = read(body);
    expect(block).toMatchObject({
      rows: [
        { cells: [{ paragraphs: [{ text: 'Ngoài' }, { text: 'a' }, { text: 'b' }] }, { paragraphs: [{ text: 'x' }] }] },
      ],
    });
    expect(block?.kind === 'table' && block.rows.length).toBe(1);
  });

  it('bounds a span that no table has', () => {
    const [block] = read(table(cell('a', '<w:gridSpan w:val="2000000000"/>') + cell('b')));
    expect(block).toMatchObject({ rows: [{ cells: [{ columns: 64 }, { column: 64 }] }] });
  });
});

describe('properties that are printed alike again and again', () => {
  // Under another prefix every element is walked by itself, so both ways of reading can be held against each other.
  const walked = (body: string) => {
    const own = `<x:document ${namespaces.replace('xmlns:w=', 'xmlns:x=')}><x:body>${body}</x:body></x:document>`;
    const parts = {
      'word/document.xml': own.replaceAll('<w:', '<x:').replaceAll('</w:', '</x:').replaceAll(' w:', ' x:'),
    };
    return read('', parts);
  };
  const properties = [
    '<w:b/>',
    '<w:b w:val="0"/><w:i/>',
    '<w:vanish/>',
    '<w:caps/><w:b/>',
    '<w:rPrChange w:id="1"><w:rPr><w:b/></w:rPr></w:rPrChange>',
    '<w:rFonts w:ascii=".VnTime"/>',
    '',
  ];
  const looks = [
    '<w:jc w:val="center"/>',
    '<w:ind w:left="1134"/><w:rPr><w:b/><w:del w:id="2"/></w:rPr>',
    '<w:tabs><w:tab w:val="left" w:pos="700"/></w:tabs><w:pageBreakBefore/>',
    '<w:pPrChange w:id="3"><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange><w:jc w:val="both"/>',
    '<w:rPr><w:i/></w:rPr>',
    '',
  ];

  it('reads them as it reads each for itself', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(...looks),
            fc.array(
              fc.tuple(
                fc.constantFrom('Kế hoạch', ' trẻ em', 'trÎ em', 'A &amp; B', 'mục\u0009hai'),
                fc.constantFrom(...properties),
              ),
              {
                maxLength: 4,
              },
            ),
            fc.boolean(),
          ),
          { maxLength: 12 },
        ),
        (paragraphs) => {
          const body = paragraphs
            .map(([look, runs, isDeleted]) => {
              const one = p(runs.map(([text, more]) => run(text, more)).join(''), look);
              return isDeleted ? `<w:moveFrom>${one}</w:moveFrom>` : one;
            })
            .join('');
          expect(read(body)).toEqual(walked(body));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('reads a run with marks of editing, signs written out or more than text in it like any other', () => {
    const runs = [
      '<w:r w:rsidRPr="00AB12CD"><w:t>Một &lt;hai&gt;</w:t></w:r>',
      '<w:r w:rsidR="00AB12CD"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> ba </w:t></w:r>',
      '<w:r><w:rPr><w:vanish/></w:rPr><w:tab/></w:r><w:r><w:t>bốn</w:t><w:br/><w:t>năm</w:t></w:r>',
      '<w:r></w:r><w:r><w:t></w:t></w:r><w:hyperlink><w:r><w:t>sáu</w:t></w:r></w:hyperlink>',
    ].join('');
    expect(read(p(runs))).toEqual(walked(p(runs)));
    expect(textsOf(read(p(runs)))).toEqual(['Một <hai> ba bốn nămsáu']);
  });

  it('refuses a run with signs that no XML may hold, as it does when walking', () => {
    expect(() => read(p(run('một\u0001')))).toThrow(/files.damaged/);
  });

  it('keeps one look apart from what another run adds to it', () => {
    const twice = `<w:r><w:rPr><w:b/></w:rPr><w:rPr w:x="1"><w:i/></w:rPr><w:t>Một</w:t></w:r>`;
    expect(read(p(twice) + p(run('Hai', '<w:b/>')))).toMatchObject([
      { bold: true, italic: true },
      { bold: true, italic: false },
    ]);
  });

  it('takes no tag for one in a comment or a CDATA section', () => {
    const odd = '<w:r><w:t><![CDATA[<w:rPr>x</w:rPr>]]></w:t></w:r>';
    expect(textsOf(read(p(odd) + p(`<!-- <w:pPr> -->${run('Hai')}`)))).toEqual(['<w:rPr>x</w:rPr>', 'Hai']);
  });
});
