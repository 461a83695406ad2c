import { putReminderSteps } from '@mangnon/domain/attention/mail-state.api.ts';
import type { ReminderStep } from '@mangnon/domain/attention/plan-reminders.ts';
import { audiences, type Audience } from '@mangnon/domain/attention/reminder-source.ts';
import { Button, Group, NativeSelect, NumberInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../platform/api.ts';
import { ErrorNotice } from '../platform/error-notice.tsx';
import { useText } from '../platform/language.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Notice } from '../ui/notice.tsx';
import classes from './attention.module.css';
import { reminderStepsQuery } from './attention.queries.ts';

/** The steps as they stand; who keeps them changes them all at once. */
export function ReminderSteps() {
  const t = useText();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(reminderStepsQuery);
  const [draft, setDraft] = useState<ReminderStep[] | null>(null);
  const write = useMutation({
    mutationFn: (steps: ReminderStep[]) => call(putReminderSteps, { body: { steps } }),
    onSuccess: (stored) => {
      queryClient.setQueryData(reminderStepsQuery.queryKey, stored);
      setDraft(null);
    },
  });
  const columns: Column<ReminderStep>[] = [
    { key: 'when', label: t('reminders.column.when'), heads: true, render: ({ workingDays }) => tellWhen(workingDays) },
    { key: 'whom', label: t('reminders.column.whom'), render: ({ audience }) => t(`reminders.audience.${audience}`) },
  ];
  const put = (at: number, step: Partial<ReminderStep>) =>
    setDraft((draft ?? []).map((one, index) => (index === at ? { ...one, ...step } : one)));
  return (
    <section className={classes['section']}>
      <h2>{t('reminders.steps')}</h2>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {write.error ? <ErrorNotice error={write.error} marked /> : null}
      {write.isSuccess && draft === null ? <Notice tone="calm" title={t('reminders.saved')} alert /> : null}
      {data === undefined ? null : draft === null ? (
        <>
          <DataTable
            label={t('reminders.steps')}
            columns={columns}
            rows={data.steps}
            rowKey={({ audience, workingDays }) => `${audience} ${workingDays}`}
          />
          {data.can.edit ? (
            <p>
              <Button variant="default" onClick={() => setDraft(data.steps)}>
                {t('reminders.edit')}
              </Button>
            </p>
          ) : null}
        </>
      ) : (
        <form
          className={classes['steps']}
          onSubmit={(event) => {
            event.preventDefault();
            write.mutate(draft);
          }}
        >
          <p>{t('reminders.days.hint')}</p>
          {draft.map((step, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no other name while they are typed
            <fieldset key={at} className={classes['step']} aria-label={t('reminders.step', { number: at + 1 })}>
              <NumberInput
                label={t('reminders.days')}
                value={step.workingDays}
                min={-60}
                max={120}
                allowDecimal={false}
                w={140}
                onChange={(value) => put(at, { workingDays: Number(value) })}
              />
              <NativeSelect
                label={t('reminders.column.whom')}
                value={step.audience}
                data={audiences.map((value) => ({ value, label: t(`reminders.audience.${value}`) }))}
                onChange={(event) => put(at, { audience: event.currentTarget.value as Audience })}
              />
              <Button variant="default" onClick={() => setDraft(draft.filter((_, index) => index !== at))}>
                {t('reminders.remove')}
              </Button>
            </fieldset>
          ))}
          <Group>
            <Button type="submit" disabled={write.isPending}>
              {t('reminders.save')}
            </Button>
            <Button variant="default" onClick={() => setDraft([...draft, { audience: 'unit', workingDays: 0 }])}>
              {t('reminders.add')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                write.reset();
                setDraft(null);
              }}
            >
              {t('app.cancel')}
            </Button>
          </Group>
        </form>
      )}
    </section>
  );

  function tellWhen(days: number): string {
    if (days === 0) return t('reminders.when.on');
    return t(days < 0 ? 'reminders.when.before' : 'reminders.when.after', { days: Math.abs(days) });
  }
}
