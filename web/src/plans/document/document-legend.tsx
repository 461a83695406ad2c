import { useText } from '../../platform/language.tsx';
import classes from './document-pane.module.css';
import legend from './document-legend.module.css';
import type { HighlightKind } from './highlight.ts';

/** How each kind of fact is marked in the document, with its word. */
export function DocumentLegend({ kinds }: { kinds: readonly HighlightKind[] }) {
  const t = useText();
  return (
    <p className={legend['legend']}>
      {kinds.map((kind) => (
        <span key={kind} className={classes[kind]}>
          {t(`document.kind.${kind}`)}
        </span>
      ))}
    </p>
  );
}
