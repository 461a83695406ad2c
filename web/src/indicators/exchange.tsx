import {
  exportIndicators,
  importIndicators,
  previewIndicatorImport,
  type IndicatorImportPreview,
} from '@mangnon/domain/indicators/indicators.api.ts';
import { call } from '../platform/api.ts';
import { useText } from '../platform/language.tsx';
import { upload } from '../platform/upload.ts';
import { ExportButton } from '../platform/workbook/export-button.tsx';
import { ImportButton, sendingFile } from '../platform/workbook/import-button.tsx';

export function ExportIndicators() {
  const t = useText();
  return (
    <ExportButton
      label={t('workbook.export')}
      load={() => call(exportIndicators, {})}
      tellDone={({ indicators, fileName }) => t('indicators.export.done', { count: indicators, fileName })}
    />
  );
}

/** A whole set at once: new versions are added, nothing that is recorded is changed. */
export function ImportIndicators() {
  const t = useText();
  return (
    <ImportButton
      hint={t('indicators.import.what')}
      preview={(file) => upload(previewIndicatorImport, { file, fields: {}, ...sendingFile })}
      write={(file, fingerprint) => upload(importIndicators, { file, fields: { fingerprint }, ...sendingFile })}
      countChanges={({ counts }: IndicatorImportPreview) => counts.added + counts.ended}
      tellWill={({ counts }) => t('indicators.import.will', { added: counts.added, ended: counts.ended })}
      tellWhat={({ what }) => t(`indicators.import.${what}`)}
      tellDone={({ counts }) => t('indicators.import.done', { added: counts.added, ended: counts.ended })}
    />
  );
}
