import { useMemo } from 'react';
import { useText } from '../../../platform/language.tsx';
import marks from '../../document/document-pane.module.css';
import { useReview, useScreen, useTools } from '../review-tools.ts';
import { useRowCommands } from '../rows/row-commands.ts';
import { reviewKinds, toggleKind } from '../screen-state.ts';
import { countFacts } from '../state/grouping.ts';
import classes from './header.module.css';

/** The kinds of facts with their marks, which are also what shows; and the commands that need no row. */
export function ReviewToolbar() {
  const t = useText();
  const { screen, canEdit } = useTools();
  const commands = useRowCommands();
  const shown = useScreen((now) => now.shown);
  const facts = useReview((snapshot) => snapshot.facts);
  const counts = useMemo(() => countFacts(facts), [facts]);
  const undoable = useReview(({ review }) => review.undoable.length > 0);
  const redoable = useReview(({ review }) => review.redoable.length > 0);
  const countOf = {
    task: counts.tasks,
    target: counts.targets,
    reporting: counts.reporting,
    legal_basis: counts.legalBases,
  };

  return (
    <div className={classes['toolbar']}>
      <fieldset aria-label={t('review.filters')} className={classes['kinds']}>
        {reviewKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            className={classes['kind']}
            aria-pressed={shown.has(kind)}
            onClick={() => screen.set((now) => toggleKind(now, kind))}
          >
            <span aria-hidden="true" className={classes['tick']}>
              {shown.has(kind) ? '✓' : ''}
            </span>
            <span className={kind === 'heading' ? undefined : marks[kind]}>{t(`review.kind.${kind}`)}</span>
            {kind === 'heading' ? null : ` ${countOf[kind]}`}
          </button>
        ))}
      </fieldset>
      <div className={classes['tools']}>
        <Tool
          word={t('review.nextDoubt')}
          keyName="J"
          disabled={counts.openDoubts === 0}
          onClick={() => commands.doubt(1)}
        />
        {canEdit ? (
          <>
            <Tool
              word={t('review.acceptSome')}
              disabled={counts.openDoubts === 0}
              onClick={() => screen.set((now) => ({ ...now, dialog: 'accept' }))}
            />
            <Tool word={t('review.add')} keyName="A" onClick={() => screen.set((now) => ({ ...now, dialog: 'add' }))} />
            <Tool word={t('review.undo')} keyName="U" disabled={!undoable} onClick={commands.undo} />
            <Tool word={t('review.redo')} keyName="Ctrl+Y" disabled={!redoable} onClick={commands.redo} />
          </>
        ) : null}
      </div>
    </div>
  );
}

function Tool({
  word,
  keyName,
  disabled = false,
  onClick,
}: {
  word: string;
  keyName?: string;
  disabled?: boolean;
  onClick: () => void;
}) {
  return (
    <button type="button" className={classes['tool']} disabled={disabled} onClick={onClick}>
      {word}
      {keyName ? <kbd aria-hidden="true">{keyName}</kbd> : null}
    </button>
  );
}
