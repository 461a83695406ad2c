import type { ReactNode } from 'react';
import { useText } from '../../platform/language.tsx';
import type { MessageKey } from '../../platform/messages.ts';
import type { TaskListSearch } from './task-search.ts';
import classes from './tasks.module.css';

/** What the list is cut to without a box to choose it in: told, so that nobody takes a part for the whole. */
export function ToldFilters({ search }: { search: TaskListSearch }): ReactNode {
  const t = useText();
  const told = [
    search.denHan && 'taskList.only.due',
    search.nhap && (`taskList.only.${search.nhap}` as const),
    search.nguoi && (search.nguoi === 'none' ? 'taskList.only.nobody' : 'taskList.only.head'),
    search.cho && (`taskList.only.${search.cho}` as const),
  ].filter((key): key is MessageKey & `taskList.only.${string}` => typeof key === 'string');
  return told.length === 0 ? null : <p className={classes['soft']}>{told.map((key) => t(key)).join(' ')}</p>;
}
