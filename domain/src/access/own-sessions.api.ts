import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';

/** A session as its owner sees it. */
export const ownSession = z.object({
  id: z.uuid(),
  /** The one that asks. */
  current: z.boolean(),
  startedAt: z.iso.datetime(),
  /** To the minute. */
  lastUsedAt: z.iso.datetime(),
  /** The network address it was opened from; `null` where nobody noted it. */
  address: z.string().nullable(),
  /** Browser and system, such as «Firefox, Windows»; empty where the browser does not say. */
  device: z.string(),
});
export type OwnSession = z.infer<typeof ownSession>;

const ownSessions = z.object({ sessions: z.array(ownSession) });

export const listOwnSessions = defineEndpoint({
  method: 'GET',
  path: '/api/own/sessions',
  summary: 'Where the signed-in person is signed in just now, the newest use first',
  operation: 'self',
  audit: null,
  response: ownSessions,
});

export const endOwnSession = defineEndpoint({
  method: 'DELETE',
  path: '/api/own/sessions/:sessionId',
  summary: 'Ends one other session of one’s own at once',
  operation: 'self',
  audit: 'access.own_session.close',
  params: z.strictObject({ sessionId: z.uuid() }),
  response: ownSessions,
});

export const endOtherSessions = defineEndpoint({
  method: 'DELETE',
  path: '/api/own/sessions',
  summary: 'Ends all of one’s own sessions at once but the one that asks',
  operation: 'self',
  audit: 'access.own_sessions.close',
  response: ownSessions,
});
