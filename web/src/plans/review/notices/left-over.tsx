import { useState } from 'react';
import { useText } from '../../../platform/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { createUnsentStorage } from '../sync/unsent-storage.ts';
import { useShownValue } from './field-words.ts';
import classes from './notices.module.css';

/** What this person typed and the server never took, on a draft that can no longer be edited: still theirs to copy. */
export function LeftOver({ draftId, personId }: { draftId: string; personId: string }) {
  const t = useText();
  const show = useShownValue();
  const [words] = useState(() => {
    const { queue, clashes } = createUnsentStorage(localStorage, personId, draftId).load();
    const typed = queue.flatMap(({ edit: { act } }) =>
      act.type === 'change' ? Object.values(act.fields).map((field) => field.to) : [],
    );
    return [...typed, ...clashes.map((clash) => clash.mine)];
  });
  if (words.length === 0) return null;
  return (
    <Notice tone="doubt" title={t('review.leftOver')}>
      {words.map((word, at) => (
        <p key={at} className={classes['value']}>
          {show(word)}
        </p>
      ))}
    </Notice>
  );
}
