import { actOnVisit, type Visit } from '@mangnon/domain/inspections/inspections.api.ts';
import { Group } from '@mantine/core';
import { call } from '../../platform/api.ts';
import { formatDay, formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { WordsForm } from '../../tasks/task/words-form.tsx';
import classes from '../inspections.module.css';
import { VisitMark } from '../marks.tsx';

/** One visit: its day, how it stands, what happened to it, and what may be done. */
export function VisitLine({ visit, today }: { visit: Visit; today: string }) {
  const t = useText();
  const { can, history } = visit;
  const params = { visitId: visit.id };
  const moves = history.filter(({ kind }) => kind !== 'planned' && kind !== 'held');
  return (
    <li>
      <p>
        <strong>
          {visit.heldOn === null
            ? t('inspections.visit.plannedOn', { day: formatDay(visit.plannedOn) })
            : t('inspections.visit.heldOn', { day: formatDay(visit.heldOn) })}
        </strong>{' '}
        <VisitMark stand={visit.stand} />
      </p>
      {visit.notHeldReason === null ? null : <p className={classes['written']}>{visit.notHeldReason}</p>}
      {moves.length === 0 ? null : (
        <details className={classes['history']}>
          <summary>{t('inspections.visit.history', { count: moves.length })}</summary>
          <ul>
            {moves.map((event) => (
              <li key={event.id}>
                {t(`inspections.visit.event.${event.kind}`, {
                  from: formatDay(event.from ?? ''),
                  to: formatDay(event.to ?? ''),
                })}{' '}
                {event.reason} ({t('task.byAt', { by: event.by.name, at: formatInstant(event.at) })})
              </li>
            ))}
          </ul>
        </details>
      )}
      {can.hold || can.move || can.notHold || can.reopen ? (
        <Group gap="sm" mt="xs" className="not-printed">
          {can.hold ? (
            <WordsForm
              about={`held.${visit.id}`}
              open={t('inspections.visit.do.held')}
              day={{
                label: t('inspections.visit.heldDay'),
                value: visit.plannedOn < today ? visit.plannedOn : today,
              }}
              act={({ id, day }) => call(actOnVisit, { params, body: { id, kind: 'held', on: day } })}
            />
          ) : null}
          {can.move ? (
            <WordsForm
              about={`move.${visit.id}`}
              open={t('inspections.visit.do.moved')}
              label={t('inspections.visit.reason')}
              day={{ label: t('inspections.visit.newDay'), value: visit.plannedOn }}
              act={({ id, words, day }) =>
                call(actOnVisit, { params, body: { id, kind: 'moved', on: day, reason: words } })
              }
            />
          ) : null}
          {can.notHold ? (
            <WordsForm
              about={`notHeld.${visit.id}`}
              open={t('inspections.visit.do.not_held')}
              label={t('inspections.visit.whyNot')}
              act={({ id, words }) => call(actOnVisit, { params, body: { id, kind: 'not_held', reason: words } })}
            />
          ) : null}
          {can.reopen ? (
            <WordsForm
              about={`reopen.${visit.id}`}
              open={t('inspections.visit.do.reopened')}
              label={t('inspections.visit.reason')}
              act={({ id, words }) => call(actOnVisit, { params, body: { id, kind: 'reopened', reason: words } })}
            />
          ) : null}
        </Group>
      ) : null}
    </li>
  );
}
