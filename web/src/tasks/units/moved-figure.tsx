import type { UnitFigures } from '@mangnon/domain/tasks/unit-figures.ts';
import { useText } from '../../platform/language.tsx';
import type { TaskListSearch } from '../list/task-search.ts';
import { FigureLink } from './figure-link.tsx';
import classes from './units.module.css';

/** How many periods had their due day moved, and of them how many are late by the day first given; both open their lists. */
export function MovedFigure({
  figures: { dueMoved, lateByFirst },
  who,
  search,
}: {
  figures: Pick<UnitFigures, 'dueMoved' | 'lateByFirst'>;
  who: string;
  search: TaskListSearch;
}) {
  const t = useText();
  return (
    <>
      <FigureLink count={dueMoved} what={t('figures.moved')} who={who} search={{ ...search, doiHan: 'any' }} />
      {lateByFirst === 0 ? null : (
        <span className={`${classes['soft']} ${classes['below']}`}>
          {t('figures.movedLate.of')}{' '}
          <FigureLink
            count={lateByFirst}
            what={t('figures.movedLate')}
            who={who}
            search={{ ...search, doiHan: 'late' }}
          />
        </span>
      )}
    </>
  );
}
