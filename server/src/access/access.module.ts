import type { Module } from '../platform/module.ts';
import { accessRefusals } from './access.refusals.ts';
import { accountSessionActions } from './account-sessions.actions.ts';
import { accountActions } from './accounts.actions.ts';
import { invitationActions } from './invitations.actions.ts';
import { demoSessionActions } from './demo-session.actions.ts';
import { frontDoorActions } from './front-door.actions.ts';
import type { IdentityProvider } from './oidc/identity-provider.ts';
import { providerInvitationActions } from './oidc/provider-invitation.actions.ts';
import { providerActions } from './oidc/provider.actions.ts';
import { providerRefusals } from './oidc/provider.refusals.ts';
import { operatorRecoveryActions } from './operator-recovery/operator-recovery.actions.ts';
import { ownPasswordActions } from './own-password.actions.ts';
import { ownSessionActions } from './own-sessions.actions.ts';
import { ownPasskeyActions } from './passkeys/own-passkeys.actions.ts';
import { passkeySignInActions } from './passkeys/passkey-sign-in.actions.ts';
import { passkeyRefusals } from './passkeys/passkey.refusals.ts';
import type { Sealing } from './second-factor/sealed-secret.ts';
import { ownRecoveryActions } from './own-recoveries.actions.ts';
import { postHoldingActions } from './post-holdings.actions.ts';
import { recoveryActions } from './recoveries.actions.ts';
import { secondFactorActions } from './second-factor/second-factor.actions.ts';
import { sessionActions } from './session.actions.ts';
import { redeemRecoveryActions } from './redeem-recovery.actions.ts';

/** What this installation is to its visitors. */
export interface Door {
  /** Where officers reach it; `null`: at localhost alone. */
  readonly address: URL | null;
  /** The authority's own sign-in; `null` where none is set, and then nothing of it is mounted. */
  readonly provider: IdentityProvider | null;
}

/** Accounts and sessions. Outside the demo the way in without a password is not mounted at all. */
export function accessModule(demo: boolean, keys: Sealing, { address, provider }: Door): Module {
  return {
    name: 'access',
    refusals: { ...accessRefusals, ...passkeyRefusals, ...providerRefusals },
    actions: [
      ...frontDoorActions(demo, provider),
      ...sessionActions(demo),
      ...secondFactorActions(demo, keys),
      ...ownPasskeyActions(demo, address),
      ...passkeySignInActions(demo, address),
      ...(provider === null ? [] : [...providerActions(demo, provider), ...providerInvitationActions(demo, provider)]),
      ...ownSessionActions,
      ...ownPasswordActions(demo),
      ...accountActions,
      ...accountSessionActions,
      ...postHoldingActions,
      ...invitationActions(demo),
      ...recoveryActions,
      ...redeemRecoveryActions(demo),
      ...ownRecoveryActions,
      ...operatorRecoveryActions(demo),
      ...(demo ? demoSessionActions : []),
    ],
  };
}
