import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { posts } from './posts.ts';
import { password } from './session.api.ts';

/** One post a person holds: where, for which agency, from when to when. */
export const holding = z.object({
  id: z.uuid(),
  post: z.enum(posts),
  placeId: z.string().nullable(),
  agencyId: z.string().nullable(),
  unit: z.string(),
  nationwide: z.boolean(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
});
export type Holding = z.infer<typeof holding>;

export const newHolding = z.strictObject({
  post: z.enum(posts),
  placeId: z.string().max(40).nullable().default(null),
  agencyId: z.string().max(80).nullable().default(null),
  /** Village, hamlet, street group or desk, in words. */
  unit: z.string().trim().max(160).default(''),
  nationwide: z.boolean().default(false),
  /** Today where not given. */
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().nullable().default(null),
});
export type NewHolding = z.input<typeof newHolding>;

export const account = z.object({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  title: z.string(),
  /** Those not ended, the coming ones included. */
  holdings: z.array(holding),
  disabledAt: z.iso.datetime().nullable(),
});
export type Account = z.infer<typeof account>;

export const listAccounts = defineEndpoint({
  method: 'GET',
  path: '/api/accounts',
  summary: 'The accounts of this installation',
  operation: 'access.account.list',
  audit: 'access.account.list',
  response: z.object({ accounts: z.array(account) }),
});

export const createAccount = defineEndpoint({
  method: 'POST',
  path: '/api/accounts',
  summary: 'Creates a local account with a first password',
  operation: 'access.account.create',
  stepUp: true,
  audit: 'access.account.create',
  body: z.strictObject({
    login: z.string().trim().min(3).max(80),
    name: z.string().trim().min(2).max(120),
    title: z.string().trim().max(160),
    holdings: z.array(newHolding).min(1).max(20),
    password,
  }),
  response: account,
});

export const givePost = defineEndpoint({
  method: 'POST',
  path: '/api/accounts/:accountId/holdings',
  summary: 'Gives a person a post more',
  operation: 'access.post.give',
  stepUp: true,
  audit: 'access.post.give',
  params: z.strictObject({ accountId: z.uuid() }),
  body: newHolding,
  response: account,
});

export const endPost = defineEndpoint({
  method: 'POST',
  path: '/api/accounts/:accountId/holdings/:holdingId/end',
  summary: 'Ends a post; takes effect with the next request of its holder',
  operation: 'access.post.end',
  stepUp: true,
  audit: 'access.post.end',
  params: z.strictObject({ accountId: z.uuid(), holdingId: z.uuid() }),
  response: account,
});

export const disableAccount = defineEndpoint({
  method: 'POST',
  path: '/api/accounts/:accountId/disable',
  summary: 'Disables an account and ends its sessions at once',
  operation: 'access.account.disable',
  stepUp: true,
  audit: 'access.account.disable',
  params: z.strictObject({ accountId: z.uuid() }),
  response: account,
});
