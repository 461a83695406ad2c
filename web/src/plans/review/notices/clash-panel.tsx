import { Button } from '@mantine/core';
import { useText } from '../../../platform/language.tsx';
import { useReview, useTools } from '../review-tools.ts';
import { settleClash } from '../state/clashes.ts';
import { fieldOf, type Clash } from '../state/review-state.ts';
import { useFieldName, useShownValue } from './field-words.ts';
import classes from './notices.module.css';

/** Two values for one field, side by side, with who wrote the other; nothing is thrown away before the choice. */
export function ClashPanel({ clash }: { clash: Clash }) {
  const t = useText();
  const { store, act } = useTools();
  const nameOf = useFieldName();
  const show = useShownValue();
  const theirs = useReview(({ review }) => fieldOf(review.facts, clash.factId, clash.field));
  const settle = (choice: 'mine' | 'theirs') => {
    act.leaveField();
    store.update((review) => settleClash(review, clash.id, choice, () => crypto.randomUUID()));
  };
  const who = clash.by ?? t('review.somebody');
  return (
    <div className={classes['clash']} role="alert">
      <p className={classes['title']}>{t('review.clash.title', { who, field: nameOf(clash.field) })}</p>
      <div className={classes['sides']}>
        <div>
          <p className={classes['side']}>{t('review.clash.theirs', { who })}</p>
          <p className={classes['value']}>{show(theirs ?? null)}</p>
          <Button variant="default" size="xs" onClick={() => settle('theirs')}>
            {t('review.clash.keepTheirs', { who })}
          </Button>
        </div>
        <div>
          <p className={classes['side']}>{t('review.clash.mine')}</p>
          <p className={classes['value']}>{show(clash.mine)}</p>
          <Button variant="default" size="xs" onClick={() => settle('mine')}>
            {t('review.clash.keepMine')}
          </Button>
        </div>
      </div>
    </div>
  );
}
