import type { Span } from '@mangnon/domain/plans/extraction.ts';
import classes from './document-pane.module.css';
import type { Highlight } from './highlight.ts';
import { splitIntoSegments } from './segments.ts';

/**
 * A range of the document with its highlights. Each fact has one piece that can be reached with the keyboard: the
 * first of its pieces that no shorter fact has taken.
 */
export function DocumentText({
  range,
  text,
  highlights,
  kindIds,
}: {
  range: Span;
  text: string;
  highlights: readonly Highlight[];
  kindIds: string;
}) {
  const reached = new Set<string>();
  return splitIntoSegments(range, highlights).map((segment) => {
    const words = text.slice(segment.start, segment.end);
    if (segment.highlights.length === 0) {
      return (
        <span key={segment.start} data-start={segment.start}>
          {words}
        </span>
      );
    }
    const own = segment.highlights.find(({ id, span }) => span.start >= range.start && !reached.has(id));
    if (own && words.trim() !== '') reached.add(own.id);
    return (
      <span
        key={segment.start}
        data-start={segment.start}
        data-facts={segment.highlights.map(({ id }) => id).join(' ')}
        className={[classes['mark'], ...segment.highlights.map(({ kind }) => classes[kind])].join(' ')}
        {...(own && words.trim() !== ''
          ? { role: 'button', tabIndex: -1, 'data-reach': own.id, 'aria-describedby': `${kindIds}-${own.kind}` }
          : {})}
      >
        {words}
      </span>
    );
  });
}
