import { Document, Packer } from 'docx';
import { openBookmarks } from '@mangnon/domain/kernel/document/cell-bookmark.ts';
import type { AnnexTable } from '@mangnon/domain/kernel/document/official-document.ts';
import type { AnnexOwner } from './annex-words.ts';
import { annexSections } from './word-annex.ts';
import { keptBookmarks, wordStyles } from './word-parts.ts';

/** Annexes alone, as a .docx to be laid behind the document they belong to. */
export async function writeAnnexes(owner: AnnexOwner, annexes: readonly AnnexTable[]): Promise<Buffer> {
  const [first] = annexes;
  const book = openBookmarks();
  const sections = annexSections(owner, annexes, book);
  const file = new Document({
    title: first?.title ?? '',
    creator: owner.issuer,
    styles: wordStyles,
    customProperties: keptBookmarks(book),
    sections,
  });
  return Packer.toBuffer(file);
}
