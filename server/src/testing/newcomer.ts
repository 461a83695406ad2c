import { createAccount, type NewHolding } from '@mangnon/domain/access/accounts.api.ts';
import { acceptInvitation } from '@mangnon/domain/access/invitations.api.ts';
import type { Person } from './test-call.ts';
import type { TestServer } from './test-server.ts';

/** A commune and its province, as the template of the tests has them. */
export const commune = '00004@2025-07-01';
export const neighbour = '00008@2025-07-01';
export const province = '01@2025-07-01';

export const healthPost = { post: 'agency_officer', placeId: province, agencyId: 't.so_yte' } as const;

/** Invites somebody and lets them come in with a password of their own; the second factor is not set up yet. */
export async function inviteAndComeIn(
  server: TestServer,
  by: Person,
  { login, password, holdings = [healthPost] }: { login: string; password: string; holdings?: readonly NewHolding[] },
): Promise<Person> {
  const body = { login, name: 'Hà Văn Mẫn', title: 'Chuyên viên', holdings: [...holdings] };
  const { invitation } = (await server.call(by, createAccount, { body })).answer;
  const come = await server.call(null, acceptInvitation, { body: { code: invitation.code, password } });
  return { ...come.answer.person, cookie: String(come.headers['set-cookie']).split(';')[0] ?? '' };
}
