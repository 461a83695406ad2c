import { setForm } from '@mangnon/domain/reports/versions.api.ts';
import type { FormTable } from '@mangnon/domain/reports/report-form.ts';
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay, formatInstant } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { formQuery, type FormOfRegime } from '../reports.queries.ts';
import { useReportAct } from '../use-report-act.ts';
import { TableEditor, type TableDraft } from './table-editor.tsx';
import { TableWords } from './table-words.tsx';
import classes from './form.module.css';

const route = getRouteApi('/frame/che-do-bao-cao/$regimeId/bieu-mau');

/** Which figures a regime asks for: read by everybody, set by who keeps the plan. */
export function FormPage() {
  const t = useText();
  const { regimeId } = route.useParams();
  const found = useQuery(formQuery(regimeId));
  const { data } = found;
  const last = data?.versions.at(-1);
  return (
    <>
      <Crumbs
        trail={[
          { label: t('reports.title'), to: '/che-do-bao-cao' },
          { label: t('reports.one'), to: '/che-do-bao-cao/$regimeId', params: { regimeId } },
        ]}
        here={t('form.title')}
      />
      <PageHeading
        title={t('form.title')}
        state={
          data === undefined
            ? undefined
            : t(data.can.edit ? (data.tables === null ? 'form.state.none' : 'form.state.edit') : 'form.state.read')
        }
      />
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {last === undefined ? null : (
        <p className={classes['soft']}>
          {t('form.since', {
            version: last.version,
            day: formatDay(last.firstDueOn),
            by: last.setBy,
            at: formatInstant(last.setAt),
          })}
        </p>
      )}
      {data === undefined ? null : data.can.edit ? (
        <FormEditor key={last?.version ?? 0} regimeId={regimeId} form={data} />
      ) : (
        (data.tables ?? []).map((table) => <TableWords key={table.title.vi} table={table} form={data} />)
      )}
    </>
  );
}

const draftOf = (table: FormTable): TableDraft => ({ ...table, id: crypto.randomUUID() });
const isWhole = ({ title, codes }: TableDraft) => title.vi.trim() !== '' && codes.length > 0;

function FormEditor({ regimeId, form }: { regimeId: string; form: FormOfRegime }) {
  const t = useText();
  const { language } = useLanguage();
  const [tables, setTables] = useState<readonly TableDraft[]>(() => (form.tables ?? []).map(draftOf));
  const coming = form.dueDays;
  const [firstDueOn, setFirstDueOn] = useState(() => (coming.at(-1) ?? { dueOn: '' }).dueOn);
  const [id] = useState(() => crypto.randomUUID());
  const [asked, setAsked] = useState(false);
  const save = useReportAct(() =>
    call(setForm, {
      params: { regimeId },
      body: {
        id,
        firstDueOn,
        tables: tables.map(({ title, by, codes, agencies }) => {
          const vi = title.vi.trim();
          return { title: { vi, en: title.en.trim() || vi }, by, codes, agencies };
        }),
      },
    }),
  );
  const change = (at: number, changed: Partial<TableDraft>) =>
    setTables(tables.map((table, index) => (index === at ? { ...table, ...changed } : table)));
  return (
    <>
      <NativeSelect
        className={classes['narrow']}
        label={t('form.starter')}
        description={t('form.starter.rule')}
        value=""
        data={[
          { value: '', label: t('form.starter.none') },
          ...form.starters.map(({ code, name }) => ({ value: code, label: name[language] })),
        ]}
        onChange={(event) => {
          const starter = form.starters.find(({ code }) => code === event.currentTarget.value);
          if (starter !== undefined) setTables([...tables, ...starter.tables.map(draftOf)]);
        }}
      />
      {tables.map((table, at) => (
        <TableEditor
          key={table.id}
          number={at + 1}
          table={table}
          form={form}
          asked={asked}
          onChange={(changed) => change(at, changed)}
          onRemove={() => setTables(tables.filter((one) => one !== table))}
          onUp={
            at === 0
              ? null
              : () =>
                  setTables([...tables.slice(0, at - 1), table, ...tables.slice(at - 1, at), ...tables.slice(at + 1)])
          }
        />
      ))}
      <Button
        variant="default"
        onClick={() =>
          setTables([...tables, draftOf({ title: { vi: '', en: '' }, by: null, codes: [], agencies: null })])
        }
      >
        {t('form.add')}
      </Button>
      <div className={classes['save']}>
        <p>{t('form.cells', { cells: countCells(tables, form) })}</p>
        <NativeSelect
          className={classes['narrow']}
          label={t('form.from')}
          description={t('form.from.rule')}
          value={firstDueOn}
          data={coming.map(({ dueOn, label }) => ({
            value: dueOn,
            label: t('form.from.one', { day: formatDay(dueOn), label }),
          }))}
          onChange={(event) => setFirstDueOn(event.currentTarget.value)}
        />
        {save.error ? <ErrorNotice error={save.error} /> : null}
        <Button
          disabled={save.isPending || tables.length === 0}
          onClick={() => {
            setAsked(true);
            if (tables.every(isWhole)) save.mutate();
          }}
        >
          {t('form.save')}
        </Button>
        <output>{save.isSuccess ? t('form.saved', { day: formatDay(firstDueOn) }) : null}</output>
      </div>
    </>
  );
}

/** Cells one unit fills: each count once, and its parts where it is split. A cell of two tables counts once. */
function countCells(tables: readonly FormTable[], form: FormOfRegime): number {
  const parts = new Map(form.splits.map((one) => [one.code, one.parts]));
  const cells = new Map<string, number>();
  for (const { by, codes } of tables) {
    for (const code of codes) {
      cells.set(code, 1);
      const splits = form.counts.find((one) => one.code === code)?.splits ?? [];
      if (by !== null && splits.includes(by)) cells.set(`${code} ${by}`, parts.get(by) ?? 0);
    }
  }
  return [...cells.values()].reduce((sum, count) => sum + count, 0);
}
