import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { badSheetRow } from '../kernel/workbook/bad-row.ts';
import { describedChange } from './place-changes.api.ts';

const counts = z.object({
  rows: z.number().int(),
  unitsAdded: z.number().int(),
  unitsChanged: z.number().int(),
  successionsAdded: z.number().int(),
  successionsChanged: z.number().int(),
});

/** A workbook comes as a multipart form with one file, field `file`; then there is no JSON body to describe. */
export const previewPlaceImport = defineEndpoint({
  method: 'POST',
  path: '/api/place-import/preview',
  summary: 'What a workbook of units would change, and every row that is not right; writes nothing',
  operation: 'places.place.edit',
  audit: 'places.import.preview',
  response: z.object({
    counts,
    /** The first 200; `counts` tells how many there are. */
    changes: z.array(describedChange),
    badRows: z.array(badSheetRow),
    badRowCount: z.number().int(),
    /** To be sent with the import: it holds only while neither the file nor the list has changed. */
    fingerprint: z.string(),
  }),
});
export type ImportPreview = z.infer<(typeof previewPlaceImport)['response']>;

/** The same file once more, with the field `fingerprint` of its preview. */
export const importPlaces = defineEndpoint({
  method: 'POST',
  path: '/api/place-import',
  summary: 'Writes what the preview of a workbook showed: all of it or nothing',
  operation: 'places.place.edit',
  audit: 'places.import.write',
  response: z.object({ counts }),
});

export const exportPlaces = defineEndpoint({
  method: 'GET',
  path: '/api/place-export',
  summary: 'A workbook of units and their successions: of one province, or of the whole country',
  operation: 'places.place.read',
  audit: 'places.export.read',
  query: z.object({ under: z.string().max(20).optional() }),
  response: z.object({
    fileName: z.string(),
    units: z.number().int(),
    /** The .xlsx itself. */
    base64: z.string(),
  }),
});
