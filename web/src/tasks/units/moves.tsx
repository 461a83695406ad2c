import { mostMoves, type Heads } from '@mangnon/domain/tasks/units.api.ts';
import { formatDay, formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { useTaskWords } from '../task-words.ts';
import classes from './units.module.css';

type Move = Heads['moves'][number];

/** Who moved which due day, when and why: a day that was moved is late for nobody. Nothing where none was. */
export function Moves({ moves }: { moves: readonly Move[] }) {
  const t = useText();
  const words = useTaskWords();
  if (moves.length === 0) return null;
  const columns: Column<Move>[] = [
    {
      key: 'task',
      label: t('accountable.moves.task'),
      heads: true,
      width: '34%',
      render: ({ taskId, words: what, unit, period }) => (
        <>
          <PageLink to="/nhiem-vu/$taskId" params={{ taskId }} preload={false}>
            {what}
          </PageLink>
          <br />
          <span className={classes['soft']}>{[unit.name, words.period(period)].filter(Boolean).join(', ')}</span>
        </>
      ),
    },
    {
      key: 'days',
      label: t('accountable.moves.days'),
      render: ({ from, to }) => `${formatDay(from)} → ${formatDay(to)}`,
    },
    {
      key: 'by',
      label: t('accountable.moves.by'),
      render: ({ by, at }) => (
        <>
          {by}
          <br />
          <span className={classes['soft']}>{formatInstant(at)}</span>
        </>
      ),
    },
    {
      key: 'reason',
      label: t('accountable.moves.reason'),
      width: '26%',
      render: ({ reason }) => reason ?? t('accountable.moves.granted'),
    },
  ];
  return (
    <section aria-labelledby="doi-han" className={classes['section']}>
      <h2 id="doi-han">{t('accountable.moves')}</h2>
      <p className={`${classes['soft']} ${classes['finding']}`}>{t('accountable.moves.hint', { most: mostMoves })}</p>
      <div className={classes['table']}>
        <DataTable label={t('accountable.moves')} columns={columns} rows={moves} rowKey={({ id }) => id} />
      </div>
    </section>
  );
}
