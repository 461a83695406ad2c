import {
  correctVersion,
  decideVersion,
  signVersion,
  takeStep,
  type ReportVersionPage,
} from '@mangnon/domain/reports/versions.api.ts';
import { isTold } from '@mangnon/domain/indicators/value.ts';
import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { AskDialog } from '../../platform/ask.dialog.tsx';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { listTexts } from '../entry/desk.ts';
import type { EntryStore } from '../entry/entry-store.ts';
import classes from './report.module.css';

type Act = 'sign' | 'send' | 'reopen' | 'accept' | 'sendBack' | 'correct';

/** What this person may do with the report now; the first is the one thing to do. */
export function Acts({
  page,
  store,
  remarks,
  onSentBack,
}: {
  page: ReportVersionPage;
  store: EntryStore;
  remarks: ReadonlyMap<string, string>;
  onSentBack: () => void;
}) {
  const t = useText();
  const [asking, setAsking] = useState<Act | null>(null);
  const { can } = page;
  const acts: Act[] = [
    ...(can.sign ? (['sign'] as const) : []),
    ...(can.send ? (['send'] as const) : []),
    ...(can.decide ? (['accept', 'sendBack'] as const) : []),
    ...(can.reopen ? (['reopen'] as const) : []),
    ...(can.correct ? (['correct'] as const) : []),
  ];
  async function ask(act: Act) {
    // What was typed last goes first: it is signed too.
    if (act === 'sign') await store.flush();
    setAsking(act);
  }
  return (
    <div className={classes['acts']}>
      {acts.map((act, at) => (
        <Button key={act} variant={at === 0 ? 'filled' : 'default'} onClick={() => void ask(act)}>
          {t(`version.${act}`)}
        </Button>
      ))}
      {asking === null ? null : (
        <ActDialog
          act={asking}
          page={page}
          store={store}
          remarks={remarks}
          onSentBack={onSentBack}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}

function ActDialog({
  act,
  page,
  store,
  remarks,
  onSentBack,
  onClose,
}: {
  act: Act;
  page: ReportVersionPage;
  store: EntryStore;
  remarks: ReadonlyMap<string, string>;
  onSentBack: () => void;
  onClose: () => void;
}) {
  const t = useText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  // The same at each try: a repeated request writes nothing twice.
  const [id] = useState(() => crypto.randomUUID());
  const [remarkIds] = useState(() => new Map([...remarks.keys()].map((key) => [key, crypto.randomUUID()])));
  const [words, setWords] = useState('');
  const [short, setShort] = useState(false);
  const params = { versionId: page.id };
  const day = formatDay(page.period.dueOn);
  const unit = page.unit.name;
  const asksWords = act === 'sendBack' || act === 'correct';
  const said = [...remarks].filter(([, text]) => text.trim().length >= 3);
  const { desk } = store.getSnapshot().entry;
  const texts = act === 'sign' ? listTexts(desk).length : 0;
  const unsaved = act === 'sign' && desk.mine.size > texts;

  function send(): Promise<{ versionId: string }> {
    if (act === 'sign') return call(signVersion, { params, body: { id } });
    if (act === 'send' || act === 'reopen') return call(takeStep, { params, body: { id, step: act, words: null } });
    if (act === 'accept') return call(decideVersion, { params, body: { id, decision: 'accept' } });
    if (act === 'correct') return call(correctVersion, { params, body: { id, reason: words } });
    return call(decideVersion, {
      params,
      body: {
        id,
        decision: 'send_back',
        words,
        remarks: said.map(([key, text]) => ({ id: remarkIds.get(key) ?? id, key, words: text })),
      },
    });
  }

  return (
    <AskDialog
      title={t(`version.${act}.title`, { day, unit })}
      action={t(`version.${act}`)}
      act={send}
      ready={() => {
        setShort(asksWords && words.trim().length < 3);
        return (!asksWords || words.trim().length >= 3) && texts === 0 && !unsaved;
      }}
      onDone={({ versionId }) => {
        void queryClient.invalidateQueries({ queryKey: ['reports'] });
        if (act === 'sendBack') onSentBack();
        onClose();
        if (act === 'correct') {
          void navigate({
            to: '/bao-cao/$versionId',
            params: { versionId },
          });
        }
      }}
      onClose={onClose}
    >
      <div className={classes['form']}>
        {act === 'sign' ? <p>{t('version.sign.text', countFilled(page, store))}</p> : null}
        {texts > 0 ? <p role="alert">{t('version.sign.texts', { count: texts })}</p> : null}
        {unsaved ? <p role="alert">{t('version.sign.unsaved')}</p> : null}
        {act === 'send' ? (
          <p>{t('version.send.text', { receiver: page.regime.receiver ?? t('version.receiver.unknown') })}</p>
        ) : null}
        {act === 'reopen' || act === 'accept' || act === 'correct' ? <p>{t(`version.${act}.text`)}</p> : null}
        {asksWords ? (
          <Textarea
            data-autofocus
            label={t(act === 'correct' ? 'version.correct.reason' : 'version.sendBack.words')}
            value={words}
            autosize
            minRows={2}
            maxLength={2000}
            error={short ? t('version.sendBack.short') : undefined}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        ) : null}
        {act === 'sendBack' ? <p>{t('version.sendBack.cells', { count: said.length })}</p> : null}
      </div>
    </AskDialog>
  );
}

function countFilled(page: ReportVersionPage, store: EntryStore): { filled: number; cells: number } {
  const { stored } = store.getSnapshot().entry.desk;
  return { filled: [...stored.values()].filter(({ value }) => isTold(value)).length, cells: page.cells.length };
}
