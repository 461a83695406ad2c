import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { typedCode } from './invitations.api.ts';
import { password, session } from './session.api.ts';

/** What the operator of the server did, as administrators and auditors are told. */
export const operatorRecovery = z.object({
  id: z.uuid(),
  account: z.object({ id: z.uuid(), name: z.string(), login: z.string() }),
  madeAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable(),
  /** Can still be used. */
  open: z.boolean(),
});
export type OperatorRecovery = z.infer<typeof operatorRecovery>;

const recoveries = z.object({ recoveries: z.array(operatorRecovery) });

/** The code is made on the server alone (`mangnon admin recover`); there is no endpoint for it. */
export const redeemOperatorRecovery = defineEndpoint({
  method: 'PUT',
  path: '/api/operator-recovery',
  summary: 'The code an operator made on the server, and a new password: an administrator is back in',
  operation: 'public',
  audit: 'access.operator_recovery.use',
  body: z.strictObject({ code: typedCode, password }),
  response: session,
});

export const listOperatorRecoveries = defineEndpoint({
  method: 'GET',
  path: '/api/operator-recoveries',
  summary: 'What one has not said to have read about codes made on the server',
  operation: 'access.operator_recovery.list',
  audit: null,
  response: recoveries,
});

export const readOperatorRecoveries = defineEndpoint({
  method: 'PUT',
  path: '/api/operator-recoveries/read',
  summary: 'Says that one has read about codes made on the server',
  operation: 'access.operator_recovery.list',
  audit: 'access.operator_recovery.read',
  response: recoveries,
});
