import { sayDoubt } from '@mangnon/domain/plans/doubt-sentences.ts';
import { readingWarnings, type ReadingWarningCode } from '@mangnon/domain/plans/reading-warnings.ts';
import { useLanguage, useText } from '../../../platform/language.tsx';
import { isOpen } from '../state/fact-rows.ts';
import type { Doubt } from '../state/grouping.ts';
import classes from './rows.module.css';

/** Few words for a doubt; a code the screen does not know yet still says that there is something to look at. */
function useDoubtName(): (doubt: Doubt) => string {
  const t = useText();
  return ({ data }) =>
    t(data.code in readingWarnings ? `review.doubt.${data.code as ReadingWarningCode}` : 'review.doubt.other');
}

/** On a row that is not in hand: that it is doubted, and why in few words. */
export function DoubtMarks({ doubts }: { doubts: readonly Doubt[] }) {
  const t = useText();
  const nameOf = useDoubtName();
  if (doubts.length === 0) return null;
  return (
    <ul className={classes['marks']}>
      {doubts.map((doubt) => (
        <li key={doubt.id} className={classes[isOpen(doubt) ? 'open' : 'settled']}>
          <span aria-hidden="true">{isOpen(doubt) ? '▲' : '✓'}</span>{' '}
          {isOpen(doubt)
            ? nameOf(doubt)
            : t(`review.settled.${doubt.data.settled ?? 'accepted'}`, { doubt: nameOf(doubt) })}
        </li>
      ))}
    </ul>
  );
}

/** On the row in hand: the whole sentence of each doubt. */
export function OpenDoubts({ doubts }: { doubts: readonly Doubt[] }) {
  const { language } = useLanguage();
  const nameOf = useDoubtName();
  const settled = doubts.filter((doubt) => !isOpen(doubt));
  return (
    <>
      {doubts.filter(isOpen).map((doubt) => (
        <p key={doubt.id} className={classes['sentence']}>
          <strong>
            <span aria-hidden="true">▲</span> {nameOf(doubt)}.
          </strong>{' '}
          {sayDoubt(doubt.data.code, doubt.data.message, language)}
        </p>
      ))}
      <DoubtMarks doubts={settled} />
    </>
  );
}
