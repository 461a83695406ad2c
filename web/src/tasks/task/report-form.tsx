import { reportProgress } from '@mangnon/domain/tasks/progress.api.ts';
import type { Task, TaskPeriod } from '@mangnon/domain/tasks/tasks.api.ts';
import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { call } from '../../platform/api.ts';
import { DayBox } from '../../platform/day-box.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { useRefusalAt } from '../../platform/refusal-at.ts';
import { proofDoor } from './file-door.ts';
import { ProofChoice } from './proof-choice.tsx';
import { readNumberText } from './number-text.ts';
import classes from './task.module.css';
import { useKeptWords } from './use-kept-words.ts';
import { useProof } from './use-proof.ts';
import { useTaskAct } from './use-task-act.ts';

type Kind = 'progress' | 'completion';

/** How far it is, or that it is done: the day, the words, the figure where the product has one, and proof. */
export function ReportForm({ task, period }: { task: Task; period: TaskPeriod }) {
  const t = useText();
  const [words, setWords] = useKeptWords(`report.${period.id}`);
  const [figureText, setFigureText] = useKeptWords(`figure.${period.id}`);
  const [keptDay, setDay] = useKeptWords(`day.${period.id}`);
  const [keptKind, setKeptKind] = useKeptWords(`kind.${period.id}`);
  const day = keptDay || task.today;
  // What was begun is still open after a reload: its kind is kept with its words.
  const [closed, setClosed] = useState(false);
  const begun = keptKind === 'completion' || keptKind === 'progress' ? keptKind : words === '' ? null : 'progress';
  const opened: Kind | null = closed ? null : begun;
  const setOpened = (kind: Kind | null) => {
    setClosed(kind === null);
    setKeptKind(kind ?? '');
  };
  const [problem, setProblem] = useState<'words' | 'figure' | 'proof' | null>(null);
  const [id, setId] = useState(() => crypto.randomUUID());
  const door = useMemo(() => proofDoor(period.id), [period.id]);
  const proof = useProof(door);
  const figureUnit = task.product?.figure?.unit ?? null;
  const send = useTaskAct(
    (kind: Kind) => {
      const value = figureText.trim() === '' ? null : readNumberText(figureText);
      const figure = value === null || figureUnit === null ? null : { value, unit: figureUnit };
      const proofIds = [
        ...new Set([
          ...period.looseProof.map((one) => one.id),
          ...proof.files.filter(({ state }) => state === 'sent').map((one) => one.id),
        ]),
      ];
      const body = { id, kind, happenedOn: day, words: words.trim(), figure, proofIds };
      return call(reportProgress, { params: { periodId: period.id }, body });
    },
    {
      repeatable: true,
      onDone: () => {
        setWords('');
        setFigureText('');
        setDay('');
        setOpened(null);
        proof.clear();
        setId(crypto.randomUUID());
      },
    },
  );
  const refusalAt = useRefusalAt(send.error);
  const sending = proof.files.some(({ state }) => state === 'sending' || state === 'waiting');
  const hasProof = period.looseProof.length > 0 || proof.files.some(({ state }) => state === 'sent');

  if (opened === null) {
    return (
      <Group gap="sm">
        {period.can.complete ? <Button onClick={() => setOpened('completion')}>{t('report.completion')}</Button> : null}
        {period.can.report ? (
          <Button variant="default" onClick={() => setOpened('progress')}>
            {t('report.progress')}
          </Button>
        ) : null}
      </Group>
    );
  }
  const kind = opened === 'completion' && !period.can.complete ? 'progress' : opened;
  const atDay = refusalAt('body.happenedOn');
  return (
    <form
      className={classes['form']}
      aria-label={t(`report.${kind}`)}
      onSubmit={(event) => {
        event.preventDefault();
        const found = findProblem();
        setProblem(found);
        if (found === null) send.mutate(kind);
      }}
    >
      {period.can.complete ? (
        <fieldset className={classes['kinds']} aria-label={t('report.kind')}>
          {(['progress', 'completion'] as const).map((one) => (
            <Button key={one} variant="default" aria-pressed={one === kind} onClick={() => setOpened(one)}>
              {t(`report.${one}`)}
            </Button>
          ))}
        </fieldset>
      ) : null}
      {send.error ? <ErrorNotice error={send.error} marked onRetry={() => send.mutate(kind)} /> : null}
      <DayBox label={t('report.day')} value={day} onDay={setDay} {...(atDay === undefined ? {} : { error: atDay })} />
      <Textarea
        label={t('report.words')}
        value={words}
        autosize
        minRows={3}
        error={problem === 'words' ? t('report.words.missing') : refusalAt('body.words')}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {figureUnit === null ? null : (
        <TextInput
          label={t('report.figure', { unit: figureUnit })}
          value={figureText}
          inputMode="decimal"
          error={problem === 'figure' ? t('report.figure.wrong') : refusalAt('body.figure.unit')}
          onChange={(event) => setFigureText(event.currentTarget.value)}
        />
      )}
      <ProofChoice door={door} proof={proof} loose={period.looseProof} />
      {problem === 'proof' ? (
        <p role="alert" className={classes['danger']}>
          {t('report.needsProof')}
        </p>
      ) : null}
      <Group gap="sm">
        <Button type="submit" size="md" disabled={send.isPending || sending}>
          {t(`report.send.${kind}`)}
        </Button>
        <Button variant="default" size="md" onClick={() => setOpened(null)}>
          {t('app.cancel')}
        </Button>
      </Group>
    </form>
  );

  function findProblem(): typeof problem {
    if (words.trim() === '') return 'words';
    if (figureText.trim() !== '' && readNumberText(figureText) === null) return 'figure';
    return kind === 'completion' && !hasProof ? 'proof' : null;
  }
}
