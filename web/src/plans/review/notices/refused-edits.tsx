import { Button } from '@mantine/core';
import { Notice } from '../../../ui/notice.tsx';
import { useLanguage, useText } from '../../../platform/language.tsx';
import { useReview, useTools } from '../review-tools.ts';
import { dismissRefused } from '../state/clashes.ts';
import { factFromWords } from '../state/new-fact.ts';
import type { RefusedEdit } from '../state/review-state.ts';
import { useShownValue } from './field-words.ts';
import classes from './notices.module.css';

/** What the server would not take: why, and every word of it, until the person puts it away. */
export function RefusedEdits() {
  const refused = useReview(({ review }) => review.refused);
  return refused.map((one) => <Refused key={one.edit.editId} refused={one} />);
}

function Refused({ refused }: { refused: RefusedEdit }) {
  const t = useText();
  const { language } = useLanguage();
  const { store, act } = useTools();
  const show = useShownValue();
  const { edit, message } = refused;
  const words = edit.act.type === 'change' ? Object.values(edit.act.fields).map((field) => field.to) : [];
  const text = edit.act.type === 'change' ? edit.act.fields['text']?.to : undefined;
  const putAway = () => store.update((review) => dismissRefused(review, edit.editId));
  return (
    <Notice
      tone="danger"
      title={message[language]}
      alert
      actions={
        <>
          {typeof text === 'string' ? (
            <Button
              size="xs"
              onClick={() => {
                act.add('task', factFromWords('task', text, [], ''), null, null);
                putAway();
              }}
            >
              {t('review.refused.addAgain')}
            </Button>
          ) : null}
          <Button size="xs" variant="default" onClick={putAway}>
            {t('review.refused.putAway')}
          </Button>
        </>
      }
    >
      {words.length > 0 ? (
        <p className={classes['value']}>{t('review.refused.words', { words: words.map(show).join(' · ') })}</p>
      ) : null}
    </Notice>
  );
}
