import type { Task } from '@mangnon/domain/tasks/tasks.api.ts';
import { formatDay } from '../../platform/format.ts';
import { HistoryList } from '../../platform/history/history-list.tsx';
import { useText } from '../../platform/language.tsx';
import type { MessageKey } from '../../platform/messages.ts';
import { useTaskWords } from '../task-words.ts';
import { arrangeHistory, type Past } from './arrange-history.ts';
import classes from './task.module.css';

/** Who did what to this task, and when: given, changed, reported, decided, reminded. */
export function TaskHistory({ task }: { task: Task }) {
  const t = useText();
  const words = useTaskWords();
  const past = arrangeHistory(task);
  const entries = past.map((one) => ({
    ...one,
    by: { name: one.by.name, title: '' },
    fields: fieldsOf(one),
  }));
  return (
    <details className={classes['period']}>
      <summary>
        <h2 className={classes['label']}>{t('taskHistory.title', { count: past.length })}</h2>
      </summary>
      <HistoryList entries={entries} tellWhat={tellWhat}>
        {(entry) => (entry.words === null ? null : <p className={classes['written']}>{entry.words}</p>)}
      </HistoryList>
    </details>
  );

  function tellWhat({ what, day, period }: Omit<Past, 'by'>): string {
    const said = t(`taskHistory.${what}` as MessageKey, { day: day === null ? '' : formatDay(day) });
    const of = period === null ? '' : words.period(period);
    return of === '' ? said : `${said} (${of})`;
  }

  function fieldsOf({ what, before, after }: Past) {
    if (before === null || after === null) return [];
    if (what !== 'event.due_moved') return [{ column: t('taskHistory.column.words'), before, after }];
    return [{ column: t('taskHistory.column.due'), before: formatDay(before), after: formatDay(after) }];
  }
}
