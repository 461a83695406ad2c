import { addComment, settleComment, type Comment } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../platform/api.ts';
import { ErrorNotice } from '../../../platform/error-notice.tsx';
import { formatInstant } from '../../../platform/format.ts';
import { useText } from '../../../platform/language.tsx';
import { useDesk } from '../desk/use-desk.ts';
import classes from './editor.module.css';

/** The questions about one part, under its fields. */
export function PartTalk({ itemId }: { itemId: string }) {
  const { manuscript } = useDesk();
  return <Questions itemId={itemId} comments={manuscript.comments.filter((one) => one.itemId === itemId)} />;
}

/** All that was asked about the plan, what is open first. */
export function Talk() {
  const t = useText();
  const { manuscript } = useDesk();
  return (
    <section aria-labelledby="trao-doi">
      <h2 id="trao-doi">{t('writing.talk')}</h2>
      <Questions itemId={null} comments={manuscript.comments} />
    </section>
  );
}

function Questions({ itemId, comments }: { itemId: string | null; comments: readonly Comment[] }) {
  const t = useText();
  const { manuscript } = useDesk();
  const questions = comments.filter(({ answers }) => answers === null);
  const open = questions.filter(({ settledAt }) => settledAt === null);
  const settled = questions.filter(({ settledAt }) => settledAt !== null);
  return (
    <div className={classes['talk']}>
      {questions.length === 0 && itemId === null ? <p className={classes['soft']}>{t('writing.talk.none')}</p> : null}
      <ul>
        {[...open, ...settled].map((question) => (
          <Question key={question.id} question={question} />
        ))}
      </ul>
      {manuscript.can.comment ? <Say itemId={itemId} answers={null} label={t('writing.talk.ask')} /> : null}
    </div>
  );
}

function Question({ question }: { question: Comment }) {
  const t = useText();
  const { manuscript, open } = useDesk();
  const answers = manuscript.comments.filter((one) => one.answers === question.id);
  const queryClient = useQueryClient();
  const params = { manuscriptId: manuscript.id, commentId: question.id };
  const settle = useMutation({
    mutationFn: () => call(settleComment, { params, body: {} }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['manuscript', manuscript.id] }),
  });
  const { itemId } = question;
  return (
    <li>
      <Said comment={question} />
      {answers.length === 0 ? null : (
        <div className={classes['answers']}>
          {answers.map((answer) => (
            <Said key={answer.id} comment={answer} />
          ))}
        </div>
      )}
      {settle.error ? <ErrorNotice error={settle.error} /> : null}
      {question.settledAt === null ? (
        <>
          {manuscript.can.comment ? (
            <Say itemId={itemId} answers={question.id} label={t('writing.talk.answer')} />
          ) : null}
          <div className={classes['tools']}>
            {manuscript.can.comment ? (
              <Button size="xs" variant="default" disabled={settle.isPending} onClick={() => settle.mutate()}>
                {t('writing.talk.settle')}
              </Button>
            ) : null}
            {itemId !== null && manuscript.can.edit ? (
              <Button size="xs" variant="subtle" onClick={() => open(itemId)}>
                {t('writing.talk.part')}
              </Button>
            ) : null}
          </div>
        </>
      ) : (
        <p className={classes['soft']}>{t('writing.talk.settled', { by: question.settledBy ?? '' })}</p>
      )}
    </li>
  );
}

function Said({ comment }: { comment: Comment }) {
  return (
    <p>
      <strong>{comment.by.name}</strong> <span className={classes['soft']}>{formatInstant(comment.at)}</span>
      <br />
      {comment.text}
    </p>
  );
}

function Say({ itemId, answers, label }: { itemId: string | null; answers: string | null; label: string }) {
  const t = useText();
  const { manuscript } = useDesk();
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const say = useMutation({
    mutationFn: () =>
      call(addComment, {
        params: { manuscriptId: manuscript.id },
        body: { commentId: crypto.randomUUID(), itemId, answers, text },
      }),
    onSuccess: () => {
      setText('');
      return queryClient.invalidateQueries({ queryKey: ['manuscript', manuscript.id] });
    },
  });
  return (
    <div className={classes['talk']}>
      <Textarea
        label={label}
        value={text}
        autosize
        minRows={1}
        maxLength={4000}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {say.error ? <ErrorNotice error={say.error} /> : null}
      {text.trim() === '' ? null : (
        <div className={classes['tools']}>
          <Button size="xs" variant="default" disabled={say.isPending} onClick={() => say.mutate()}>
            {t('writing.talk.send')}
          </Button>
        </div>
      )}
    </div>
  );
}
