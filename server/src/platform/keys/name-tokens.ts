import { createHmac } from 'node:crypto';
import type { Transaction } from 'kysely';
import { askedNameKeys, storedNameKeys, type BirthYears } from '@mangnon/domain/children/name-keys.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { DB } from '../database/schema.generated.ts';
import { unwrapDataKey, type OpenedKeys } from './data-keys.ts';
import { findKeyOfSubject, type KeySubject } from './data-keys.queries.ts';
import { deleteNameTokens, findChildrenByTokens, insertNameTokens } from './name-tokens.queries.ts';

/** The search key is wrapped like any data key, and is nobody's in particular. */
export const nameSearchSubject: KeySubject = { kind: 'name_search', id: '00000000-0000-0000-0000-000000000000' };

export interface NamedChild {
  readonly childId: string;
  readonly name: string;
  readonly birthYear: number | null;
  /** Where the child is, for the policies of the token table. */
  readonly provinceId: string;
  readonly placeId: string;
  readonly intakeUnit: string;
}

/** What a child is found by. Refuses `keys.not_set_up`, and `keys.cannot_open` where the search key was tampered with. */
export interface NameTokens {
  /** Writes the child's tokens in place of those it had. */
  replace(transaction: Transaction<DB>, child: NamedChild): Promise<Result<null>>;
  /**
   * Ids of children who may bear the name, at most `limit`: those with all its syllables first, then those with the
   * first and the last. The caller opens the names it may see and orders them by `nameDistance`. Empty for fewer than
   * two syllables.
   */
  find(transaction: Transaction<DB>, name: string, years: BirthYears, limit: number): Promise<Result<string[]>>;
}

const tokenBytes = 16;

/** HMAC-SHA256 (RFC 2104) cut to 128 bits: without the key nobody can tell which name a token is of. */
export function nameToken(key: Buffer, nameKey: string): Buffer {
  return createHmac('sha256', key).update('child name|').update(nameKey).digest().subarray(0, tokenBytes);
}

/** `opened` is `null` where no key is set: everything is refused. */
export function openNameTokens(opened: OpenedKeys | null): NameTokens {
  async function findSearchKey(transaction: Transaction<DB>): Promise<Result<Buffer>> {
    if (opened === null) return refuse('keys.not_set_up');
    const stored = await findKeyOfSubject(transaction, nameSearchSubject);
    const key = stored === undefined ? null : await unwrapDataKey(opened, stored);
    return key === null ? refuse('keys.cannot_open', { details: { column: 'data_key.wrapped' } }) : accept(key);
  }
  return {
    async replace(transaction, { name, birthYear, ...child }) {
      const key = await findSearchKey(transaction);
      if (!key.ok) return key;
      const tokens = storedNameKeys(name, birthYear).map((nameKey) => nameToken(key.value, nameKey));
      await deleteNameTokens(transaction, child.childId);
      if (tokens.length > 0) await insertNameTokens(transaction, child, tokens);
      return accept(null);
    },
    async find(transaction, name, years, limit) {
      const key = await findSearchKey(transaction);
      if (!key.ok) return key;
      const tokens = askedNameKeys(name, years).map((nameKey) => nameToken(key.value, nameKey));
      return accept(tokens.length === 0 ? [] : await findChildrenByTokens(transaction, tokens, limit));
    },
  };
}
