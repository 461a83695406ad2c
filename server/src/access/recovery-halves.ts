import { drawCode, readCode } from './handed-code.ts';
import { hashPassword, isPassword } from './password-hash.ts';

/** Half of a recovery code: 60 random bits, so it is kept like a password (ASVS 5.0 6.5.2). */
export const drawHalf = (): string => drawCode(12);

export const hashHalf = (typed: string): Promise<string> => hashPassword(readCode(typed));

/** Whether both halves are right; the same work whatever is there to compare with. */
export async function areHalves(
  typed: { readonly first: string; readonly second: string },
  kept: { readonly firstHash: string; readonly secondHash: string | null } | null,
): Promise<boolean> {
  const first = await isPassword(readCode(typed.first), kept?.firstHash ?? null);
  const second = await isPassword(readCode(typed.second), kept?.secondHash ?? null);
  return first && second;
}
