import { mustHavePasskey } from '@mangnon/domain/access/passkey-operations.ts';
import type { Post } from '@mangnon/domain/access/posts.ts';
import type { Session } from '@mangnon/domain/access/session.api.ts';
import type { ShownFactor } from '../../platform/action/context.ts';

interface Factors {
  readonly shown: ShownFactor | null;
  readonly hasApp: boolean;
  readonly hasPasskey: boolean;
}

/**
 * How a session stands with its second factor. Everybody needs one (ASVS 5.0 6.3.3); in a demo, which holds invented
 * people alone, only who has set one up.
 */
export function secondFactorOf({ shown, hasApp, hasPasskey }: Factors, demo: boolean): Session['secondFactor'] {
  if (shown !== null) return 'done';
  if (hasApp || hasPasskey) return 'needed';
  return demo ? 'done' : 'missing';
}

/** How a session stands with a passkey, which some posts must have. In a demo nobody must. */
export function passkeyOf(
  { shown, hasPasskey, posts }: Factors & { readonly posts: readonly Post[] },
  demo: boolean,
): Session['passkey'] {
  if (!mustHavePasskey(posts)) return 'not_asked';
  if (shown?.kind === 'passkey' || demo) return 'done';
  return hasPasskey ? 'needed' : 'missing';
}

export function factorsOf({ hasApp, hasPasskey }: Factors): Session['factors'] {
  return [...(hasPasskey ? (['passkey'] as const) : []), ...(hasApp ? (['app'] as const) : [])];
}
