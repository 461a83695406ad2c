import {
  exportIndicators,
  importIndicators,
  previewIndicatorImport,
  type IndicatorImportPreview,
} from '@mangnon/domain/indicators/indicators.api.ts';
import type { Catalogue } from '@mangnon/domain/indicators/catalogue.ts';
import { describeVersions } from '@mangnon/domain/indicators/describe-versions.ts';
import type { Indicator } from '@mangnon/domain/indicators/indicator.ts';
import { writeIndicatorSheets } from '@mangnon/domain/indicators/indicator-sheets.ts';
import { indicatorsRefusals } from '@mangnon/domain/indicators/indicators.refusals.ts';
import { readIndicatorSheets } from '@mangnon/domain/indicators/read-indicator-sheets.ts';
import { accept, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { implementRead, implementWrite } from '../platform/action/action.ts';
import { checkImport, fingerprintOf, mostTold, tellBadRows } from '../platform/workbook/check-import.ts';
import { receiveWorkbook, type ReceivedWorkbook } from '../platform/workbook/receive-workbook.ts';
import { writeWorkbook } from '../platform/workbook/write-workbook.ts';
import { loadCatalogue, lockCatalogue, writeVersions } from './indicators.queries.ts';

/** What a workbook would make of the catalogue, and how that is shown. */
function planImport(
  before: Catalogue,
  workbook: ReceivedWorkbook,
): Result<{ readonly changed: readonly Indicator[]; readonly preview: IndicatorImportPreview }> {
  const read = readIndicatorSheets(before, workbook.sheets);
  if (!read.ok) return read;
  const { changed, rows, badRows } = read.value;
  const changes = describeVersions(before, changed);
  const added = changes.filter(({ what }) => what === 'added').length;
  return accept({
    changed,
    preview: {
      counts: { rows, added, ended: changes.length - added },
      changes: changes.slice(0, mostTold),
      badRows: tellBadRows(indicatorsRefusals, badRows),
      badRowCount: badRows.length,
      fingerprint: fingerprintOf(workbook, changes),
    },
  });
}

export const preview = implementWrite(previewIndicatorImport, {
  prepare: (_, { request }) => receiveWorkbook(request),
  load: async (_, { database }, _workbook: ReceivedWorkbook) => accept(await loadCatalogue(database)),
  // The catalogue is one for the whole installation: the operation is the whole permission.
  authorise: () => true,
  handle: async (_, before, { audit }, workbook) => {
    const planned = planImport(before, workbook);
    if (!planned.ok) return planned;
    const { counts, badRowCount } = planned.value.preview;
    audit({ ...counts, badRows: badRowCount });
    return accept(planned.value.preview);
  },
});

export const write = implementWrite(importIndicators, {
  prepare: (_, { request }) => receiveWorkbook(request),
  load: async (_, { database }, _workbook: ReceivedWorkbook) => {
    await lockCatalogue(database);
    return accept(await loadCatalogue(database));
  },
  authorise: () => true,
  handle: async (_, before, { database, audit }, workbook) => {
    const planned = planImport(before, workbook);
    if (!planned.ok) return planned;
    const { changed, preview: shown } = planned.value;
    const checked = checkImport(shown, workbook.fingerprint);
    if (!checked.ok) return checked;
    await writeVersions(database, changed);
    audit(shown.counts);
    return accept({ counts: shown.counts });
  },
});

export const exportList = implementRead(exportIndicators, {
  answer: async (_, { database, now, audit }) => {
    const catalogue = await loadCatalogue(database);
    const bytes = await writeWorkbook(writeIndicatorSheets(catalogue));
    const indicators = catalogue.versions.size;
    audit({ indicators });
    const fileName = `chi-tieu-thong-ke-${vietnamDay(now)}.xlsx`;
    return accept({ fileName, indicators, base64: Buffer.from(bytes).toString('base64') });
  },
});
