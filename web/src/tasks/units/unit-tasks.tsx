import { totalOf } from '@mangnon/domain/tasks/task-status.ts';
import { judgeShare, shareOnTime } from '@mangnon/domain/tasks/unit-figures.ts';
import type { UnitTasks as Unit } from '@mangnon/domain/tasks/units.api.ts';
import { useQuery } from '@tanstack/react-query';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { useMay } from '../../platform/session.queries.ts';
import type { TaskListSearch } from '../list/task-search.ts';
import { unitQuery } from '../tasks.queries.ts';
import { FigureLink } from './figure-link.tsx';
import { UnitMonths } from './unit-months.tsx';
import { UnitPapers } from './unit-papers.tsx';
import { waitKinds, Waits } from './waits.tsx';
import classes from './units.module.css';

/** On a unit's page: how it stands with its tasks, in one sentence, in numbers that open their lists, and by month. */
export function UnitTasks({ placeId, agencyId }: { placeId: string; agencyId: string }) {
  const t = useText();
  const may = useMay()('tasks.task.read');
  const found = useQuery({ ...unitQuery(placeId, agencyId), enabled: may });
  if (!may) return null;
  return (
    <section aria-labelledby="nhiem-vu-cua-don-vi" className={classes['section']}>
      <h2 id="nhiem-vu-cua-don-vi">{t('unit.tasks')}</h2>
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <output>{t('app.loading', { what: t('unit.what') })}</output> : null}
      {found.data ? <Told unit={found.data} /> : null}
    </section>
  );
}

function Told({ unit: page }: { unit: Unit }) {
  const t = useText();
  const { language } = useLanguage();
  const { unit, figures, hindered, toDecide, today } = page;
  const { counts } = figures;
  const judged = judgeShare(counts);
  const { part, of } = shareOnTime(counts);
  const said = { all: formatNumber(totalOf(counts), language) };
  const numbers: readonly (readonly [string, number | null, TaskListSearch])[] = [
    [t('figures.overdue'), counts.under_way_overdue, { tinhTrang: 'under_way_overdue' }],
    [t('figures.late'), counts.done_late, { tinhTrang: 'done_late' }],
    [t('figures.onTime'), counts.done_on_time, { tinhTrang: 'done_on_time' }],
    [t('figures.covered'), figures.coveredUp, { nhap: 'after_due' }],
    [t('figures.moved'), figures.dueMoved, { doiHan: 'any' }],
    [t('figures.movedLate.unit'), figures.lateByFirst, { doiHan: 'late' }],
    [t('figures.waiting'), figures.waiting, { cho: 'report' }],
    [t('unit.hindered'), hindered, { cho: 'hindrance' }],
  ];
  return (
    <>
      <p className={classes['finding']}>
        {judged === 'no_tasks' || judged === 'nothing_due'
          ? t(`unit.finding.${judged}`, said)
          : t('unit.finding', { ...said, part: formatNumber(part, language), of: formatNumber(of, language) })}
      </p>
      {judged === 'no_tasks' ? null : (
        <>
          <h3>{t('unit.counts')}</h3>
          <ul className={classes['figures']}>
            {numbers.map(([what, count, search]) =>
              count === null ? null : (
                <li key={what}>
                  <span>{what}</span>
                  <FigureLink
                    count={count}
                    what={what}
                    who={unit.name}
                    search={{ coQuan: unit.agencyId, diaBan: unit.placeId, ...search }}
                  />
                </li>
              ),
            )}
          </ul>
          <UnitMonths unit={unit} months={page.months} />
          <UnitPapers unit={unit} today={today} />
        </>
      )}
      {toDecide === null ? null : (
        <>
          <h3>{t('unit.decide')}</h3>
          <ul className={classes['figures']}>
            {waitKinds.map((kind) => (
              <li key={kind}>
                <span>{t(`accountable.decide.${kind}`)}</span>
                <span>
                  <Waits
                    kind={kind}
                    toDecide={toDecide}
                    place={{ placeId: unit.placeId, name: unit.name }}
                    today={today}
                  />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
