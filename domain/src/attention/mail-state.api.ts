import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { audiences } from './reminder-source.ts';

export const getMailState = defineEndpoint({
  method: 'GET',
  path: '/api/mail-state',
  summary: 'Whether mail is sent, what waits, and what was given up',
  operation: 'attention.mail.read',
  audit: null,
  response: z.object({
    /** `null`: no mail server is set; people are told in the app only. */
    from: z.string().nullable(),
    /** Since when the mail server cannot be reached, and what it answered last. */
    failing: z.object({ since: z.iso.datetime(), answer: z.string() }).nullable(),
    waiting: z.number().int(),
    sent: z.number().int(),
    /** The newest 100. */
    givenUp: z.array(
      z.object({
        id: z.uuid(),
        accountId: z.uuid(),
        name: z.string(),
        at: z.iso.datetime(),
        tries: z.number().int(),
        answer: z.string().nullable(),
      }),
    ),
    givenUpCount: z.number().int(),
  }),
});

export const reminderStep = z.strictObject({
  audience: z.enum(audiences),
  /** Before the due day below zero, after it above. */
  workingDays: z.number().int().min(-60).max(120),
});

export const getReminderSteps = defineEndpoint({
  method: 'GET',
  path: '/api/reminder-steps',
  summary: 'When whom is reminded of what falls due',
  operation: 'attention.reminder.read',
  audit: null,
  response: z.object({ steps: z.array(reminderStep), can: z.object({ edit: z.boolean() }) }),
});

export const putReminderSteps = defineEndpoint({
  method: 'PUT',
  path: '/api/reminder-steps',
  summary: 'Puts these steps in the place of those that stand',
  operation: 'attention.reminder.edit',
  audit: 'attention.reminder.change',
  body: z.strictObject({ steps: z.array(reminderStep).max(30) }),
  response: z.object({ steps: z.array(reminderStep), can: z.object({ edit: z.boolean() }) }),
});
