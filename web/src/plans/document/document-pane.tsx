import type { Span } from '@mangnon/domain/plans/extraction.ts';
import type { LayoutBlock } from '@mangnon/domain/plans/layout.ts';
import type { MouseEvent, Ref } from 'react';
import { memo, useEffect, useId, useImperativeHandle, useMemo, useRef } from 'react';
import { useText } from '../../platform/language.tsx';
import { useGradually } from '../../ui/use-gradually.ts';
import { completeLayout, cutIntoChunks, shareOut } from './document-blocks.ts';
import type { Chunk } from './document-blocks.ts';
import { DocumentBlock } from './document-block.tsx';
import classes from './document-pane.module.css';
import { highlightKinds, isSameHighlight, sortHighlights } from './highlight.ts';
import type { Highlight } from './highlight.ts';
import { useDocumentKeys } from './document-keys.ts';
import { chooseFact, markActive, scrollToPosition } from './document-reach.ts';
import { readSelectedSpan } from './text-position.ts';

/** What the page around a document can ask of it. */
export interface DocumentPaneHandle {
  /** Brings the passage into the middle of the pane. */
  scrollToSpan: (span: Span) => void;
  /** Puts the keyboard on the fact's passage, and brings it into sight. */
  focusFact: (factId: string) => void;
  /** The passage marked with the mouse, or null. */
  readSelection: () => Span | null;
}

export interface DocumentPaneProps {
  readonly text: string;
  readonly layout: readonly LayoutBlock[];
  readonly highlights: readonly Highlight[];
  /** The fact that is chosen now; its passage stands out. */
  readonly activeId?: string | null;
  /** A click or Enter on a passage; where several facts share it, a second click chooses the next longer one. */
  readonly onChoose?: (factId: string) => void;
  /** The person has marked a passage (or, with null, no longer has). */
  readonly onSelect?: (span: Span | null) => void;
  /** `fill` scrolls within the place it is given, `flow` grows with the page. */
  readonly height?: 'fill' | 'flow';
  readonly ref?: Ref<DocumentPaneHandle>;
}

/**
 * The document as printed, with the passages of its facts. A long one stays quick: chunks out of sight are not
 * drawn (the browser still finds words in them), and a changed fact draws only its own chunk again.
 */
export function DocumentPane(props: DocumentPaneProps) {
  const { text, layout, highlights, activeId = null, onChoose, onSelect, height = 'fill', ref } = props;
  const t = useText();
  const kindIds = useId();
  const root = useRef<HTMLElement>(null);
  const chunks = useMemo(() => cutIntoChunks(completeLayout(text, layout)), [text, layout]);
  const sorted = useMemo(() => sortHighlights(highlights), [highlights]);
  const shares = useMemo(() => shareOut(chunks, sorted), [chunks, sorted]);
  const shown = useGradually(chunks.length, 12, 60);
  const wanted = useRef<number | null>(null);
  const keys = useDocumentKeys(root, onChoose);

  useEffect(() => {
    if (root.current) markActive(root.current, activeId);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what is drawn anew must be marked anew
  }, [activeId, shares, shown]);

  // A passage that was asked for before it was drawn.
  useEffect(() => {
    if (wanted.current === null || !root.current) return;
    if (scrollToPosition(root.current, chunks, wanted.current)) wanted.current = null;
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- tried again with each part that is drawn
  }, [shown, chunks]);

  useEffect(() => {
    if (!onSelect) return undefined;
    const tell = () => root.current && onSelect(readSelectedSpan(root.current, text));
    document.addEventListener('selectionchange', tell);
    return () => document.removeEventListener('selectionchange', tell);
  }, [onSelect, text]);

  useImperativeHandle(
    ref,
    () => ({
      scrollToSpan: (span) => {
        const there = root.current !== null && scrollToPosition(root.current, chunks, span.start);
        wanted.current = there ? null : span.start;
      },
      focusFact: (factId) => {
        const piece = root.current?.querySelector<HTMLElement>(`[data-reach="${CSS.escape(factId)}"]`);
        piece?.scrollIntoView({ block: 'center' });
        piece?.focus({ preventScroll: true });
      },
      readSelection: () => (root.current ? readSelectedSpan(root.current, text) : null),
    }),
    [chunks, text],
  );

  function click(event: MouseEvent) {
    // Marking words ends with a click too; that one chooses nothing.
    if (!document.getSelection()?.isCollapsed) return;
    const factId = chooseFact(event.target, activeId);
    if (factId) onChoose?.(factId);
  }

  return (
    // The passages inside are the buttons; their events are taken here once for thousands of them, and the pane
    // itself can be scrolled with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={root}
      className={classes['pane']}
      data-height={height}
      aria-label={t('document.label')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onClick={click}
      onKeyDown={keys}
    >
      <h2 className="for-screen-readers">{t('document.label')}</h2>
      <div hidden>
        {highlightKinds.map((kind) => (
          <span key={kind} id={`${kindIds}-${kind}`}>
            {t(`document.kind.${kind}`)}
          </span>
        ))}
      </div>
      <div className={classes['sheet']}>
        {chunks.slice(0, shown).map((chunk, at) => (
          <ChunkOfDocument key={at} chunk={chunk} text={text} highlights={shares[at] ?? []} kindIds={kindIds} />
        ))}
        <div style={{ blockSize: heightOf(chunks.slice(shown)) }} />
      </div>
    </section>
  );
}

/** About how high some chunks will be. */
function heightOf(chunks: readonly Chunk[]): string {
  return `${chunks.reduce((sum, { lines }) => sum + lines, 0) * 1.7}rem`;
}

interface ChunkProps {
  readonly chunk: Chunk;
  readonly text: string;
  readonly highlights: readonly Highlight[];
  readonly kindIds: string;
}

const ChunkOfDocument = memo(
  function ChunkOfDocument({ chunk, ...rest }: ChunkProps) {
    return (
      <div className={classes['chunk']} data-chunk style={{ containIntrinsicBlockSize: `auto ${heightOf([chunk])}` }}>
        {chunk.blocks.map((block, at) => (
          <DocumentBlock key={at} block={block} {...rest} />
        ))}
      </div>
    );
  },
  (before, after) =>
    before.chunk === after.chunk &&
    before.text === after.text &&
    before.kindIds === after.kindIds &&
    before.highlights.length === after.highlights.length &&
    before.highlights.every((one, at) => isSameHighlight(one, after.highlights[at]!)),
);
