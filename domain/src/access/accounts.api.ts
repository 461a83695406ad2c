import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { posts } from './posts.ts';

/** A unit as a line names it. */
export const heldPlace = z.object({
  id: z.string(),
  fullName: z.string(),
  /** The unit above, as inside a sentence: `tỉnh Mộc Giang`; empty for a province. */
  above: z.string(),
});
export type HeldPlace = z.infer<typeof heldPlace>;

export const holdingStandings = ['current', 'coming', 'ended'] as const;

/** One post a person holds, will hold or held: where, for which agency, from when to when. */
export const holding = z.object({
  id: z.uuid(),
  post: z.enum(posts),
  place: heldPlace.nullable(),
  agency: z.object({ id: z.string(), name: z.string() }).nullable(),
  unit: z.string(),
  nationwide: z.boolean(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  /** When somebody ended it before its last day, or without one. */
  endedAt: z.iso.datetime().nullable(),
  /** On the day of the answer. */
  standing: z.enum(holdingStandings),
  can: z.object({ end: z.boolean() }),
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

/** `invited`: has no way in yet, neither a password nor the authority's own sign-in. */
export const accountStates = ['invited', 'live', 'disabled'] as const;

export const account = z.object({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  title: z.string(),
  state: z.enum(accountStates),
  disabledAt: z.iso.datetime().nullable(),
  /** Until when the code given out last brings the person in; `null` where there is none. */
  invitedUntil: z.iso.datetime().nullable(),
  /** Current and coming ones first; those that are over only on the page of one account. */
  holdings: z.array(holding),
});
export type Account = z.infer<typeof account>;

/** An account with what the person who asks may do with it. */
export const accountPage = account.extend({
  can: z.object({
    give: z.boolean(),
    disable: z.boolean(),
    invite: z.boolean(),
    recover: z.boolean(),
    /** Where the person is signed in may be seen. */
    sessions: z.boolean(),
  }),
});
export type AccountPage = z.infer<typeof accountPage>;

/** What is handed over in person, and shown this one time. */
export const entryCode = z.object({ code: z.string(), expiresAt: z.iso.datetime() });
export type EntryCode = z.infer<typeof entryCode>;

export const accountPageSize = 50;

export const listAccounts = defineEndpoint({
  method: 'GET',
  path: '/api/accounts',
  summary: 'The accounts one may know of, by name: of a name, of a place and below it, in a state',
  operation: 'access.account.list',
  audit: 'access.account.list',
  query: z.strictObject({
    /** Words of name, sign-in name or title, accents optional. */
    q: z.string().max(200).optional(),
    placeId: z.string().max(40).optional(),
    state: z.enum(accountStates).optional(),
    /** The last account of the page before. */
    after: z.uuid().optional(),
  }),
  response: z.object({
    accounts: z.array(account),
    /** For the next page; `null` on the last. */
    next: z.uuid().nullable(),
    /** How many were found, on all pages together, by state. */
    found: z.object({ invited: z.int(), live: z.int(), disabled: z.int() }),
    /** The place asked for. */
    place: heldPlace.nullable(),
  }),
});

export const getAccount = defineEndpoint({
  method: 'GET',
  path: '/api/accounts/:accountId',
  summary: 'One account with all its posts, the ended ones too',
  operation: 'access.account.list',
  audit: 'access.account.read',
  params: z.strictObject({ accountId: z.uuid() }),
  response: accountPage,
});

export const listPostsToGive = defineEndpoint({
  method: 'GET',
  path: '/api/posts-to-give',
  summary: 'Which posts the person who asks may give to others, and where',
  operation: 'access.account.list',
  audit: null,
  response: z.object({
    gives: z.array(
      z.object({
        post: z.enum(posts),
        /** In these places or, for a province, below them; `null`: anywhere. */
        within: z.array(heldPlace).nullable(),
      }),
    ),
  }),
});
export type PostToGive = z.infer<(typeof listPostsToGive)['response']>['gives'][number];

export const createAccount = defineEndpoint({
  method: 'POST',
  path: '/api/accounts',
  summary: 'Creates an account with its posts and invites its person, who sets the password themselves',
  operation: 'access.account.create',
  stepUp: true,
  audit: 'access.account.create',
  body: z.strictObject({
    login: z.string().trim().min(3).max(80),
    name: z.string().trim().min(2).max(120),
    title: z.string().trim().max(160),
    holdings: z.array(newHolding).min(1).max(20),
  }),
  response: z.object({ account: accountPage, invitation: entryCode }),
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
  response: accountPage,
});

export const endPost = defineEndpoint({
  method: 'POST',
  path: '/api/accounts/:accountId/holdings/:holdingId/end',
  summary: 'Ends a post; takes effect with the next request of its holder',
  operation: 'access.post.end',
  stepUp: true,
  audit: 'access.post.end',
  params: z.strictObject({ accountId: z.uuid(), holdingId: z.uuid() }),
  response: accountPage,
});

export const disableAccount = defineEndpoint({
  method: 'POST',
  path: '/api/accounts/:accountId/disable',
  summary: 'Disables an account, ends its sessions at once and takes back its codes',
  operation: 'access.account.disable',
  stepUp: true,
  audit: 'access.account.disable',
  params: z.strictObject({ accountId: z.uuid() }),
  response: accountPage,
});
