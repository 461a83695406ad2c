import type { Task } from '@mangnon/domain/tasks/tasks.api.ts';
import { formatDay, formatInstant, formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { TaskHistory } from './task-history.tsx';
import classes from './task.module.css';

/** Whose the task is, who answers for it, what it must produce, the sentence it comes from, and what was done to it. */
export function TaskFacts({ task }: { task: Task }) {
  const t = useText();
  const { language } = useLanguage();
  const { sentence, accountable, product } = task;
  const rows = [
    [
      t('task.sentence'),
      <PageLink
        key="s"
        to="/ke-hoach/$planId"
        params={{ planId: sentence.planId }}
        search={{ cau: sentence.planTaskId }}
      >
        {sentence.text}
      </PageLink>,
    ],
    [
      t('task.lead'),
      <PageLink
        key="u"
        to="/don-vi/$placeId/$agencyId"
        params={{ placeId: task.unit.placeId, agencyId: task.unit.agencyId }}
      >
        {task.unit.name}
      </PageLink>,
    ],
    [t('task.accountable'), accountable === null ? t('task.accountable.none') : t('task.person', { ...accountable })],
    [t('task.requester'), task.requester.name],
    ...(task.parties.length === 0
      ? []
      : [[t('task.parties'), task.parties.map(({ unit, person }) => unit?.name ?? person?.name).join('; ')]]),
    ...(product === null
      ? []
      : [
          [
            t('task.product'),
            product.figure === null
              ? product.words
              : t('task.product.figure', {
                  words: product.words,
                  value: formatNumber(product.figure.value, language),
                  unit: product.figure.unit,
                }),
          ],
        ]),
    [t('task.repeats'), t(`tasks.repeats.${task.repeats}`)],
    [
      t('task.runs'),
      task.endsOn === null
        ? t('task.runs.open', { from: formatDay(task.startsOn) })
        : t('task.runs.to', { from: formatDay(task.startsOn), to: formatDay(task.endsOn) }),
    ],
    [t('task.given'), t('task.byAt', { by: task.assignedBy.name, at: formatInstant(task.assignedAt) })],
  ] as const;
  return (
    <>
      <dl className={classes['facts']}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <TaskHistory task={task} />
    </>
  );
}
