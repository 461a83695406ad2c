import type { Plan } from '@mangnon/domain/plans/plans.api.ts';
import type { getHeat } from '@mangnon/domain/tasks/tasks.api.ts';
import type { z } from 'zod';
import { useText } from '../../../platform/language.tsx';
import { PageLink } from '../../../platform/links.tsx';
import { StatusMark } from '../../../tasks/status-mark.tsx';
import { nameOf, type PlanTask } from '../arrange-tasks.ts';
import { SourceButton } from '../plan-source.tsx';
import classes from './views.module.css';

type Heat = z.infer<typeof getHeat.response>;

/** So many units are shown at once. */
const few = 3;

/** Section, sentence, unit: what belongs to what; a sentence opens to the units it was given to. */
export function TaskTree({
  tasks,
  sections,
  heat,
}: {
  tasks: readonly PlanTask[];
  sections: Plan['sections'];
  /** Left out where this person may not see how tasks stand. */
  heat: Heat | undefined;
}) {
  const t = useText();
  const titleOf = new Map(sections.map(({ label, title }) => [label, title]));
  const cellsOf = Map.groupBy(heat?.cells ?? [], ({ sentence }) => heat?.sentences[sentence]?.planTaskId ?? '');
  const groups = [...Map.groupBy(tasks, ({ section }) => section)];
  return (
    <ul className={classes['tree']} aria-label={t('planViews.tree')}>
      {groups.map(([section, own]) => (
        <li key={section}>
          <details open>
            <summary>
              <h3>
                {section === ''
                  ? t('planViews.noSection')
                  : [section, titleOf.get(section) ?? titleOf.get(section.split('.').at(-1) ?? '')]
                      .filter(Boolean)
                      .join('. ')}{' '}
                ({t('planViews.count', { count: own.length })})
              </h3>
            </summary>
            <ul>
              {own.map((task) => {
                const cells = cellsOf.get(task.id) ?? [];
                return (
                  <li key={task.id}>
                    <SourceButton factId={task.id} hasSource={task.span !== null}>
                      {task.text}
                    </SourceButton>
                    {cells.length === 0 ? (
                      <p className={classes['soft']}>
                        {task.lead.map(nameOf).join('; ') || t('plan.tasks.general')}
                        {heat === undefined ? '' : `. ${t('planViews.notGiven')}`}
                      </p>
                    ) : (
                      <Units cells={cells} heat={heat} />
                    )}
                  </li>
                );
              })}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}

/** The units of a sentence with how each stands; many are folded up under their number. */
function Units({ cells, heat }: { cells: Heat['cells']; heat: Heat | undefined }) {
  const t = useText();
  const list = (
    <ul>
      {cells.map(({ unit, status, taskId }) => (
        <li key={taskId}>
          <PageLink to="/nhiem-vu/$taskId" params={{ taskId }} preload={false}>
            {heat?.units[unit]?.name}
          </PageLink>{' '}
          <StatusMark status={status} />
        </li>
      ))}
    </ul>
  );
  if (cells.length <= few) return list;
  return (
    <details>
      <summary>{t('planViews.units', { count: cells.length })}</summary>
      {list}
    </details>
  );
}
