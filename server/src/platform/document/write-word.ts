import { Document, Packer, PageOrientation, type FileChild, type ISectionOptions } from 'docx';
import { openBookmarks, type BookmarkBook } from '@mangnon/domain/kernel/document/cell-bookmark.ts';
import type { BodyBlock, OfficialDocument } from '@mangnon/domain/kernel/document/official-document.ts';
import * as printed from '@mangnon/domain/kernel/document/printed-parts.ts';
import { addressLines } from './address-lines.ts';
import { endShares, headShares, roomOf, ruleLength } from './paper-measures.ts';
import { annexSections } from './word-annex.ts';
import { pageNumbers, pageOf } from './word-page.ts';
import { bodySpacing, keptBookmarks, markedLine, partLine, rule, sideBySide, twips, wordStyles } from './word-parts.ts';

/**
 * Writes an official document as a .docx in the form of Decree 30/2020/NĐ-CP; every measure comes from decree30. Labels
 * stand as text: Word's own counting knows no «đ)», and a file that travels must read the same everywhere.
 */
export async function writeWord(document: OfficialDocument): Promise<Buffer> {
  const book = openBookmarks();
  const sections: ISectionOptions[] = [
    {
      properties: { ...pageOf(PageOrientation.PORTRAIT), titlePage: true },
      headers: pageNumbers(),
      children: [...head(document), ...title(document), ...content(document, book), ...end(document)],
    },
    ...annexSections(document, document.annexes, book),
  ];
  const file = new Document({
    title: document.summary,
    creator: document.issuer,
    styles: wordStyles,
    customProperties: keptBookmarks(book),
    sections,
  });
  return Packer.toBuffer(file);
}

function head(document: OfficialDocument): FileChild[] {
  const room = roomOf(false);
  const [left, right] = [room * headShares[0], room * headShares[1]];
  const issuer = printed.printIssuer(document.issuer);
  const parent = document.parentBody === null ? [] : [partLine('parent_body', document.parentBody.toUpperCase())];
  const issuerRule = ruleLength('rule_of_issuer', issuer.at(-1) ?? '', 'issuer', left);
  const mottoRule = ruleLength('rule_of_motto', printed.motto, 'motto', right);
  return [
    sideBySide(room, headShares, [
      [
        [...parent, ...issuer.map((line) => partLine('issuer', line)), rule(issuerRule, left)],
        [partLine('nation', printed.nation), partLine('motto', printed.motto), rule(mottoRule, right)],
      ],
      [
        [partLine('number', printed.printNumber(document), { spacing: { before: 120 } })],
        [partLine('place_and_date', printed.printPlaceAndDate(document), { spacing: { before: 120 } })],
      ],
    ]),
  ];
}

function title({ kind, summary, addressees }: OfficialDocument): FileChild[] {
  const room = roomOf(false);
  const length = ruleLength('rule_of_summary', summary, 'summary', room);
  return [
    partLine('kind', kind.toUpperCase(), { spacing: { before: 240 } }),
    partLine('summary', summary),
    rule(length, room),
    ...addressLines(addressees).map((line, at) =>
      partLine('addressee', line, { indent: { left: twips(room * 0.2) }, spacing: { before: at === 0 ? 120 : 0 } }),
    ),
    partLine('body', '', { spacing: { line: 120 } }),
  ];
}

function content({ bases, opening, body }: OfficialDocument, book: BookmarkBook): FileChild[] {
  return [
    ...printed.printBases(bases).map((line) => partLine('basis', line, bodySpacing)),
    ...(opening === '' ? [] : [partLine('body', opening, bodySpacing)]),
    ...body.map((block, at) => bodyLine(block, at === body.length - 1, book)),
  ];
}

function bodyLine(block: BodyBlock, isLast: boolean, book: BookmarkBook): FileChild {
  const text = printed.printBlock(block, isLast);
  if (block.kind === 'paragraph') {
    // Figures are counted in the words alone, and the label stands before them.
    const before = block.label === '' ? 0 : block.label.length + 1;
    const cells = (block.cells ?? []).map(({ from, to, key }) => ({ from: from + before, to: to + before, key }));
    return markedLine('body', text, cells, book, { ...bodySpacing, keepNext: isLast });
  }
  // A heading never ends a page: what it is over comes along.
  const form = { ...bodySpacing, keepNext: true };
  if (block.level === 1) return partLine('heading_1', text.toUpperCase(), form);
  return partLine(block.level === 2 ? 'heading_2' : 'heading_3', text, form);
}

/** Who receives it on the left, who signs on the right, level with one another; never torn by the end of a page. */
function end({ recipients, authority, signer }: OfficialDocument): FileChild[] {
  const lines = printed.printRecipients(recipients);
  const left = lines.length === 0 ? [partLine('recipient', '')] : [partLine('recipients_head', printed.recipientsHead)];
  const right = authority.map((line) => partLine('authority', line.toUpperCase()));
  return [
    sideBySide(roomOf(false), endShares, [
      [
        [...left, ...lines.map((line) => partLine('recipient', line))],
        [...right, partLine('signer', signer, { spacing: { before: roomToSign } })],
      ],
    ]),
  ];
}

/** Between office and name, for a signature by hand or its picture: about 25 mm, in twentieths of a point. */
const roomToSign = 1440;
