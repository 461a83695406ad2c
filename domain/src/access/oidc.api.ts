import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { typedCode } from './invitations.api.ts';
import { session } from './session.api.ts';

export const startProviderSignIn = defineEndpoint({
  method: 'POST',
  path: '/api/provider-session/start',
  summary: 'Begins a sign-in at the authority’s identity provider; good once, for ten minutes, in this browser',
  operation: 'public',
  audit: 'access.provider_sign_in.start',
  response: z.object({
    /** Of the provider; the browser goes there. */
    address: z.url(),
  }),
});

/** What the provider put into the address it sent the browser back to (RFC 6749 4.1.2, RFC 9207). */
const providerAnswer = z.object({
  state: z.string().min(1).max(500),
  code: z.string().min(1).max(4000).optional(),
  iss: z.string().max(500).optional(),
  error: z.string().max(200).optional(),
});
export type ProviderAnswer = z.infer<typeof providerAnswer>;

export const signInByProvider = defineEndpoint({
  method: 'POST',
  path: '/api/provider-session',
  summary: 'Signs in with what the identity provider answered',
  operation: 'public',
  audit: 'access.provider_sign_in.create',
  body: providerAnswer,
  response: session,
});

/** Begins the state of a sign-in that redeems an invitation: the page it comes back to knows by it which call is next. */
export const invitationStateMark = 'moi.';

export const startInvitationByProvider = defineEndpoint({
  method: 'POST',
  path: '/api/invitation/provider/start',
  summary: 'Begins to redeem an invitation at the identity provider, where the person must sign in anew',
  operation: 'public',
  audit: 'access.provider_invitation.start',
  body: z.strictObject({ code: typedCode }),
  response: startProviderSignIn.response,
});

export const acceptInvitationByProvider = defineEndpoint({
  method: 'PUT',
  path: '/api/invitation/provider',
  summary:
    'Links the invited account to the identity that came back and signs in; the code is spent, no password is set',
  operation: 'public',
  audit: 'access.provider_invitation.accept',
  body: providerAnswer,
  response: session,
});

/** Who a person is at the identity provider. */
export const providerIdentity = z.object({
  issuer: z.string(),
  subject: z.string(),
  linkedAt: z.iso.datetime(),
});
export type ProviderIdentity = z.infer<typeof providerIdentity>;

const ofAccount = {
  path: '/api/accounts/:accountId/provider-identity',
  operation: 'access.identity.link',
  params: z.strictObject({ accountId: z.uuid() }),
  response: z.object({ identity: providerIdentity.nullable() }),
} as const;

export const getProviderIdentity = defineEndpoint({
  ...ofAccount,
  method: 'GET',
  summary: 'Which identity at the provider is linked to an account',
  operation: 'access.identity.list',
  audit: 'access.provider_identity.read',
});

export const linkProviderIdentity = defineEndpoint({
  ...ofAccount,
  method: 'PUT',
  summary: 'Links an account to an identity at the provider; from now on that identity signs in as this person',
  stepUp: true,
  audit: 'access.provider_identity.link',
  body: z.strictObject({
    /** The claim `sub`, as the provider's administrator or the person's own first attempt shows it. */
    subject: z.string().trim().min(1).max(255),
  }),
});

export const unlinkProviderIdentity = defineEndpoint({
  ...ofAccount,
  method: 'DELETE',
  summary: 'Takes the link away and ends the sessions of the account',
  stepUp: true,
  audit: 'access.provider_identity.unlink',
});
