import { taskStatuses } from '@mangnon/domain/tasks/task-status.ts';
import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { SearchBox } from '../../platform/search-box.tsx';
import { ToldFilters, type Head } from './told-filters.tsx';
import type { TaskListSearch } from './task-search.ts';
import { overviewQuery } from '../tasks.queries.ts';
import classes from './tasks.module.css';

type Change = { readonly [Key in keyof TaskListSearch]?: TaskListSearch[Key] | undefined };

/** What the list shows: by plan, agency, place, status and words; only what has tasks is offered. */
export function TaskFilters({
  search,
  head,
  onChange,
}: {
  search: TaskListSearch;
  /** Whose tasks they are, where the list is cut to those of one head. */
  head: Head;
  onChange: (change: Change) => void;
}) {
  const t = useText();
  const inPlan = search.keHoach === undefined ? {} : { planId: search.keHoach };
  const plans = useQuery({ ...overviewQuery({}, 'plan'), staleTime: 60_000 });
  const agencies = useQuery({ ...overviewQuery(inPlan, 'agency'), staleTime: 60_000 });
  const places = useQuery({ ...overviewQuery(inPlan, 'place'), staleTime: 60_000 });
  const offered = (found: typeof plans) =>
    (found.data?.groups ?? []).map(({ key, name }) => ({ value: key, label: name }));
  const filtered = Object.keys(search).some((name) => name !== 'theo');
  return (
    <>
      <div className={classes['filters']}>
        <SearchBox
          label={t('taskList.search')}
          placeholder={t('taskList.search.hint')}
          value={search.tim ?? ''}
          onWords={(tim) => onChange({ tim: tim || undefined })}
        />
        {(
          [
            ['keHoach', 'plan', offered(plans)],
            ['coQuan', 'agency', offered(agencies)],
            ['diaBan', 'place', offered(places)],
            [
              'tinhTrang',
              'status',
              taskStatuses.map((status) => ({ value: status, label: t(`tasks.status.${status}`) })),
            ],
          ] as const
        ).map(([name, what, data]) => (
          <Select
            key={name}
            label={t(`taskList.${what}`)}
            placeholder={t(`taskList.${what}.any`)}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t(`taskList.${what}.any`) }}
            value={search[name] ?? null}
            data={data}
            onChange={(value) => onChange({ [name]: value ?? undefined })}
          />
        ))}
        {filtered ? (
          <Button
            variant="default"
            onClick={() =>
              onChange({
                keHoach: undefined,
                viec: undefined,
                coQuan: undefined,
                diaBan: undefined,
                tinhTrang: undefined,
                tim: undefined,
                tuNgay: undefined,
                denNgay: undefined,
                khongHan: undefined,
                denHan: undefined,
                nhap: undefined,
                doiHan: undefined,
                nguoi: undefined,
                cho: undefined,
                noiQuyet: undefined,
              })
            }
          >
            {t('taskList.clear')}
          </Button>
        ) : null}
      </div>
      {search.tuNgay !== undefined && search.denNgay !== undefined ? (
        <p className={classes['soft']}>
          {t('taskList.days', { from: formatDay(search.tuNgay), to: formatDay(search.denNgay) })}
        </p>
      ) : null}
      <ToldFilters search={search} head={head} />
    </>
  );
}
