import type { listTasks } from '@mangnon/domain/tasks/tasks.api.ts';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { useText } from '../../platform/language.tsx';
import type { MessageKey } from '../../platform/messages.ts';
import type { TaskListSearch } from './task-search.ts';
import classes from './tasks.module.css';

export type Head = z.infer<typeof listTasks.response>['head'];

/** What the list is cut to without a box to choose it in: told, so that nobody takes a part for the whole. */
export function ToldFilters({ search, head }: { search: TaskListSearch; head: Head }): ReactNode {
  const t = useText();
  const told = [
    search.khongHan && 'taskList.only.noDue',
    search.denHan && 'taskList.only.due',
    search.nhap && (`taskList.only.${search.nhap}` as const),
    search.doiHan && (`taskList.only.moved.${search.doiHan}` as const),
    search.nguoi &&
      (search.nguoi === 'none' ? 'taskList.only.nobody' : head ? 'taskList.only.headNamed' : 'taskList.only.head'),
    search.cho && (`taskList.only.${search.cho}` as const),
  ].filter((key): key is MessageKey & `taskList.only.${string}` => typeof key === 'string');
  if (told.length === 0) return null;
  return <p className={classes['soft']}>{told.map((key) => t(key, { ...head })).join(' ')}</p>;
}
