import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { noticeChoice } from './notice-choice.ts';

/** How long a mailed code is good, and how often it may be typed wrong. */
export const codeMinutes = 10;
export const codeTries = 5;

export const ownMail = z.object({
  /** Confirmed; `null` while there is none. */
  email: z.string().nullable(),
  /** A code is on its way there. */
  asked: z.string().nullable(),
  choice: noticeChoice,
  /** Whether this installation can send mail at all. */
  sends: z.boolean(),
});
export type OwnMail = z.infer<typeof ownMail>;

export const getOwnMail = defineEndpoint({
  method: 'GET',
  path: '/api/own/mail',
  summary: 'Where and how the signed-in person is written to',
  operation: 'self',
  audit: null,
  response: ownMail,
});

export const askOwnEmail = defineEndpoint({
  method: 'POST',
  path: '/api/own/mail/address',
  summary: 'Sends a code to an address of one’s own; the old one stays until the code comes back',
  operation: 'self',
  audit: 'attention.own_email.ask',
  body: z.strictObject({ email: z.email().max(254) }),
  response: ownMail,
});

export const confirmOwnEmail = defineEndpoint({
  method: 'POST',
  path: '/api/own/mail/address/confirm',
  summary: 'Confirms the address by its code',
  operation: 'self',
  audit: 'attention.own_email.confirm',
  body: z.strictObject({ code: z.string().trim().max(40) }),
  response: ownMail,
});

export const removeOwnEmail = defineEndpoint({
  method: 'DELETE',
  path: '/api/own/mail/address',
  summary: 'Takes the address away: from now on in the app only',
  operation: 'self',
  audit: 'attention.own_email.remove',
  response: ownMail,
});

export const chooseDigest = defineEndpoint({
  method: 'PUT',
  path: '/api/own/mail/choice',
  summary: 'How often the signed-in person is written to',
  operation: 'self',
  audit: 'attention.own_choice.change',
  body: noticeChoice,
  response: ownMail,
});
