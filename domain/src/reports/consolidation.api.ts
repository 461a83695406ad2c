import { z } from 'zod';
import { figureStates } from '../indicators/figure.ts';
import { indicator } from '../indicators/indicator.ts';
import { value } from '../indicators/value.ts';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { unitBrief } from '../tasks/task-words.ts';
import { reportHeadings } from './report-headings.ts';
import { versionStates } from './report-version.workflow.ts';

const id = z.uuid();
const day = z.iso.date();
const instant = z.iso.datetime();
const both = z.object({ vi: z.string(), en: z.string() });
const key = z.string().min(1).max(300);
const params = z.strictObject({ regimeId: id });

/** How complete a figure is; those that lack are named where the list opens. */
const completeness = z.object({ due: z.int(), sent: z.int(), accepted: z.int(), lastEntry: instant.nullable() });

const total = z.object({
  key,
  state: z.enum(figureStates),
  /** With the adjustments in it. */
  amount: z.number().nullable(),
  /** Sum of the adjustments; 0 where there is none. */
  adjusted: z.number(),
  completeness,
});
export type ConsolidatedTotal = z.infer<typeof total>;

const table = z.object({
  title: both,
  by: z.string().nullable(),
  columns: z.array(z.object({ part: z.string().nullable(), name: both })),
  rows: z.array(z.object({ code: z.string(), keys: z.array(key.nullable()) })),
});

const rate = z.object({
  code: z.string(),
  state: z.enum(figureStates),
  amount: z.number().nullable(),
  numerator: z.number(),
  denominator: z.number(),
  completeness,
});

const unitState = z.object({
  unit: unitBrief,
  /** Null: nothing was begun, or nothing was sent that the receiver may see. */
  versionId: id.nullable(),
  state: z.enum(versionStates).nullable(),
  late: z.boolean().nullable(),
});

const paragraph = z.object({
  id,
  heading: z.enum(reportHeadings),
  words: z.string(),
  /** Whose words they are; null: the receiver's own. */
  unit: unitBrief.nullable(),
  /** The words were changed by the receiver. */
  edited: z.boolean(),
});

const difference = z.object({
  key,
  /** In what was locked, and now; null where there was, or is, no figure. */
  was: z.number().nullable(),
  is: z.number().nullable(),
  units: z.array(z.string()),
});

export const consolidation = z.object({
  regime: z.object({
    id,
    planId: id.nullable(),
    planNumber: z.string().nullable(),
    planTitle: z.string(),
    receiver: z.string().nullable(),
  }),
  period: z.object({ label: z.string(), cutStart: day, cutEnd: day, dueOn: day }),
  completeness,
  units: z.array(unitState),
  tables: z.array(table),
  totals: z.array(total),
  rates: z.array(rate),
  indicators: z.array(indicator),
  adjustments: z.array(
    z.object({
      id,
      key,
      amount: z.number(),
      reason: z.string(),
      madeAt: instant,
      madeBy: z.string(),
      takenBack: z.boolean(),
    }),
  ),
  /** What the receiver writes; null: nothing was begun. */
  draft: z.object({ id, version: z.int(), revision: z.int(), paragraphs: z.array(paragraph) }).nullable(),
  locked: z
    .object({
      id,
      version: z.int(),
      number: z.string().nullable(),
      lockedAt: instant,
      lockedBy: z.string(),
      /** What was corrected below since, as a stated difference. */
      differences: z.array(difference),
    })
    .nullable(),
  /** What the units wrote, to be picked from. */
  offered: z.array(z.object({ unit: unitBrief, versionId: id, heading: z.enum(reportHeadings), words: z.string() })),
  can: z.object({ edit: z.boolean() }),
  today: day,
});
export type ConsolidationPage = z.infer<typeof consolidation>;

export const getConsolidation = defineEndpoint({
  method: 'GET',
  path: '/api/report-regimes/:regimeId/consolidation',
  summary:
    'What the reports of a due day add up to now, from accepted ones only, with who lacks, adjustments and words',
  operation: 'reports.version.read',
  audit: null,
  params,
  query: z.strictObject({ dueOn: day }),
  response: consolidation,
});

export const openCell = defineEndpoint({
  method: 'GET',
  path: '/api/report-regimes/:regimeId/consolidation/cell',
  summary:
    'What a total is made of: each unit that had to report with what it said, and the adjustments; they add up to the total',
  operation: 'reports.version.read',
  audit: null,
  params,
  query: z.strictObject({ dueOn: day, key }),
  response: z.object({
    total,
    rows: z.array(z.object({ ...unitState.shape, value, counts: z.boolean() })),
    adjustments: consolidation.shape.adjustments,
  }),
});

export const adjustTotal = defineEndpoint({
  method: 'POST',
  path: '/api/report-regimes/:regimeId/adjustments',
  summary: 'The receiver adds to a total or takes from it, with the reason; or takes an adjustment back',
  operation: 'reports.version.decide',
  audit: 'reports.total.adjust',
  params,
  body: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('adjust'),
      id,
      dueOn: day,
      key,
      amount: z.number(),
      reason: z.string().trim().min(3).max(2000),
    }),
    z.strictObject({
      kind: z.literal('take_back'),
      id,
      dueOn: day,
      adjustmentId: id,
      reason: z.string().trim().min(3).max(2000),
    }),
  ]),
  response: z.object({ regimeId: id }),
});

export const writeConsolidation = defineEndpoint({
  method: 'PUT',
  path: '/api/report-regimes/:regimeId/consolidation',
  summary:
    'Saves the words of the consolidated report: picked, ordered, edited; refuses where somebody else saved since',
  operation: 'reports.version.decide',
  audit: 'reports.consolidation.write',
  params,
  body: z.strictObject({
    id,
    dueOn: day,
    base: z.int().min(0),
    paragraphs: z
      .array(
        z.strictObject({
          id,
          heading: z.enum(reportHeadings),
          words: z.string().trim().min(1).max(20_000),
          from: z.strictObject({ versionId: id }).nullable(),
        }),
      )
      .max(500),
  }),
  response: z.object({ revision: z.int() }),
});

export const lockConsolidation = defineEndpoint({
  method: 'POST',
  path: '/api/report-regimes/:regimeId/consolidation/lock',
  summary:
    'Locks the consolidated report as it goes up, with number; what changes below afterwards shows as a difference',
  operation: 'reports.version.decide',
  audit: 'reports.consolidation.lock',
  params,
  body: z.strictObject({ dueOn: day, base: z.int().min(0), number: z.string().trim().min(1).max(60).nullable() }),
  response: z.object({ regimeId: id }),
});
