import { tellSender } from '@mangnon/domain/reports/reports.api.ts';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AgencyBox } from '../agencies/edit/agency-box.tsx';
import { call } from '../platform/api.ts';
import { AskDialog } from '../platform/ask.dialog.tsx';
import { useText } from '../platform/language.tsx';

/** Tells who sends under a clause that does not name it. */
export function TellSender({ regimeId }: { regimeId: string }) {
  const t = useText();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [agencyId, setAgencyId] = useState('');
  const [missing, setMissing] = useState(false);
  if (!asking) {
    return (
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('reports.tell')}
      </Button>
    );
  }
  return (
    <AskDialog
      title={t('reports.tell')}
      action={t('reports.tell.save')}
      ready={() => {
        setMissing(agencyId === '');
        return agencyId !== '';
      }}
      act={() => call(tellSender, { params: { regimeId }, body: { agencyId } })}
      onDone={() => {
        setAsking(false);
        void queryClient.invalidateQueries({ queryKey: ['reports'] });
      }}
      onClose={() => setAsking(false)}
    >
      <AgencyBox
        label={t('reports.tell.agency')}
        value={agencyId}
        known={null}
        error={missing ? t('reports.tell.missing') : undefined}
        onAgency={({ id }) => setAgencyId(id)}
      />
      <p>{t('reports.tell.rule')}</p>
    </AskDialog>
  );
}
