import { Button, Group, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { DayBox } from '../../platform/day-box.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { useRefusalAt } from '../../platform/refusal-at.ts';
import { isRefusal } from '../../platform/refusal-error.ts';
import { useKeptWords } from './use-kept-words.ts';
import { useTaskAct } from './use-task-act.ts';

export interface WordsSent {
  readonly id: string;
  readonly words: string;
  readonly day: string;
}

/** A button that opens a few words, with a day where one is asked, and sends them; without `label` the day alone. */
export function WordsForm({
  about,
  open,
  label,
  day,
  optional = false,
  repeatable = true,
  danger = false,
  act,
}: {
  /** What the words are about: what is typed is kept under it. */
  about: string;
  open: string;
  label?: string;
  day?: { readonly label: string; readonly value: string };
  optional?: boolean;
  repeatable?: boolean;
  danger?: boolean;
  act: (sent: WordsSent) => Promise<unknown>;
}): ReactNode {
  const t = useText();
  const [words, setWords] = useKeptWords(about);
  const [keptDay, setDayOn] = useKeptWords(`${about}.day`);
  const [opened, setOpened] = useState(words !== '');
  const [missing, setMissing] = useState(false);
  const dayOn = keptDay || (day?.value ?? '');
  const [id, setId] = useState(() => crypto.randomUUID());
  const send = useTaskAct(act, {
    repeatable,
    onDone: () => {
      setWords('');
      setDayOn('');
      setOpened(false);
      setId(crypto.randomUUID());
    },
  });
  const refusalAt = useRefusalAt(send.error);
  const atDay = refusalAt('body.dueOn');
  if (!opened) {
    return (
      <Button variant="default" onClick={() => setOpened(true)}>
        {open}
      </Button>
    );
  }
  return (
    <form
      style={{ flexBasis: '100%', maxWidth: '40rem' }}
      onSubmit={(event) => {
        event.preventDefault();
        const empty = words.trim() === '' && !optional && label !== undefined;
        setMissing(empty);
        if (!empty) send.mutate({ id, words: words.trim(), day: dayOn });
      }}
    >
      {send.error && !(isRefusal(send.error) && atDay !== undefined) ? <ErrorNotice error={send.error} marked /> : null}
      {day === undefined ? null : (
        <DayBox label={day.label} value={dayOn} onDay={setDayOn} {...(atDay === undefined ? {} : { error: atDay })} />
      )}
      {label === undefined ? null : (
        <Textarea
          label={label}
          value={words}
          autosize
          minRows={3}
          error={missing ? t('words.missing') : refusalAt('body.words')}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <Group mt="xs" gap="sm">
        <Button type="submit" disabled={send.isPending} {...(danger ? { color: 'red.9' } : {})}>
          {open}
        </Button>
        <Button variant="default" onClick={() => setOpened(false)}>
          {t('app.cancel')}
        </Button>
      </Group>
    </form>
  );
}
