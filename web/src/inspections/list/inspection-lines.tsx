import type { InspectionRow } from '@mangnon/domain/inspections/inspections.api.ts';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import classes from '../inspections.module.css';

/** Inspections, one line each: what it is, who leads, its visits, its recommendations. */
export function InspectionLines({ label, rows }: { label: string; rows: readonly InspectionRow[] }) {
  return (
    <ul className={classes['lines']} aria-label={label}>
      {rows.map((row) => (
        <Line key={row.id} row={row} />
      ))}
    </ul>
  );
}

function Line({ row }: { row: InspectionRow }) {
  const t = useText();
  const { visits, recommendations, concluded, calledOffOn } = row;
  const asked = recommendations.open + recommendations.waiting + recommendations.settled;
  return (
    <li>
      <PageLink to="/kiem-tra/$inspectionId" params={{ inspectionId: row.id }}>
        {t('inspections.line', { kind: t(`inspections.kind.${row.kind}`), basis: row.basis })}
      </PageLink>
      <span>
        {row.lead.name}
        <br />
        <span className={classes['soft']}>
          {t('inspections.fromTo', { from: formatDay(row.startsOn), to: formatDay(row.endsOn) })}
        </span>
      </span>
      <span>
        {visits.all === 0
          ? t('inspections.line.noVisits')
          : t('inspections.line.visits', { held: visits.held, all: visits.all })}
        {visits.overdue > 0 ? (
          <strong className={classes['mark']} data-stand="overdue">
            {' '}
            {t('inspections.line.overdueVisits', { count: visits.overdue })}
          </strong>
        ) : visits.nextOn === null ? null : (
          ` ${t('inspections.line.next', { day: formatDay(visits.nextOn) })}`
        )}
      </span>
      <span>
        {concluded === null
          ? calledOffOn === null
            ? t('inspections.line.notConcluded')
            : t('inspections.line.calledOff', { day: formatDay(calledOffOn) })
          : t('inspections.line.concluded', { number: concluded.number, day: formatDay(concluded.issuedOn) })}
        {asked === 0 ? null : (
          <>
            <br />
            {t('inspections.line.recommendations', { settled: recommendations.settled, all: asked })}
          </>
        )}
        {recommendations.overdue > 0 ? (
          <strong className={classes['mark']} data-stand="overdue">
            {' '}
            {t('inspections.line.overdue', { count: recommendations.overdue })}
          </strong>
        ) : null}
        {recommendations.waiting > 0 ? ` ${t('inspections.line.waiting', { count: recommendations.waiting })}` : null}
      </span>
    </li>
  );
}
