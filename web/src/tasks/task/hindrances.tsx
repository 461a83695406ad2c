import { actOnHindrance } from '@mangnon/domain/tasks/progress.api.ts';
import type { TaskPeriod } from '@mangnon/domain/tasks/tasks.api.ts';
import { Group } from '@mantine/core';
import { call } from '../../platform/api.ts';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import classes from './task.module.css';
import { WordsForm } from './words-form.tsx';

type Hindrance = TaskPeriod['hindrances'][number];

/** What keeps the unit from the task, what was done about it, and what this person may do. */
export function Hindrances({ period }: { period: TaskPeriod }) {
  const t = useText();
  if (period.hindrances.length === 0) return null;
  return (
    <>
      <h3>{t('hindrance.title')}</h3>
      <ul className={classes['list']} aria-label={t('hindrance.title')}>
        {period.hindrances.map((one) => (
          <li key={one.id}>
            <p className={classes['written']}>
              <strong>{one.words}</strong>
            </p>
            <p className={classes['soft']}>
              {t('task.byAt', { by: one.raisedBy.name, at: formatInstant(one.raisedAt) })}
            </p>
            {one.acts.map((act) => (
              <p key={act.id} className={classes['written']}>
                {t(`hindrance.act.${act.kind}`, { to: act.to ?? t('hindrance.ministry') })}: {act.words}{' '}
                <span className={classes['soft']}>
                  ({t('task.byAt', { by: act.by.name, at: formatInstant(act.at) })})
                </span>
              </p>
            ))}
            <p>{t(`hindrance.state.${one.state}`, { place: one.withPlace?.name ?? t('hindrance.ministry') })}</p>
            <Acts hindrance={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Acts({ hindrance }: { hindrance: Hindrance }) {
  const t = useText();
  const { can } = hindrance;
  const acts = (
    [
      ['answered', can.answer],
      ['passed_up', can.passUp],
      ['settled', can.settle],
      ['reopened', can.reopen],
    ] as const
  ).flatMap(([kind, may]) => (may ? [kind] : []));
  if (acts.length === 0) return null;
  return (
    <Group gap="sm">
      {acts.map((kind) => (
        <WordsForm
          key={kind}
          about={`${kind}.${hindrance.id}`}
          open={t(`hindrance.do.${kind}`)}
          label={t(`hindrance.do.words.${kind}`)}
          act={({ id, words }) =>
            call(actOnHindrance, { params: { hindranceId: hindrance.id }, body: { id, kind, words } })
          }
        />
      ))}
    </Group>
  );
}
