import { Button, Modal, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { ErrorNotice } from '../error-notice.tsx';
import { useText } from '../language.tsx';
import { WorkbookPreviewView, type WorkbookPreview } from './workbook-preview.tsx';

export interface WorkbookImport<Preview extends WorkbookPreview, Done> {
  /** How the rows of the file are understood. */
  readonly hint: string;
  readonly preview: (file: File) => Promise<Preview>;
  readonly write: (file: File, fingerprint: string) => Promise<Done>;
  readonly countChanges: (preview: Preview) => number;
  readonly tellWill: (preview: Preview) => string;
  readonly tellWhat: (change: Preview['changes'][number]) => string;
  readonly tellDone: (done: Done) => string;
}

/** A workbook is small: it is on its way before a progress could be shown. */
export const sendingFile = { onProgress: () => undefined, signal: new AbortController().signal };

/** Opens the dialog that takes a workbook, shows what it would change, and then writes it. */
export function ImportButton<Preview extends WorkbookPreview, Done>(steps: WorkbookImport<Preview, Done>) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button onClick={() => setOpened(true)}>{t('workbook.import')}</Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        size="xl"
        title={t('workbook.import')}
        closeOnClickOutside={false}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        {opened ? <ImportSteps {...steps} /> : null}
      </Modal>
    </>
  );
}

function ImportSteps<Preview extends WorkbookPreview, Done>(steps: WorkbookImport<Preview, Done>) {
  const t = useText();
  const queryClient = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const preview = useMutation({ mutationFn: steps.preview });
  const writing = useMutation({
    mutationFn: (sent: { file: File; shown: Preview }) => steps.write(sent.file, sent.shown.fingerprint),
    onSuccess: () => queryClient.invalidateQueries(),
  });

  function choose(chosen: File | undefined) {
    if (!chosen) return;
    setFile(chosen);
    writing.reset();
    preview.mutate(chosen);
  }

  if (writing.data !== undefined) return <Notice tone="calm" title={steps.tellDone(writing.data)} alert />;
  const shown = preview.data;
  return (
    <Stack align="flex-start">
      <p>{steps.hint}</p>
      <Button
        variant={shown ? 'default' : 'filled'}
        disabled={preview.isPending}
        onClick={() => input.current?.click()}
      >
        {t(file ? 'workbook.other' : 'workbook.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv"
        onChange={(event) => {
          choose(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <output>{preview.isPending && file ? t('workbook.reading', { file: file.name }) : null}</output>
      {preview.error ? <ErrorNotice error={preview.error} /> : null}
      {writing.error ? <ErrorNotice error={writing.error} /> : null}
      {shown && file && !preview.isPending ? (
        <WorkbookPreviewView
          shown={shown}
          total={steps.countChanges(shown)}
          will={steps.tellWill(shown)}
          tellWhat={steps.tellWhat}
          writing={writing.isPending}
          onWrite={() => writing.mutate({ file, shown })}
        />
      ) : null}
    </Stack>
  );
}
