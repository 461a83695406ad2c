import { cleanBlocks } from './clean-text.ts';
import { joinTornParagraphs } from './join-paragraphs.ts';
import type { NormalisedDocument } from './normalised-document.ts';
import { dropPageFurniture } from './page-furniture.ts';
import { layOutText } from './lay-out-text.ts';
import { mendTables } from './mend-tables.ts';
import type { SourceDocument } from './source-document.ts';

/**
 * Takes a document as its file has it; gives the one text that all facts point into. Page numbers and running heads
 * go, sentences torn by pages are whole, tables torn by pages are one, letterheads and signatures set as tables
 * become paragraphs. Normalising a text that was normalised before changes nothing. Time is linear in the text.
 */
export function normalise(source: SourceDocument): NormalisedDocument {
  const blocks = joinTornParagraphs(mendTables(dropPageFurniture(cleanBlocks(source.blocks))));
  return { source: source.format, ...layOutText(blocks) };
}
