import type { Session } from '@mangnon/domain/access/session.api.ts';

interface Shown {
  readonly secondFactorAt: Date | null;
  readonly hasSecondFactor: boolean;
}

/**
 * How a session stands with its second factor. Everybody needs one (ASVS 5.0 6.3.3); in a demo, which holds invented
 * people alone, only who has set one up.
 */
export function secondFactorOf({ secondFactorAt, hasSecondFactor }: Shown, demo: boolean): Session['secondFactor'] {
  if (secondFactorAt !== null) return 'done';
  if (hasSecondFactor) return 'needed';
  return demo ? 'done' : 'missing';
}
