import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { documentBrief } from './texts.api.ts';

const id = z.uuid();
const day = z.iso.date();
const ofHigher = z.strictObject({ higherId: id });
const asked = z.object({
  level: z.enum(['province', 'commune']).default('province'),
  /** A province: its communes one by one. Without it communes are counted by province. */
  within: z.string().max(20).optional(),
  on: day.optional(),
});

/** How many places of the denominator stand so; the three always add up to `of`. */
export const topCounts = z.object({
  /** Has made a task of it. */
  done: z.int(),
  /** Carries the document out, and has no task for this duty. */
  none: z.int(),
  /** Has no plan known here that carries the document out. */
  noPlan: z.int(),
  of: z.int(),
});
export type TopCounts = z.infer<typeof topCounts>;

export const topDuty = z.object({ id, article: z.string().nullable(), words: z.string(), counts: topCounts });
export type TopDuty = z.infer<typeof topDuty>;

export const topPlace = z.object({
  id: z.string(),
  name: z.string(),
  /** How many places it stands for: 1, or the communes of the province. */
  of: z.int(),
  /** How many of these carry the document out by a plan. */
  withPlan: z.int(),
  /** For each duty in its order: how many of these places have made a task of it. */
  done: z.array(z.int()),
});
export type TopPlace = z.infer<typeof topPlace>;

export const top = z.object({
  on: day,
  higher: documentBrief,
  level: z.enum(['province', 'commune']),
  within: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The denominator: places of this level that stand on the day. */
  of: z.int(),
  duties: z.array(topDuty),
  places: z.array(topPlace),
});
export type Top = z.infer<typeof top>;

export const seeTop = defineEndpoint({
  method: 'GET',
  path: '/api/higher/:higherId/top',
  summary: 'Each duty of a text or higher plan against the places that must carry it out',
  operation: 'law.text.read',
  audit: null,
  params: ofHigher,
  query: asked,
  response: top,
});

export const exportTop = defineEndpoint({
  method: 'GET',
  path: '/api/higher/:higherId/top-export',
  summary: 'The same as a workbook',
  operation: 'law.text.read',
  audit: 'law.top.export',
  params: ofHigher,
  query: asked,
  response: z.object({ fileName: z.string(), rows: z.int(), base64: z.string() }),
});

export const seeTopTasks = defineEndpoint({
  method: 'GET',
  path: '/api/higher/:higherId/top-tasks',
  summary: 'The tasks by which a place, or the communes of a province, made one duty concrete',
  operation: 'law.text.read',
  audit: null,
  params: ofHigher,
  query: z.object({ dutyId: id, placeId: z.string().max(20), level: z.enum(['province', 'commune']) }),
  response: z.object({
    tasks: z.array(z.object({ taskId: id, words: z.string(), section: z.string(), plan: documentBrief })),
    /** There are more than are told. */
    more: z.int(),
  }),
});
export type TopTasks = z.infer<(typeof seeTopTasks)['response']>;
