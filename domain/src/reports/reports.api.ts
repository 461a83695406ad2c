import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { unitBrief, unitRef } from '../tasks/task-words.ts';
import { dutyStates, regimeLacks } from './duty-state.ts';
import { clausePeriods } from './report-due.ts';

const id = z.uuid();
const day = z.iso.date();

/** The parts add up to how many units have to send: that is what each is a share of. */
const counts = z.record(z.enum(dutyStates), z.int());

const duePeriod = z.object({
  label: z.string(),
  /** First and last day counted, by the administrative calendar: plans print the due day alone. */
  cutStart: day,
  cutEnd: day,
  dueOn: day,
  /** Whether the working day the law asks for lies between the last day counted and the due day. */
  leavesTime: z.boolean(),
});

const regime = z.object({
  id,
  plan: z.object({ id, number: z.string().nullable(), title: z.string() }),
  period: z.enum(clausePeriods),
  /** As printed. */
  due: z.object({ month: z.int(), day: z.int() }).nullable(),
  senders: z.array(z.object({ printed: z.string(), known: z.boolean() })),
  receiver: z.string().nullable(),
  via: z.string().nullable(),
  validFrom: day,
  validTo: day,
  lacks: z.array(z.enum(regimeLacks)),
});
export type Regime = z.infer<typeof regime>;

const row = regime.extend({
  /** The report that is due next, or the last one where none comes any more. */
  current: duePeriod.extend({ counts, units: z.int() }).nullable(),
});
export type RegimeRow = z.infer<typeof row>;

/** Longer lists are cut here, and say so. */
export const mostRegimes = 500;

export const listRegimes = defineEndpoint({
  method: 'GET',
  path: '/api/report-regimes',
  summary: 'Reporting regimes of adopted plans with how the report that is due next stands, the earliest due day first',
  operation: 'reports.regime.read',
  audit: null,
  query: z.strictObject({ planId: id.optional() }),
  response: z.object({ rows: z.array(row), total: z.int(), today: day }),
});

const duty = z.object({
  unit: unitBrief,
  state: z.enum(dutyStates),
  sent: z
    .object({
      on: day,
      number: z.string().nullable(),
      words: z.string().nullable(),
      enteredAt: z.iso.datetime(),
      enteredBy: z.string(),
    })
    .nullable(),
  can: z.object({ send: z.boolean() }),
});
export type ReportDuty = z.infer<typeof duty>;

export const getRegime = defineEndpoint({
  method: 'GET',
  path: '/api/report-regimes/:regimeId',
  summary:
    'One reporting regime with its periods, and in each the units that had to send as places and agencies stood on its last day',
  operation: 'reports.regime.read',
  audit: null,
  params: z.strictObject({ regimeId: id }),
  response: z.object({
    regime: regime.extend({
      /** `seeSums`: sees every report that is added up. */
      can: z.object({ tellSender: z.boolean(), seeSums: z.boolean() }),
    }),
    periods: z.array(duePeriod.extend({ counts, units: z.array(duty) })),
    today: day,
  }),
});
export type RegimePage = z.infer<typeof getRegime.response>;
export type RegimePeriod = RegimePage['periods'][number];

export const tellSender = defineEndpoint({
  method: 'POST',
  path: '/api/report-regimes/:regimeId/senders',
  summary: 'Tells of an agency that sends under a clause that does not name it; by who keeps the plan',
  operation: 'reports.regime.edit',
  audit: 'reports.sender.tell',
  params: z.strictObject({ regimeId: id }),
  body: z.strictObject({ agencyId: z.string().min(1).max(80) }),
  response: z.object({ regimeId: id }),
});

export const addSending = defineEndpoint({
  method: 'POST',
  path: '/api/report-regimes/:regimeId/sendings',
  summary:
    'Says that a unit sent the report due on a day; `id` is made by the screen, a repeated request does nothing twice',
  operation: 'reports.sending.add',
  audit: 'reports.sending.add',
  params: z.strictObject({ regimeId: id }),
  body: z.strictObject({
    id,
    unit: unitRef,
    dueOn: day,
    sentOn: day,
    number: z.string().trim().min(1).max(60).nullable(),
    words: z.string().trim().min(1).max(4000).nullable(),
  }),
  response: z.object({ regimeId: id }),
});
