import { addSending } from '@mangnon/domain/reports/reports.api.ts';
import type { UnitBrief } from '@mangnon/domain/tasks/task-words.ts';
import { Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../platform/api.ts';
import { AskDialog } from '../platform/ask.dialog.tsx';
import { DayBox } from '../platform/day-box.tsx';
import { formatDay } from '../platform/format.ts';
import { useText } from '../platform/language.tsx';
import classes from './reports.module.css';

/** Says that a unit has sent its report: when, under which number, in its own words where there is something to say. */
export function SendingDialog({
  regimeId,
  unit,
  dueOn,
  today,
  onClose,
}: {
  regimeId: string;
  unit: UnitBrief;
  dueOn: string;
  today: string;
  onClose: () => void;
}) {
  const t = useText();
  const queryClient = useQueryClient();
  // The same at each try: a repeated request writes nothing twice.
  const [id] = useState(() => crypto.randomUUID());
  const [sentOn, setSentOn] = useState(today);
  const [number, setNumber] = useState('');
  const [words, setWords] = useState('');
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return (
    <AskDialog
      title={t('reports.send.title', { unit: unit.name, day: formatDay(dueOn) })}
      action={t('reports.send.save')}
      act={() =>
        call(addSending, {
          params: { regimeId },
          body: {
            id,
            unit: { agencyId: unit.agencyId, placeId: unit.placeId },
            dueOn,
            sentOn,
            number: orNull(number),
            words: orNull(words),
          },
        })
      }
      onDone={() => {
        void queryClient.invalidateQueries({ queryKey: ['reports'] });
        onClose();
      }}
      onClose={onClose}
    >
      <div className={classes['form']}>
        <DayBox label={t('reports.send.on')} value={sentOn} onDay={setSentOn} />
        <TextInput
          label={t('reports.send.number')}
          value={number}
          maxLength={60}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <Textarea
          label={t('reports.send.words')}
          value={words}
          autosize
          minRows={2}
          maxLength={4000}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <p>{t('reports.send.rule')}</p>
      </div>
    </AskDialog>
  );
}
