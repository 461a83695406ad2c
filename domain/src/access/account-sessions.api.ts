import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { ownSession } from './own-sessions.api.ts';

/** A session of somebody else, as whoever keeps the account sees it. */
export const accountSession = ownSession.omit({ current: true });
export type AccountSession = z.infer<typeof accountSession>;

const sessions = z.object({
  sessions: z.array(accountSession),
  can: z.object({ end: z.boolean() }),
});
const ofAccount = z.strictObject({ accountId: z.uuid() });

export const listAccountSessions = defineEndpoint({
  method: 'GET',
  path: '/api/accounts/:accountId/sessions',
  summary: 'Where a person whose account one keeps is signed in just now, the newest use first',
  operation: 'access.session.list',
  audit: 'access.account_sessions.read',
  params: ofAccount,
  response: sessions,
});

export const endAccountSession = defineEndpoint({
  method: 'DELETE',
  path: '/api/accounts/:accountId/sessions/:sessionId',
  summary: 'Ends one session of another person at once; the person is told by whom',
  operation: 'access.session.end',
  stepUp: true,
  audit: 'access.account_session.close',
  params: ofAccount.extend({ sessionId: z.uuid() }),
  response: sessions,
});

export const endAccountSessions = defineEndpoint({
  method: 'DELETE',
  path: '/api/accounts/:accountId/sessions',
  summary: 'Ends all sessions of another person at once; the person is told by whom',
  operation: 'access.session.end',
  stepUp: true,
  audit: 'access.account_sessions.close',
  params: ofAccount,
  response: sessions,
});

/** What somebody else did to one’s own sessions, until one says to have read it. */
export const endedSession = z.object({
  id: z.uuid(),
  endedBy: z.string(),
  endedAt: z.iso.datetime(),
  device: z.string(),
});
export type EndedSession = z.infer<typeof endedSession>;

export const listEndedSessions = defineEndpoint({
  method: 'GET',
  path: '/api/own/ended-sessions',
  summary: 'Sessions of one’s own that somebody else ended and one has not said to have read about',
  operation: 'self',
  audit: null,
  response: z.object({ ended: z.array(endedSession) }),
});

export const readEndedSessions = defineEndpoint({
  method: 'PUT',
  path: '/api/own/ended-sessions/read',
  summary: 'Says that one has read that somebody else ended sessions of one’s own',
  operation: 'self',
  audit: 'access.ended_sessions.read',
  response: z.object({ ended: z.array(endedSession) }),
});
