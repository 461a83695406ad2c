import { useText } from '../../../platform/language.tsx';
import { useScreen, useTools } from '../review-tools.ts';
import { useAddFact } from './add-fact.ts';
import { addedKinds } from './add.dialog.tsx';
import classes from './selection-bar.module.css';

/** Stands at the foot of the document while a passage is marked in it: what the passage becomes. */
export function SelectionBar() {
  const t = useText();
  const { screen, canEdit } = useTools();
  const selection = useScreen((now) => now.selection);
  const addFact = useAddFact();
  if (selection === null || !canEdit) return null;
  return (
    <div className={classes['bar']} role="toolbar" aria-label={t('review.selection')} data-selection-bar>
      <span className={classes['word']}>{t('review.selection.add')}</span>
      {addedKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className={classes['choice']}
          // The marked words stay marked while the button is pressed.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => addFact(kind, selection.words, selection.span)}
        >
          {t(`review.selection.${kind}`)}
        </button>
      ))}
      <button
        type="button"
        className={classes['choice']}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          document.getSelection()?.removeAllRanges();
          screen.set((now) => ({ ...now, selection: null }));
        }}
      >
        {t('app.cancel')}
      </button>
    </div>
  );
}
