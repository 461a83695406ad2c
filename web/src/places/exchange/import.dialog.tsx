import { importPlaces, previewPlaceImport, type ImportPreview } from '@mangnon/domain/places/places-exchange.api.ts';
import { Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { upload } from '../../platform/upload.ts';
import { Notice } from '../../ui/notice.tsx';
import { ImportPreviewView } from './import-preview.tsx';

/** Opens the dialog that takes a workbook, shows what it would change, and then writes it. */
export function ImportButton() {
  const t = useText();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button onClick={() => setOpened(true)}>{t('exchange.import')}</Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        size="xl"
        title={t('exchange.import')}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        {opened ? <ImportSteps /> : null}
      </Modal>
    </>
  );
}

/** A workbook is small: it is on its way before a progress could be shown. */
const sending = { onProgress: () => undefined, signal: new AbortController().signal };

function ImportSteps() {
  const t = useText();
  const queryClient = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const preview = useMutation({
    mutationFn: (chosen: File) => upload(previewPlaceImport, { file: chosen, fields: {}, ...sending }),
  });
  const writing = useMutation({
    mutationFn: (sent: { file: File; shown: ImportPreview }) =>
      upload(importPlaces, { file: sent.file, fields: { fingerprint: sent.shown.fingerprint }, ...sending }),
    onSuccess: () => queryClient.invalidateQueries(),
  });

  function choose(chosen: File | undefined) {
    if (!chosen) return;
    setFile(chosen);
    writing.reset();
    preview.mutate(chosen);
  }

  if (writing.data) {
    const { successionsAdded, successionsChanged, ...counts } = writing.data.counts;
    const successions = successionsAdded + successionsChanged;
    return <Notice tone="calm" title={t('exchange.import.done', { ...counts, successions })} alert />;
  }
  const shown = preview.data;
  return (
    <>
      <p>{t('exchange.import.what')}</p>
      <Button
        variant={shown ? 'default' : 'filled'}
        disabled={preview.isPending}
        onClick={() => input.current?.click()}
      >
        {t(file ? 'exchange.import.other' : 'exchange.import.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx"
        onChange={(event) => {
          choose(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <output>{preview.isPending && file ? t('exchange.import.reading', { file: file.name }) : null}</output>
      {preview.error ? <ErrorNotice error={preview.error} /> : null}
      {writing.error ? <ErrorNotice error={writing.error} /> : null}
      {shown && file && !preview.isPending ? (
        <ImportPreviewView shown={shown} writing={writing.isPending} onWrite={() => writing.mutate({ file, shown })} />
      ) : null}
    </>
  );
}
