import { createRequire } from 'node:module';
import type { AnnexTable, BodyBlock, OfficialDocument } from '@mangnon/domain/kernel/document/official-document.ts';
import * as printed from '@mangnon/domain/kernel/document/printed-parts.ts';
import type { AnnexOwner } from './annex-words.ts';
import { addressLines } from './address-lines.ts';
import { paperFaces } from './paper-fonts.ts';
import { endShares, formOf, headShares, roomOf, ruleLength, sheet } from './paper-measures.ts';
import { bodyForm, partText, pdfRule, type PdfContent } from './pdf-parts.ts';
import { annexContent } from './pdf-annex.ts';

interface PdfMake {
  setFonts(fonts: Record<string, Record<string, string>>): void;
  setUrlAccessPolicy(allow: () => boolean): void;
  setLocalAccessPolicy(allow: (path: string) => boolean): void;
  createPdf(definition: PdfContent): { getBuffer(): Promise<Buffer> };
}

const require = createRequire(import.meta.url);
let loaded: PdfMake | undefined;

/** Loaded when the first PDF is written: most starts of the server write none. */
function load(): PdfMake {
  if (loaded !== undefined) return loaded;
  const pdfmake = require('pdfmake') as PdfMake;
  const faces = new Set(Object.values(paperFaces));
  // Nothing in a document may fetch or read: the four faces are all it opens.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => faces.has(path));
  const { upright: normal, bold, italic: italics, 'bold italic': bolditalics } = paperFaces;
  pdfmake.setFonts({ Tinos: { normal, bold, italics, bolditalics } });
  return (loaded = pdfmake);
}

/**
 * Writes an official document as a PDF, in the measures of Decree 30/2020/NĐ-CP, with its typeface in it. The same
 * document as `writeWord` makes; where lines break may differ by a word, because two programs set them.
 */
export async function writePdf(document: OfficialDocument): Promise<Buffer> {
  const { summary, issuer, annexes } = document;
  return drawPdf({ title: summary, author: issuer }, 'portrait', [
    ...head(document),
    ...title(document),
    ...content(document),
    end(document),
    ...annexContent(document, annexes),
  ]);
}

/** Annexes alone, as a PDF to be laid behind the document they belong to; the same as `writeAnnexes` makes. */
export async function writeAnnexesPdf(owner: AnnexOwner, annexes: readonly AnnexTable[]): Promise<Buffer> {
  const [first] = annexes;
  const turned = first?.landscape === true ? 'landscape' : 'portrait';
  const info = { title: first?.title ?? '', author: owner.issuer };
  return drawPdf(info, turned, annexContent(owner, annexes, true));
}

function drawPdf(
  info: { readonly title: string; readonly author: string },
  pageOrientation: 'portrait' | 'landscape',
  content: readonly PdfContent[],
): Promise<Buffer> {
  return load()
    .createPdf({
      pageSize: { width: sheet.width, height: sheet.height },
      pageOrientation,
      pageMargins: [sheet.left, sheet.top, sheet.right, sheet.bottom],
      defaultStyle: { font: 'Tinos', fontSize: formOf('body').ours, color: 'black' },
      language: 'vi-VN',
      info,
      header: (page: number) =>
        page === 1 ? null : partText('page_number', String(page), { margin: [0, sheet.top / 2, 0, 0] }),
      content,
    })
    .getBuffer();
}

function head(document: OfficialDocument): PdfContent[] {
  const room = roomOf(false);
  const [left, right] = [room * headShares[0], room * headShares[1]];
  const issuer = printed.printIssuer(document.issuer);
  const parent = document.parentBody === null ? [] : [partText('parent_body', document.parentBody.toUpperCase())];
  const gap = { margin: [0, 6, 0, 0] };
  return [
    {
      columns: [
        {
          width: left,
          stack: [
            ...parent,
            ...issuer.map((line) => partText('issuer', line)),
            pdfRule(ruleLength('rule_of_issuer', issuer.at(-1) ?? '', 'issuer', left), left),
            partText('number', printed.printNumber(document), gap),
          ],
        },
        {
          width: right,
          stack: [
            partText('nation', printed.nation),
            partText('motto', printed.motto),
            pdfRule(ruleLength('rule_of_motto', printed.motto, 'motto', right), right),
            partText('place_and_date', printed.printPlaceAndDate(document), gap),
          ],
        },
      ],
      columnGap: 0,
    },
  ];
}

function title({ kind, summary, addressees }: OfficialDocument): PdfContent[] {
  const room = roomOf(false);
  return [
    partText('kind', kind.toUpperCase(), { margin: [0, 12, 0, 0] }),
    partText('summary', summary),
    pdfRule(ruleLength('rule_of_summary', summary, 'summary', room), room),
    ...addressLines(addressees).map((line, at) =>
      partText('addressee', line, { margin: [room * 0.2, at === 0 ? 6 : 0, 0, 0] }),
    ),
    { text: '', fontSize: 1, margin: [0, 0, 0, 6] },
  ];
}

function content({ bases, opening, body }: OfficialDocument): PdfContent[] {
  return [
    ...printed.printBases(bases).map((line) => partText('basis', line, bodyForm)),
    ...(opening === '' ? [] : [partText('body', opening, bodyForm)]),
    ...body.map((block, at) => bodyText(block, at === body.length - 1)),
  ];
}

function bodyText(block: BodyBlock, isLast: boolean): PdfContent {
  const text = printed.printBlock(block, isLast);
  if (block.kind === 'paragraph') return partText('body', text, bodyForm);
  // pdfmake keeps a heading with what follows by its level of headline.
  const form = { ...bodyForm, headlineLevel: block.level };
  if (block.level === 1) return partText('heading_1', text.toUpperCase(), form);
  return partText(block.level === 2 ? 'heading_2' : 'heading_3', text, form);
}

/** Who receives it on the left, who signs on the right; never torn by the end of a page. */
function end({ recipients, authority, signer }: OfficialDocument): PdfContent {
  const room = roomOf(false);
  const lines = printed.printRecipients(recipients);
  return {
    unbreakable: true,
    margin: [0, 6, 0, 0],
    columns: [
      {
        width: room * endShares[0],
        stack: [
          ...(lines.length === 0 ? [] : [partText('recipients_head', printed.recipientsHead)]),
          ...lines.map((line) => partText('recipient', line)),
        ],
      },
      {
        width: room * endShares[1],
        stack: [
          ...authority.map((line) => partText('authority', line.toUpperCase())),
          partText('signer', signer, { margin: [0, 72, 0, 0] }),
        ],
      },
    ],
    columnGap: 0,
  };
}
