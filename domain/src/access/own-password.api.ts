import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { password, session } from './session.api.ts';

export const changePassword = defineEndpoint({
  method: 'PUT',
  path: '/api/own/password',
  summary: 'Changes one’s own password; all other sessions end, and this one goes on under a new token',
  operation: 'self',
  audit: 'access.password.update',
  body: z.strictObject({ oldPassword: z.string().min(1).max(256), newPassword: password }),
  response: session,
});
