import { lockConsolidation, type ConsolidationPage } from '@mangnon/domain/reports/consolidation.api.ts';
import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { AskDialog } from '../../platform/ask.dialog.tsx';
import { useText } from '../../platform/language.tsx';

/** Locks what stands now as the report that goes up; offered once its words were saved. */
export function LockButton({ page: { regime, period, draft } }: { page: ConsolidationPage }) {
  const t = useText();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [number, setNumber] = useState('');
  if (draft === null) return null;
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('sums.lock')}
      </Button>
      {asking ? (
        <AskDialog
          title={t('sums.lock.title', { period: period.label })}
          action={t('sums.lock')}
          act={() =>
            call(lockConsolidation, {
              params: { regimeId: regime.id },
              body: {
                dueOn: period.dueOn,
                base: draft.revision,
                number: number.trim() === '' ? null : number.trim(),
              },
            })
          }
          onDone={() => {
            void queryClient.invalidateQueries({ queryKey: ['reports'] });
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        >
          <p>{t('sums.lock.rule')}</p>
          <TextInput
            label={t('sums.lock.number')}
            value={number}
            maxLength={60}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
        </AskDialog>
      ) : null}
    </>
  );
}
