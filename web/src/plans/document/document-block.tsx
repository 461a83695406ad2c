import type { LayoutBlock, ParagraphBlock } from '@mangnon/domain/plans/layout.ts';
import { useText } from '../../platform/language.tsx';
import { DocumentText } from './document-text.tsx';
import classes from './document-pane.module.css';
import type { Highlight } from './highlight.ts';

interface BlockProps<Block> {
  readonly block: Block;
  readonly text: string;
  readonly highlights: readonly Highlight[];
  /** Ids of the hidden words that name each kind of fact. */
  readonly kindIds: string;
}

export function DocumentBlock({ block, ...rest }: BlockProps<LayoutBlock>) {
  if (block.kind === 'page') return <PageMark number={block.number} />;
  if (block.kind === 'paragraph') return <Paragraph block={block} {...rest} />;
  return <TableOfDocument block={block} {...rest} />;
}

/** The first page needs no mark: nothing stands above it. */
function PageMark({ number }: { number: number }) {
  const t = useText();
  return <p className={classes['page']}>{t('document.page', { number })}</p>;
}

function Paragraph({ block, ...rest }: BlockProps<ParagraphBlock>) {
  return (
    <p
      className={classes['paragraph']}
      data-align={block.align}
      data-indent={block.indent}
      {...(block.bold || block.heading !== null ? { 'data-bold': true } : {})}
      {...(block.italic ? { 'data-italic': true } : {})}
      {...(block.heading === null ? {} : { role: 'heading', 'aria-level': Math.min(6, block.heading + 2) })}
    >
      <DocumentText range={block.span} {...rest} />
    </p>
  );
}

function TableOfDocument({ block, ...rest }: BlockProps<Extract<LayoutBlock, { kind: 'table' }>>) {
  const t = useText();
  return (
    // A wide table scrolls on its own, with the keyboard too; hundreds of landmarks would be in the way.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role
    <div className={classes['tableFrame']} tabIndex={0} role="group" aria-label={t('document.table')}>
      <table className={classes['table']}>
        <tbody>
          {block.rows.map((row, at) => (
            <tr key={at}>
              {row.cells.map((cell, index) => {
                const Cell = row.header ? 'th' : 'td';
                return (
                  <Cell
                    key={index}
                    {...(cell.columns > 1 ? { colSpan: cell.columns } : {})}
                    {...(cell.rows > 1 ? { rowSpan: cell.rows } : {})}
                    {...(row.header ? { scope: 'col' } : {})}
                  >
                    <DocumentText range={cell.span} {...rest} />
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
