import { pictureKinds, type ProofKind } from '@mangnon/domain/tasks/proof-kind.ts';
import type { Proof } from '@mangnon/domain/tasks/tasks.api.ts';
import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatBytes } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { isRefusal } from '../../platform/refusal-error.ts';
import { saveFile } from '../../platform/workbook/save-file.ts';
import { openProofFile, type OpenFile } from './file-door.ts';
import classes from './task.module.css';

/** The name of a proof; a click opens it: a picture is shown, another file saved, an unscanned one asked about first. */
export function ProofButton({ proof, open: openFile = openProofFile }: { proof: Proof; open?: OpenFile }) {
  const t = useText();
  const { language } = useLanguage();
  const [opened, setOpened] = useState(false);
  const open = useMutation({
    mutationFn: (unscanned: boolean) => openFile(proof.id, unscanned),
  });
  const shown = open.data;
  const held = proof.scan === 'quarantined';
  return (
    <>
      <button
        type="button"
        className={classes['linkButton']}
        onClick={() => {
          setOpened(true);
          open.mutate(false);
        }}
      >
        {t('proof.size', { name: proof.fileName, size: formatBytes(proof.bytes, language) })}
      </button>
      {held ? (
        <span className={classes['danger']}> {t('proof.scan.quarantined', { words: proof.scanWords ?? '' })}</span>
      ) : null}
      {proof.scan === 'waiting' && !proof.stripped ? (
        <span className={classes['soft']}> {t('proof.scan.waiting')}</span>
      ) : null}
      {opened ? (
        <Modal
          opened
          size="xl"
          onClose={() => setOpened(false)}
          title={proof.fileName}
          closeButtonProps={{ 'aria-label': t('app.close') }}
        >
          {open.isPending ? <output>{t('app.loading', { what: proof.fileName })}</output> : null}
          {open.error ? <ErrorNotice error={open.error} /> : null}
          {isRefusal(open.error, 'tasks.proof_unscanned') ? (
            <Button mt="md" onClick={() => open.mutate(true)}>
              {t('proof.open.unscanned')}
            </Button>
          ) : null}
          {shown === undefined ? null : (
            <>
              {pictureKinds.includes(shown.kind as ProofKind) ? (
                <img
                  className={classes['picture']}
                  src={`data:image/${shown.kind};base64,${shown.base64}`}
                  alt={proof.fileName}
                />
              ) : (
                <p>{t('proof.ready')}</p>
              )}
              {proof.stripped ? <p className={classes['soft']}>{t('proof.stripped')}</p> : null}
              <Button mt="md" variant="default" onClick={() => saveFile(shown.fileName, shown.base64)}>
                {t('proof.save')}
              </Button>
            </>
          )}
        </Modal>
      ) : null}
    </>
  );
}
