import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { InvitationRow } from './invitations.queries.ts';

/** Why this invitation brings nobody in, in one sentence each; whoever has the code may know. */
export function checkInvitation(
  found: InvitationRow | null,
  now: Date,
  at: { readonly where?: string } = { where: 'body.code' },
): Result<InvitationRow> {
  if (found === null) return refuse('access.invitation_unknown', at);
  if (found.usedAt !== null) return refuse('access.invitation_used', at);
  if (found.withdrawnAt !== null || found.disabledAt !== null) return refuse('access.invitation_withdrawn', at);
  return found.expiresAt <= now ? refuse('access.invitation_expired', at) : accept(found);
}
