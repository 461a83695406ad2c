import { breakGlass, glassReasons, leastReasonLetters } from '@mangnon/domain/cases/broken-glass.api.ts';
import { Button, Group, Modal, Radio, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { focusFirstError } from '../../platform/focus-first-error.ts';
import { useText } from '../../platform/language.tsx';
import { sessionQuery } from '../../platform/session.queries.ts';
import { caseQuery } from '../cases.queries.ts';

/** A reason from the list and in words; then the second factor; then sixty minutes. */
export function BreakGlassDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const t = useText();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState<(typeof glassReasons)[number] | null>(null);
  const [words, setWords] = useState('');
  const [checked, setChecked] = useState(false);
  const enough = [...words.trim()].length >= leastReasonLetters;
  const open = useMutation({
    mutationFn: (chosen: (typeof glassReasons)[number]) =>
      call(breakGlass, { params: { caseId }, body: { reason: chosen, words } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await queryClient.resetQueries({ queryKey: caseQuery(caseId).queryKey });
    },
  });
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('glass.break')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (reason === null || !enough) focusFirstError(null, null, event);
          else open.mutate(reason);
        }}
      >
        {open.error ? <ErrorNotice error={open.error} marked /> : null}
        <p>{t('glass.break.text')}</p>
        <Radio.Group
          label={t('glass.reason')}
          value={reason}
          onChange={(value) => setReason(glassReasons.find((one) => one === value) ?? null)}
          error={checked && reason === null ? t('glass.reason.needed') : undefined}
        >
          {glassReasons.map((one) => (
            <Radio key={one} value={one} label={t(`glass.reason.${one}`)} mt={6} />
          ))}
        </Radio.Group>
        <Textarea
          mt="md"
          label={t('glass.words')}
          description={t('glass.words.hint', { least: leastReasonLetters })}
          value={words}
          maxLength={2000}
          autosize
          minRows={3}
          error={checked && !enough ? t('glass.words.short', { least: leastReasonLetters }) : undefined}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Group mt="md">
          <Button type="submit" color="red.9" disabled={open.isPending}>
            {t('glass.break.action')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
