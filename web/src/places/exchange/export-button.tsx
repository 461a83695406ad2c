import { exportPlaces } from '@mangnon/domain/places/places-exchange.api.ts';
import type { PlaceBrief } from '@mangnon/domain/places/places.api.ts';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Takes down the workbook of a province, or of the whole country. */
export function ExportButton({ place }: { place?: PlaceBrief }) {
  const t = useText();
  const exporting = useMutation({
    mutationFn: () => call(exportPlaces, { query: place ? { under: place.id } : {} }),
    onSuccess: ({ fileName, base64 }) => save(fileName, base64),
  });
  return (
    <div>
      <Button variant="default" disabled={exporting.isPending} onClick={() => exporting.mutate()}>
        {t(place ? 'exchange.export.one' : 'exchange.export.all')}
      </Button>
      <output>
        {exporting.data
          ? t('exchange.export.done', { file: exporting.data.fileName, count: exporting.data.units })
          : null}
      </output>
      {exporting.error ? <ErrorNotice error={exporting.error} /> : null}
    </div>
  );
}

function save(fileName: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: xlsxType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
