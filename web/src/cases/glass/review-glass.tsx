import { reviewBrokenGlass, type BrokenGlass } from '@mangnon/domain/cases/broken-glass.api.ts';
import { Button, Radio, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { focusFirstError } from '../../platform/focus-first-error.ts';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { brokenGlassQuery, glassToReviewQuery } from '../cases.queries.ts';

/** The supervisor's judgement, in a word and in words; by the hour it is due, or the next glass stays whole. */
export function ReviewGlass({ glass }: { glass: BrokenGlass }) {
  const t = useText();
  const queryClient = useQueryClient();
  const [judged, setJudged] = useState<'yes' | 'no' | null>(null);
  const [words, setWords] = useState('');
  const [checked, setChecked] = useState(false);
  const send = useMutation({
    mutationFn: (justified: boolean) =>
      call(reviewBrokenGlass, { params: { glassId: glass.id }, body: { justified, words } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: brokenGlassQuery.queryKey });
      await queryClient.invalidateQueries({ queryKey: glassToReviewQuery.queryKey });
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (judged === null || words.trim() === '') focusFirstError(null, null, event);
        else send.mutate(judged === 'yes');
      }}
    >
      <p>{t('glass.reviewDue', { at: formatInstant(glass.reviewDue) })}</p>
      {send.error ? <ErrorNotice error={send.error} marked /> : null}
      <Radio.Group
        label={t('glass.judge')}
        value={judged}
        onChange={(value) => setJudged(value === 'yes' ? 'yes' : 'no')}
        error={checked && judged === null ? t('glass.judge.needed') : undefined}
      >
        <Radio value="yes" label={t('glass.justified')} mt={6} />
        <Radio value="no" label={t('glass.notJustified')} mt={6} />
      </Radio.Group>
      <Textarea
        mt="sm"
        label={t('glass.judge.words')}
        value={words}
        maxLength={2000}
        autosize
        minRows={2}
        maw="44rem"
        error={checked && words.trim() === '' ? t('children.fault.needed') : undefined}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Button type="submit" mt="sm" disabled={send.isPending}>
        {t('glass.judge.action')}
      </Button>
    </form>
  );
}
