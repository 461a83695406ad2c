import { issueConclusion } from '@mangnon/domain/inspections/conclusions.api.ts';
import type { Conclusion, Inspection } from '@mangnon/domain/inspections/inspections.api.ts';
import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { DayBox } from '../../platform/day-box.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { useRefusalAt } from '../../platform/refusal-at.ts';
import { useTaskAct } from '../../tasks/task/use-task-act.ts';
import { useKeptDraft } from '../edit/use-kept-draft.ts';
import classes from '../inspections.module.css';
import { beginDraft, goOnWith, type AskedDraft, type ConclusionDraft } from './conclusion-draft.ts';

/** Issues the conclusion, or one that corrects the former. */
export function ConclusionForm({ inspection, corrects }: { inspection: Inspection; corrects: Conclusion | null }) {
  const t = useText();
  const { units } = inspection;
  // Begun when it is opened: what was settled until then is not taken over.
  const [kept, setKept, forget] = useKeptDraft<ConclusionDraft | null>(
    `${inspection.id}.${corrects?.id ?? 'first'}`,
    () => null,
  );
  const [missing, setMissing] = useState(false);
  const { draft, settled } =
    kept === null ? { draft: beginDraft(inspection, corrects), settled: 0 } : goOnWith(kept, corrects);
  const { id, opened, number, issuedOn, words, asked } = draft;
  const send = useTaskAct(
    () => {
      const recommendations = asked.map((one) => ({
        id: one.id,
        unitId: one.unitId,
        words: one.words.trim(),
        dueOn: one.dueOn,
      }));
      const said = { id, number: number.trim(), issuedOn, words: words.trim() };
      const body = { ...said, correctsId: corrects?.id ?? null, recommendations };
      return call(issueConclusion, { params: { inspectionId: inspection.id }, body });
    },
    { repeatable: true, onDone: forget },
  );
  const refusalAt = useRefusalAt(send.error);
  const change = (part: Partial<ConclusionDraft>) => setKept({ ...draft, ...part });
  const changeAsked = (at: number, part: Partial<AskedDraft>) =>
    change({ asked: asked.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const open = t(corrects === null ? 'inspections.conclude' : 'inspections.correct');
  const atIssued = refusalAt('body.issuedOn');
  const errorOf = (value: string) => (missing && value.trim() === '' ? t('words.missing') : undefined);
  if (!opened) {
    return (
      <Button
        variant={corrects === null ? 'filled' : 'default'}
        className="not-printed"
        onClick={() => change({ opened: true })}
      >
        {open}
      </Button>
    );
  }
  return (
    <form
      className={classes['form']}
      aria-label={open}
      onSubmit={(event) => {
        event.preventDefault();
        const empty = [number, words, ...asked.map((one) => one.words)].some((value) => value.trim() === '');
        setMissing(empty);
        if (!empty) send.mutate(undefined);
      }}
    >
      {send.error ? <ErrorNotice error={send.error} marked /> : null}
      <p className={classes['soft']}>
        {t(corrects === null ? 'inspections.conclude.hint' : 'inspections.correct.hint', {
          number: corrects?.number ?? '',
        })}
      </p>
      <div className={classes['pair']}>
        <TextInput
          label={t('inspections.conclusion.number')}
          value={number}
          maxLength={60}
          error={errorOf(number)}
          onChange={(event) => change({ number: event.currentTarget.value })}
        />
        <DayBox
          label={t('inspections.conclusion.day')}
          value={issuedOn}
          onDay={(day) => change({ issuedOn: day })}
          {...(atIssued === undefined ? {} : { error: atIssued })}
        />
      </div>
      <Textarea
        label={t('inspections.conclusion.words')}
        value={words}
        autosize
        minRows={4}
        error={errorOf(words)}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
      <h3>{t('inspections.recommendations')}</h3>
      {settled === 0 ? null : <output>{t('inspections.correct.settled', { count: settled })}</output>}
      {asked.map((one, at) => (
        <fieldset
          key={one.id}
          className={classes['asked']}
          aria-label={t('inspections.recommendation.at', { at: at + 1 })}
        >
          <NativeSelect
            label={t('inspections.recommendation.unit')}
            value={one.unitId}
            data={units.map((unit) => ({ value: unit.id, label: unit.unit.name }))}
            onChange={(event) => changeAsked(at, { unitId: event.currentTarget.value })}
          />
          <Textarea
            label={t('inspections.recommendation.words')}
            value={one.words}
            autosize
            minRows={2}
            error={errorOf(one.words)}
            onChange={(event) => changeAsked(at, { words: event.currentTarget.value })}
          />
          <Group gap="sm" align="end">
            <DayBox
              label={t('inspections.recommendation.due')}
              value={one.dueOn}
              onDay={(dueOn) => changeAsked(at, { dueOn })}
            />
            <Button
              variant="subtle"
              aria-label={t('inspections.recommendation.drop.at', { at: at + 1 })}
              onClick={() => change({ asked: asked.filter((other) => other !== one) })}
            >
              {t('inspections.visit.drop')}
            </Button>
          </Group>
        </fieldset>
      ))}
      <Group gap="sm">
        <Button
          variant="default"
          disabled={units.length === 0}
          onClick={() => {
            const unitId = asked.at(-1)?.unitId ?? units[0]?.id ?? '';
            const dueOn = asked.at(-1)?.dueOn ?? `${inspection.today.slice(0, 4)}-12-31`;
            change({ asked: [...asked, { id: crypto.randomUUID(), unitId, words: '', dueOn, from: null }] });
          }}
        >
          {t('inspections.recommendation.add')}
        </Button>
      </Group>
      <Group gap="sm">
        <Button type="submit" disabled={send.isPending}>
          {t(corrects === null ? 'inspections.conclude.send' : 'inspections.correct.send')}
        </Button>
        <Button variant="default" onClick={() => change({ opened: false })}>
          {t('app.cancel')}
        </Button>
      </Group>
    </form>
  );
}
