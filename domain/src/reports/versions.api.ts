import { z } from 'zod';
import { indicator, subjects } from '../indicators/indicator.ts';
import { value } from '../indicators/value.ts';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { unitBrief, unitRef } from '../tasks/task-words.ts';
import { formTables } from './report-form.ts';
import { reportHeadings } from './report-headings.ts';
import { versionActs, versionStates } from './report-version.workflow.ts';

const id = z.uuid();
const day = z.iso.date();
const instant = z.iso.datetime();
const both = z.object({ vi: z.string(), en: z.string() });
const key = z.string().min(1).max(300);
const words = (most: number) => z.string().trim().min(3).max(most);

const params = z.strictObject({ versionId: id });
const done = z.object({ versionId: id });

/** More than any form has; one request never carries more. */
export const mostCells = 2000;

const cellRef = z.strictObject({ code: z.string().max(60), parts: z.record(z.string().max(40), z.string().max(40)) });

const formCell = z.object({ key, code: z.string(), parts: z.record(z.string(), z.string()) });

const placedTable = z.object({
  title: both,
  by: z.string().nullable(),
  columns: z.array(z.object({ part: z.string().nullable(), name: both })),
  rows: z.array(z.object({ code: z.string(), cells: z.array(formCell.nullable()) })),
});

const cellState = z.object({
  key,
  value,
  /** Of the stored value; 0 where none is stored. Sent back as `base` with a change. */
  revision: z.int(),
  enteredAt: instant.nullable(),
  /** Null: nobody yet, or computed from the records kept here. */
  enteredBy: z.string().nullable(),
  /** What was accepted last of this report: in a correction what it corrects. */
  accepted: value.nullable(),
  /** What the unit said in the period before, accepted. */
  before: value.nullable(),
});
export type CellState = z.infer<typeof cellState>;

const remark = z.object({ id, key: key.nullable(), words: z.string(), madeAt: instant, madeBy: z.string() });
const step = z.object({ step: z.string(), words: z.string().nullable(), takenAt: instant, takenBy: z.string() });

export const reportVersion = z.object({
  id,
  regime: z.object({
    id,
    planId: id.nullable(),
    planNumber: z.string().nullable(),
    planTitle: z.string(),
    receiver: z.string().nullable(),
  }),
  unit: unitBrief,
  period: z.object({ label: z.string(), cutStart: day, cutEnd: day, dueOn: day }),
  version: z.int(),
  /** Why it corrects the version before. */
  reason: z.string().nullable(),
  state: z.enum(versionStates),
  /** Sent after the due day, whenever it was typed; null while it was never sent. */
  late: z.boolean().nullable(),
  signedBy: z.string().nullable(),
  signedAt: instant.nullable(),
  sentAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  tables: z.array(placedTable),
  cells: z.array(cellState),
  /** What the screen needs of the catalogue to check while typing: the counts of the form, the rates they lead to, the breakdowns. */
  indicators: z.array(indicator),
  breakdowns: z.array(z.unknown()),
  /** Rates of sister units for the same period, by code of the rate. */
  sisters: z.record(z.string(), z.array(z.number())),
  explained: z.record(z.string(), z.string()),
  narrative: z.array(z.object({ heading: z.enum(reportHeadings), words: z.string(), revision: z.int() })),
  remarks: z.array(remark),
  steps: z.array(step),
  versions: z.array(z.object({ id, version: z.int(), state: z.enum(versionStates) })),
  can: z.object({
    edit: z.boolean(),
    sign: z.boolean(),
    reopen: z.boolean(),
    send: z.boolean(),
    decide: z.boolean(),
    correct: z.boolean(),
  }),
  /** Why an act the person may do is not possible now: a sentence for each. */
  blocked: z.array(z.object({ act: z.enum(versionActs), code: z.string(), words: both })),
  today: day,
});
export type ReportVersionPage = z.infer<typeof reportVersion>;

export const openVersion = defineEndpoint({
  method: 'POST',
  path: '/api/report-regimes/:regimeId/versions',
  summary: 'Begins the report of a unit for a due day, or gives the one that was begun; `id` is made by the screen',
  operation: 'reports.version.edit',
  audit: 'reports.version.open',
  params: z.strictObject({ regimeId: id }),
  body: z.strictObject({ id, unit: unitRef, dueOn: day }),
  response: done,
});

export const findVersion = defineEndpoint({
  method: 'GET',
  path: '/api/report-regimes/:regimeId/versions',
  summary: 'The versions of the report of a unit for a due day, oldest first; none where nothing was begun',
  operation: 'reports.version.read',
  audit: null,
  params: z.strictObject({ regimeId: id }),
  query: z.strictObject({ dueOn: day, agencyId: unitRef.shape.agencyId, placeId: unitRef.shape.placeId }),
  response: z.object({ versions: reportVersion.shape.versions, can: z.object({ open: z.boolean() }) }),
});

export const getVersion = defineEndpoint({
  method: 'GET',
  path: '/api/report-versions/:versionId',
  summary:
    'A report of a unit: its form with every cell, what is noticed about it, its words, remarks, steps, and what may be done',
  operation: 'reports.version.read',
  audit: null,
  params,
  response: reportVersion,
});

const change = z.strictObject({ ...cellRef.shape, value, base: z.int().min(0) });

export const saveCells = defineEndpoint({
  method: 'POST',
  path: '/api/report-versions/:versionId/cells',
  summary:
    'Saves cells as they are typed. A cell somebody else changed since is not saved and comes back as a clash; the others are. A repeated request changes nothing',
  operation: 'reports.version.edit',
  audit: 'reports.version.edit',
  params,
  body: z.strictObject({ changes: z.array(change).min(1).max(mostCells) }),
  response: z.object({
    saved: z.array(z.object({ key, revision: z.int() })),
    clashes: z.array(
      z.object({ key, value, revision: z.int(), enteredAt: instant.nullable(), enteredBy: z.string().nullable() }),
    ),
  }),
});

export const explainFinding = defineEndpoint({
  method: 'POST',
  path: '/api/report-versions/:versionId/explanations',
  summary: 'Says why a warning is right as it stands; null takes the explanation back',
  operation: 'reports.version.edit',
  audit: 'reports.version.explain',
  params,
  body: z.strictObject({ finding: z.string().min(1).max(400), words: words(1000).nullable() }),
  response: done,
});

export const writeNarrative = defineEndpoint({
  method: 'PUT',
  path: '/api/report-versions/:versionId/narrative',
  summary: 'Saves the words under a heading; refuses where somebody else changed them since',
  operation: 'reports.version.edit',
  audit: 'reports.version.write',
  params,
  body: z.strictObject({ heading: z.enum(reportHeadings), words: z.string().max(20_000), base: z.int().min(0) }),
  response: z.object({ revision: z.int() }),
});

/** Signs, takes back or sends: what else a unit does with its report. `id` of the step is made by the screen. */
export const takeStep = defineEndpoint({
  method: 'POST',
  path: '/api/report-versions/:versionId/steps',
  summary: 'The unit sends its report, or takes it back to go on writing before it was accepted',
  operation: 'reports.version.edit',
  audit: 'reports.version.step',
  params,
  body: z.strictObject({ id, step: z.enum(['reopen', 'send']), words: words(2000).nullable() }),
  response: done,
});

export const signVersion = defineEndpoint({
  method: 'POST',
  path: '/api/report-versions/:versionId/signature',
  summary: 'The person in charge of the unit signs the report',
  operation: 'reports.version.sign',
  audit: 'reports.version.sign',
  params,
  body: z.strictObject({ id }),
  response: done,
});

export const decideVersion = defineEndpoint({
  method: 'POST',
  path: '/api/report-versions/:versionId/decision',
  summary: 'The receiver accepts a report, or sends it back with what is to be mended, cell by cell',
  operation: 'reports.version.decide',
  audit: 'reports.version.decide',
  params,
  body: z.discriminatedUnion('decision', [
    z.strictObject({ id, decision: z.literal('accept') }),
    z.strictObject({
      id,
      decision: z.literal('send_back'),
      words: words(2000),
      remarks: z.array(z.strictObject({ id, key, words: words(2000) })).max(mostCells),
    }),
  ]),
  response: done,
});

export const correctVersion = defineEndpoint({
  method: 'POST',
  path: '/api/report-versions/:versionId/corrections',
  summary: 'Begins a new version of an accepted report, with its values, and says why',
  operation: 'reports.version.edit',
  audit: 'reports.version.correct',
  params,
  body: z.strictObject({ id, reason: words(2000) }),
  response: done,
});

export const getForm = defineEndpoint({
  method: 'GET',
  path: '/api/report-regimes/:regimeId/form',
  summary: 'The form of a regime for a due day as tables of counts, with the forms that can be begun from',
  operation: 'reports.regime.read',
  audit: null,
  params: z.strictObject({ regimeId: id }),
  query: z.strictObject({ dueOn: day.optional() }),
  response: z.object({
    tables: formTables.nullable(),
    version: z.int().nullable(),
    firstDueOn: day.nullable(),
    versions: z.array(z.object({ version: z.int(), firstDueOn: day, setAt: instant, setBy: z.string() })),
    starters: z.array(z.object({ code: z.string(), name: both, tables: formTables })),
    dueDays: z.array(z.object({ dueOn: day, label: z.string() })),
    /** What can be asked for: every count that stands today, and how it may be split. */
    counts: z.array(z.object({ code: z.string(), name: both, subject: z.enum(subjects), splits: z.array(z.string()) })),
    /** Splits with a list of parts, as columns can be made of them. */
    splits: z.array(z.object({ code: z.string(), name: both, parts: z.int() })),
    /** Agencies that send under the regime: who may be asked to fill a table. */
    senders: z.array(z.object({ agencyId: z.string(), name: z.string() })),
    can: z.object({ edit: z.boolean() }),
  }),
});

export const setForm = defineEndpoint({
  method: 'POST',
  path: '/api/report-regimes/:regimeId/form',
  summary:
    'Sets which counts a regime asks for, from the report of a due day on; refused where reports of that day were begun',
  operation: 'reports.regime.edit',
  audit: 'reports.form.set',
  params: z.strictObject({ regimeId: id }),
  body: z.strictObject({ id, firstDueOn: day, tables: formTables }),
  response: z.object({ regimeId: id }),
});
