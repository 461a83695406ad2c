import type { SourceDocument } from '../document/source-document.ts';
import { readBody } from './docx-body.ts';
import { readNumbering } from './docx-numbering.ts';
import { readStyles } from './docx-styles.ts';
import { FileRefused } from './file-refused.ts';
import { walkXml } from './xml-events.ts';
import { openArchive } from './zip-parts.ts';

/**
 * A Word file as paragraphs and tables. Throws FileRefused: `files.unsupported` where the archive is no Word file,
 * `files.damaged`, `files.unsafe_xml`, `files.unpacks_too_large`, `files.too_much_text`.
 */
export function readDocx(bytes: Uint8Array): SourceDocument {
  const partOf = openArchive(bytes);
  const mainName = mainPart(partOf('_rels/.rels'));
  const main = partOf(mainName) ?? partOf('word/document.xml');
  if (!main) throw new FileRefused('files.unsupported');
  const folder = mainName.slice(0, mainName.lastIndexOf('/') + 1);
  const related = relations(partOf(`${folder}_rels/${mainName.slice(folder.length)}.rels`));
  const part = (type: string) => {
    const target = related.find((relation) => relation.type === type)?.target ?? `${type}.xml`;
    return partOf(target.startsWith('/') ? target.slice(1) : `${folder}${target}`);
  };
  const styles = readStyles(part('styles'));
  const numbering = readNumbering(part('numbering'), (styleId) => styles(styleId).numId);
  const { blocks, pages } = readBody(main, styles, numbering);
  return { format: 'docx', pages, blocks };
}

function mainPart(relsBytes: Uint8Array | undefined): string {
  const target = relations(relsBytes).find((relation) => relation.type === 'officeDocument')?.target;
  return target?.replace(/^\//, '') ?? 'word/document.xml';
}

function relations(bytes: Uint8Array | undefined): { readonly type: string; readonly target: string }[] {
  const found: { type: string; target: string }[] = [];
  if (!bytes) return found;
  walkXml(bytes, {
    open(name, attributes) {
      if (!/(?:^|:)Relationship$/.test(name)) return;
      found.push({ type: (attributes['Type'] ?? '').replace(/^.*\//, ''), target: attributes['Target'] ?? '' });
    },
    close() {},
  });
  return found;
}
