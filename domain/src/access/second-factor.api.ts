import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { session } from './session.api.ts';

/** Six digits of an authenticator app; spaces between them are how people copy them. */
const appCode = z
  .string()
  .transform((typed) => typed.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/));

export const startAuthenticator = defineEndpoint({
  method: 'POST',
  path: '/api/own/authenticator',
  summary:
    'Makes a secret for an authenticator app, the first or one in its place; it counts once the app has shown a code',
  operation: 'self',
  beforeSecondFactor: true,
  stepUp: true,
  audit: 'access.authenticator.create',
  response: z.object({
    /** `otpauth://…`, for the picture the app reads. */
    address: z.string(),
    /** The same secret to type by hand, in groups of four. */
    secret: z.string(),
  }),
});

export const confirmAuthenticator = defineEndpoint({
  method: 'PUT',
  path: '/api/own/authenticator',
  summary: 'Shows the first code of the app; it takes the place of the one before, and all other sessions end',
  operation: 'self',
  beforeSecondFactor: true,
  stepUp: true,
  audit: 'access.authenticator.confirm',
  body: z.strictObject({ code: appCode }),
  response: z.object({
    session,
    /** Each good once in place of the app. Shown this one time, kept nowhere. */
    recoveryCodes: z.array(z.string()).length(10),
  }),
});

export const proveSecondFactor = defineEndpoint({
  method: 'POST',
  path: '/api/session/second-factor',
  summary: 'Shows a code of the app, or one of the ten on paper; the session goes on under a new token',
  operation: 'self',
  beforeSecondFactor: true,
  audit: 'access.second_factor.prove',
  body: z.strictObject({ code: z.string().trim().min(6).max(40) }),
  response: session,
});
