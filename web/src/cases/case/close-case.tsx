import { closeCase, type CaseFile } from '@mangnon/domain/cases/cases.api.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { AskDialog } from '../../platform/ask.dialog.tsx';
import { call } from '../../platform/api.ts';
import { useText } from '../../platform/language.tsx';

export function CloseCase({ file, onDone }: { file: CaseFile; onDone: (file: CaseFile) => void }) {
  const t = useText();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('cases.close')}
      </Button>
      {asked ? (
        <AskDialog
          title={t('cases.close.title')}
          action={t('cases.close')}
          act={() => call(closeCase, { params: { caseId: file.id } })}
          onDone={(next) => {
            setAsked(false);
            onDone(next);
          }}
          onClose={() => setAsked(false)}
        >
          <p>{t('cases.close.text')}</p>
        </AskDialog>
      ) : null}
    </>
  );
}
