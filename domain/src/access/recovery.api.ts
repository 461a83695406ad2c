import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { password, session } from './session.api.ts';

export const lostThings = ['password', 'second_factor', 'both'] as const;

const officer = z.object({ id: z.uuid(), name: z.string() });

export const recovery = z.object({
  id: z.uuid(),
  account: z.object({ id: z.uuid(), name: z.string(), login: z.string(), title: z.string() }),
  lost: z.enum(lostThings),
  startedBy: officer,
  startedAt: z.iso.datetime(),
  /** `null` while a second officer is waited for. */
  confirmedBy: officer.nullable(),
  expiresAt: z.iso.datetime(),
  can: z.object({ confirm: z.boolean(), withdraw: z.boolean() }),
});
export type Recovery = z.infer<typeof recovery>;

/** One half of the code; the other half is in the hands of the other officer. Shown this one time. */
const handedOver = z.object({ recovery, half: z.string() });
export type HandedOver = z.infer<typeof handedOver>;

const ofRecovery = z.strictObject({ recoveryId: z.uuid() });

export const listRecoveries = defineEndpoint({
  method: 'GET',
  path: '/api/recoveries',
  summary: 'The recoveries under way of people whose accounts one may know of, the oldest first',
  operation: 'access.account.list',
  audit: 'access.recovery.list',
  response: z.object({ recoveries: z.array(recovery) }),
});

export const startRecovery = defineEndpoint({
  method: 'POST',
  path: '/api/accounts/:accountId/recovery',
  summary: 'Begins to let a person back in who lost password or second factor; a second officer must confirm',
  operation: 'access.account.recover',
  stepUp: true,
  audit: 'access.recovery.start',
  params: z.strictObject({ accountId: z.uuid() }),
  body: z.strictObject({ lost: z.enum(lostThings) }),
  response: handedOver,
});

export const confirmRecovery = defineEndpoint({
  method: 'POST',
  path: '/api/recoveries/:recoveryId/confirm',
  summary: 'The second officer’s yes; never that of the first, nor of the person',
  operation: 'access.account.recover',
  stepUp: true,
  audit: 'access.recovery.confirm',
  params: ofRecovery,
  response: handedOver,
});

export const withdrawRecovery = defineEndpoint({
  method: 'DELETE',
  path: '/api/recoveries/:recoveryId',
  summary: 'Stops a recovery that was not used yet; the person keeps what they have',
  operation: 'access.account.recover',
  stepUp: true,
  audit: 'access.recovery.withdraw',
  params: ofRecovery,
  response: z.object({ recoveries: z.array(recovery) }),
});

export const redeemRecovery = defineEndpoint({
  method: 'PUT',
  path: '/api/recovery',
  summary: 'Both halves of the code and a new password: old sessions and second factors end, the person is in',
  operation: 'public',
  audit: 'access.recovery.use',
  body: z.strictObject({
    login: z.string().trim().min(1).max(80),
    first: z.string().trim().min(1).max(60),
    second: z.string().trim().min(1).max(60),
    password,
  }),
  response: session,
});

/** What happened to one’s own account by the hand of others, until one says to have read it. */
export const ownRecovery = z.object({
  id: z.uuid(),
  startedBy: z.string(),
  startedAt: z.iso.datetime(),
  confirmedBy: z.string().nullable(),
  usedAt: z.iso.datetime().nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
  /** Still under way: it can be stopped. */
  can: z.object({ stop: z.boolean() }),
});
export type OwnRecovery = z.infer<typeof ownRecovery>;

export const listOwnRecoveries = defineEndpoint({
  method: 'GET',
  path: '/api/own/recoveries',
  summary: 'Recoveries of one’s own account one has not said to have read about',
  operation: 'self',
  audit: null,
  response: z.object({ recoveries: z.array(ownRecovery) }),
});

export const stopOwnRecovery = defineEndpoint({
  method: 'DELETE',
  path: '/api/own/recoveries',
  summary: 'Stops the recovery of one’s own account that one has not asked for',
  operation: 'self',
  audit: 'access.own_recovery.stop',
  response: z.object({ recoveries: z.array(ownRecovery) }),
});

export const readOwnRecoveries = defineEndpoint({
  method: 'PUT',
  path: '/api/own/recoveries/read',
  summary: 'Says that one has read about the recoveries of one’s own account',
  operation: 'self',
  audit: 'access.own_recovery.read',
  response: z.object({ recoveries: z.array(ownRecovery) }),
});
