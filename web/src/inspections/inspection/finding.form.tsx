import { addFinding } from '@mangnon/domain/inspections/conclusions.api.ts';
import { findingKinds, type FindingKind } from '@mangnon/domain/inspections/inspection-words.ts';
import type { InspectedUnit } from '@mangnon/domain/inspections/inspections.api.ts';
import { Button, Group, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { useKeptWords } from '../../tasks/task/use-kept-words.ts';
import { useTaskAct } from '../../tasks/task/use-task-act.ts';
import classes from '../inspections.module.css';

/** What was found at a unit: of which kind, in words, and about which of its tasks. */
export function FindingForm({ inspectionId, unit }: { inspectionId: string; unit: InspectedUnit }) {
  const t = useText();
  const [words, setWords] = useKeptWords(`finding.${unit.id}`);
  const [opened, setOpened] = useState(words !== '');
  const [kind, setKind] = useState<FindingKind>('shortcoming');
  const [taskId, setTaskId] = useState('');
  const [missing, setMissing] = useState(false);
  const [id, setId] = useState(() => crypto.randomUUID());
  const send = useTaskAct(
    () => {
      const body = { id, unitId: unit.id, kind, words: words.trim(), taskId: taskId === '' ? null : taskId };
      return call(addFinding, { params: { inspectionId }, body });
    },
    {
      repeatable: true,
      onDone: () => {
        setWords('');
        setTaskId('');
        setOpened(false);
        setId(crypto.randomUUID());
      },
    },
  );
  if (!opened) {
    return (
      <Button variant="default" mt="xs" className="not-printed" onClick={() => setOpened(true)}>
        {t('inspections.finding.add')}
      </Button>
    );
  }
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(words.trim() === '');
        if (words.trim() !== '') send.mutate(undefined);
      }}
    >
      {send.error ? <ErrorNotice error={send.error} /> : null}
      <NativeSelect
        label={t('inspections.finding.kind')}
        description={t('inspections.finding.kind.hint')}
        value={kind}
        data={findingKinds.map((value) => ({ value, label: t(`inspections.finding.kind.${value}`) }))}
        onChange={(event) => setKind(findingKinds.find((one) => one === event.currentTarget.value) ?? kind)}
      />
      <Textarea
        label={t('inspections.finding.words')}
        value={words}
        autosize
        minRows={3}
        error={missing ? t('words.missing') : undefined}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('inspections.finding.about')}
        value={taskId}
        data={[
          { value: '', label: t('inspections.finding.about.none') },
          ...unit.tasks.map((task) => ({ value: task.id, label: task.words.slice(0, 160) })),
        ]}
        onChange={(event) => setTaskId(event.currentTarget.value)}
      />
      <Group gap="sm">
        <Button type="submit" disabled={send.isPending}>
          {t('inspections.finding.save')}
        </Button>
        <Button variant="default" onClick={() => setOpened(false)}>
          {t('app.cancel')}
        </Button>
      </Group>
    </form>
  );
}
