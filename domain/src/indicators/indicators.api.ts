import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { badSheetRow } from '../kernel/workbook/bad-row.ts';
import { breakdown } from './breakdown.ts';
import { describedVersion } from './describe-versions.ts';
import { formula, indicator, subjects } from './indicator.ts';

const sentence = z.object({ vi: z.string(), en: z.string() });

/** An indicator in a list, as it stands on a day. */
export const indicatorLine = indicator
  .pick({ code: true, officialCode: true, version: true, subject: true, name: true, unit: true, trust: true })
  .extend({
    kind: z.enum(['count', 'ratio', 'change', 'unknown']),
    formulaTrust: indicator.shape.formulaTrust,
    /** Numbers of the texts that name it. */
    texts: z.array(z.string()),
  });
export type IndicatorLine = z.infer<typeof indicatorLine>;

export const listCatalogue = defineEndpoint({
  method: 'GET',
  path: '/api/indicators',
  summary: 'The catalogue of indicators on a day: found by words, by the text that names them, by subject',
  operation: 'indicators.indicator.read',
  audit: null,
  query: z.object({
    q: z.string().max(200).optional(),
    /** Number of a text; `own` for what no text names. */
    text: z.string().max(100).optional(),
    subject: z.enum(subjects).optional(),
    on: z.iso.date().optional(),
  }),
  response: z.object({
    on: z.iso.date(),
    indicators: z.array(indicatorLine),
    /** Texts that name indicators on that day, whatever else is asked for. */
    texts: z.array(z.object({ number: z.string(), indicators: z.int() })),
    can: z.object({ edit: z.boolean() }),
  }),
});
export type ShownCatalogue = z.infer<(typeof listCatalogue)['response']>;

const named = z.object({ code: z.string(), name: sentence });

export const getIndicator = defineEndpoint({
  method: 'GET',
  path: '/api/indicators/:code',
  summary:
    'One indicator with all its versions, its formula as people write it, its breakdowns and what is computed from it',
  operation: 'indicators.indicator.read',
  audit: null,
  params: z.object({ code: z.string().max(60) }),
  response: z.object({
    on: z.iso.date(),
    /** Oldest first. */
    versions: z.array(indicator.extend({ formula, formulaWords: sentence, trustWords: z.array(sentence) })),
    /** The version of that day; null where none stands then. */
    current: z.int().nullable(),
    breakdowns: z.array(breakdown),
    /** The counts of the formula on that day. */
    counts: z.array(named),
    /** What is computed from it. */
    usedBy: z.array(named),
  }),
});
export type IndicatorPage = z.infer<(typeof getIndicator)['response']>;

const counts = z.object({ rows: z.int(), added: z.int(), ended: z.int() });

/** A workbook comes as a multipart form with one file, field `file`; then there is no JSON body to describe. */
export const previewIndicatorImport = defineEndpoint({
  method: 'POST',
  path: '/api/indicators-import/preview',
  summary: 'Which versions a workbook would add or end, and every row that is not right; writes nothing',
  operation: 'indicators.indicator.edit',
  audit: 'indicators.indicator_import.preview',
  response: z.object({
    counts,
    /** The first 200; `counts` tells how many there are. */
    changes: z.array(describedVersion),
    badRows: z.array(badSheetRow),
    badRowCount: z.int(),
    /** To be sent with the import: it holds only while neither the file nor the catalogue has changed. */
    fingerprint: z.string(),
  }),
});
export type IndicatorImportPreview = z.infer<(typeof previewIndicatorImport)['response']>;

/** The same file once more, with the field `fingerprint` of its preview. */
export const importIndicators = defineEndpoint({
  method: 'POST',
  path: '/api/indicators-import',
  summary: 'Writes what the preview of a workbook showed: all of it or nothing',
  operation: 'indicators.indicator.edit',
  audit: 'indicators.indicator_import.write',
  response: z.object({ counts }),
});

export const exportIndicators = defineEndpoint({
  method: 'GET',
  path: '/api/indicators-export',
  summary: 'A workbook of every version of every indicator',
  operation: 'indicators.indicator.read',
  audit: 'indicators.indicator_export.read',
  response: z.object({ fileName: z.string(), indicators: z.int(), base64: z.string() }),
});
