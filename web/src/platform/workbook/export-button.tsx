import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ErrorNotice } from '../error-notice.tsx';
import { saveFile } from './save-file.ts';

/** Takes a file down and says what is in it. */
export function ExportButton<Answer extends { readonly fileName: string; readonly base64: string }>({
  label,
  load,
  tellDone,
}: {
  label: string;
  load: () => Promise<Answer>;
  tellDone: (answer: Answer) => string;
}) {
  const exporting = useMutation({
    mutationFn: load,
    onSuccess: ({ fileName, base64 }) => saveFile(fileName, base64),
  });
  return (
    <div>
      <Button variant="default" disabled={exporting.isPending} onClick={() => exporting.mutate()}>
        {label}
      </Button>
      <output>{exporting.data ? tellDone(exporting.data) : null}</output>
      {exporting.error ? <ErrorNotice error={exporting.error} /> : null}
    </div>
  );
}
