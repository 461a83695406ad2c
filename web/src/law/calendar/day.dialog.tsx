import { calendarTrust, dayKind, type CalendarDay } from '@mangnon/domain/law/calendar/calendar.ts';
import { changeCalendar } from '@mangnon/domain/law/calendar/calendar.api.ts';
import type { CalendarChange } from '@mangnon/domain/law/calendar/calendar-change.ts';
import { Button, Group, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { readDayText } from '../../platform/day-text.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import classes from './calendar.module.css';
import { calendarQuery } from './calendar.queries.ts';

/** A day that stands there, or `null` for one to add in this year. */
export interface EditedDay {
  readonly day: CalendarDay | null;
  readonly year: number;
}

const texts = ['name', 'basis', 'article', 'source', 'note'] as const;

/** One day of the calendar: put there, put right, or taken away. What stood before is kept. */
export function DayDialog({ edited, seen, onClose }: { edited: EditedDay; seen: string; onClose: () => void }) {
  const t = useText();
  const queryClient = useQueryClient();
  const before = edited.day;
  const [typed, setTyped] = useState(before === null ? '' : formatDay(before.day));
  const [kind, setKind] = useState<CalendarDay['kind']>(before?.kind ?? 'holiday');
  const [trust, setTrust] = useState<CalendarDay['trust']>(before?.trust ?? 'verified');
  const [words, setWords] = useState({
    name: before?.name ?? '',
    basis: before?.basis ?? '',
    article: before?.article ?? '',
    source: before?.source ?? '',
    note: before?.note ?? '',
  });
  const [asked, setAsked] = useState(false);
  const write = useMutation({
    mutationFn: (changes: CalendarChange[]) => call(changeCalendar, { body: { seen, changes } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: calendarQuery.queryKey });
      onClose();
    },
  });
  const day = readDayText(typed);
  const missing = (name: (typeof texts)[number]) =>
    asked && (name === 'name' || name === 'basis') && words[name].trim() === '' ? t('calendar.needed') : undefined;

  function submit() {
    setAsked(true);
    if (day === null || words.name.trim() === '' || words.basis.trim() === '') return;
    const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
    const { name, basis, article, source, note } = words;
    const put = { day, kind, trust, name, basis, article: orNull(article), source: orNull(source), note: orNull(note) };
    const moved = before !== null && before.day !== day;
    write.mutate([
      ...(moved ? [{ change: 'remove_day', day: before.day } as const] : []),
      { change: 'put_day', day: put },
    ]);
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={before === null ? t('calendar.add') : t('calendar.edit.of', { day: formatDay(before.day) })}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        noValidate
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {write.error ? <ErrorNotice error={write.error} /> : null}
        <TextInput
          label={t('calendar.column.day')}
          value={typed}
          inputMode="numeric"
          maxLength={10}
          autoComplete="off"
          error={asked && day === null ? t('day.missing') : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('calendar.column.kind')}
          value={kind}
          data={dayKind.options.map((value) => ({ value, label: t(`calendar.mark.${value}`) }))}
          onChange={(event) => setKind(dayKind.parse(event.currentTarget.value))}
        />
        {texts.map((name) => (
          <TextInput
            key={name}
            label={t(`calendar.field.${name}`)}
            value={words[name]}
            autoComplete="off"
            error={missing(name)}
            onChange={(event) => setWords({ ...words, [name]: event.currentTarget.value })}
          />
        ))}
        <NativeSelect
          label={t('calendar.column.trust')}
          value={trust}
          data={calendarTrust.options.map((value) => ({ value, label: t(`places.trust.${value}`) }))}
          onChange={(event) => setTrust(calendarTrust.parse(event.currentTarget.value))}
        />
        <Group>
          <Button type="submit" disabled={write.isPending}>
            {t('calendar.save')}
          </Button>
          {before === null ? null : (
            <Button
              color="red.9"
              variant="outline"
              disabled={write.isPending}
              onClick={() => write.mutate([{ change: 'remove_day', day: before.day }])}
            >
              {t('calendar.remove')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
