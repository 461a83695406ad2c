import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { accountPage, entryCode } from './accounts.api.ts';
import { password, session } from './session.api.ts';

/** A code as people copy it: with or without dashes, in whatever letters. */
export const typedCode = z.string().trim().min(1).max(100);

export const renewInvitation = defineEndpoint({
  method: 'POST',
  path: '/api/accounts/:accountId/invitation',
  summary: 'A new code for a person who was invited and has not come in; the one before is good no more',
  operation: 'access.account.create',
  stepUp: true,
  audit: 'access.invitation.create',
  params: z.strictObject({ accountId: z.uuid() }),
  response: z.object({ account: accountPage, invitation: entryCode }),
});

export const withdrawInvitation = defineEndpoint({
  method: 'DELETE',
  path: '/api/accounts/:accountId/invitation',
  summary: 'Takes back the code given to a person who has not come in yet',
  operation: 'access.account.create',
  stepUp: true,
  audit: 'access.invitation.withdraw',
  params: z.strictObject({ accountId: z.uuid() }),
  response: accountPage,
});

/** Not GET: the code is not to stand in an address, which machines on the way write down. */
export const openInvitation = defineEndpoint({
  method: 'POST',
  path: '/api/invitation',
  summary: 'Whose invitation this code is, before anything is done with it',
  operation: 'public',
  audit: 'access.invitation.open',
  body: z.strictObject({ code: typedCode }),
  response: z.object({ name: z.string(), login: z.string(), expiresAt: z.iso.datetime() }),
});

export const acceptInvitation = defineEndpoint({
  method: 'PUT',
  path: '/api/invitation',
  summary: 'Sets one’s own first password and signs in; the code is spent',
  operation: 'public',
  audit: 'access.invitation.accept',
  body: z.strictObject({ code: typedCode, password }),
  response: session,
});
