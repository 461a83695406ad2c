import { dutyStates, type DutyCounts, type DutyState } from '@mangnon/domain/reports/duty-state.ts';
import { useText } from '../platform/language.tsx';
import colours from '../tasks/status-colours.module.css';
import classes from './reports.module.css';

/** The colour of the task status that says the same. */
const colourOf: Readonly<Record<DutyState, string>> = {
  missing: 'under_way_overdue',
  not_yet_due: 'not_yet_due',
  sent_late: 'done_late',
  sent_on_time: 'done_on_time',
};

/** How many units sent, are late, or are still to send: a bar to look at, the same in words under it. */
export function DutyBar({ counts, units }: { counts: DutyCounts; units: number }) {
  const t = useText();
  if (units === 0) return <span className={classes['soft']}>{t('reports.nobody')}</span>;
  const there = dutyStates.filter((state) => counts[state] > 0);
  return (
    <span className={classes['duties']}>
      <span className={classes['bar']} aria-hidden="true">
        {there.toReversed().map((state) => (
          <span
            key={state}
            className={colours['filled']}
            data-status={colourOf[state]}
            style={{ flexGrow: counts[state], flexBasis: 0 }}
          />
        ))}
      </span>
      <span>
        {t('reports.of', { sent: counts.sent_on_time + counts.sent_late, units })}
        {there
          .filter((state) => state !== 'sent_on_time')
          .map((state) => `; ${t(`reports.count.${state}`, { count: counts[state] })}`)
          .join('')}
        .
      </span>
    </span>
  );
}
