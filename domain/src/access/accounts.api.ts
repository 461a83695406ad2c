import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { roles } from './roles.access.ts';
import { password } from './session.api.ts';

export const account = z.object({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  title: z.string(),
  roles: z.array(z.enum(roles)),
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
  audit: 'access.account.create',
  body: z.strictObject({
    login: z.string().trim().min(3).max(80),
    name: z.string().trim().min(2).max(120),
    title: z.string().trim().max(160),
    roles: z.array(z.enum(roles)).min(1),
    password,
  }),
  response: account,
});

export const disableAccount = defineEndpoint({
  method: 'POST',
  path: '/api/accounts/:accountId/disable',
  summary: 'Disables an account and ends its sessions at once',
  operation: 'access.account.disable',
  audit: 'access.account.disable',
  params: z.strictObject({ accountId: z.uuid() }),
  response: account,
});
