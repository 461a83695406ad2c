import type { Sealing } from './second-factor/sealed-secret.ts';
import type { Module } from '../platform/module.ts';
import { accessRefusals } from './access.refusals.ts';
import { accountActions } from './accounts.actions.ts';
import { demoSessionActions } from './demo-session.actions.ts';
import { frontDoorActions } from './front-door.actions.ts';
import { ownPasswordActions } from './own-password.actions.ts';
import { ownSessionActions } from './own-sessions.actions.ts';
import { secondFactorActions } from './second-factor/second-factor.actions.ts';
import { sessionActions } from './session.actions.ts';

/** Accounts and sessions. Outside the demo the way in without a password is not mounted at all. */
export function accessModule(demo: boolean, keys: Sealing): Module {
  return {
    name: 'access',
    refusals: accessRefusals,
    actions: [
      ...frontDoorActions(demo),
      ...sessionActions(demo),
      ...secondFactorActions(demo, keys),
      ...ownSessionActions,
      ...ownPasswordActions(demo),
      ...accountActions,
      ...(demo ? demoSessionActions : []),
    ],
  };
}
