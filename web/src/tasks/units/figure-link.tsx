import { formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import type { TaskListSearch } from '../list/task-search.ts';
import classes from './units.module.css';

/** A number that opens the list of exactly those periods; zero opens nothing. */
export function FigureLink({
  count,
  what,
  who,
  search,
}: {
  count: number;
  /** For ears: what is counted, and of whom. */
  what: string;
  who: string;
  search: TaskListSearch;
}) {
  const t = useText();
  const { language } = useLanguage();
  if (count === 0) {
    return (
      <span data-zero className={classes['soft']}>
        0
      </span>
    );
  }
  return (
    <PageLink to="/nhiem-vu" search={search} preload={false} aria-label={t('figures.link', { count, what, who })}>
      {formatNumber(count, language)}
    </PageLink>
  );
}
