import type { FastifyBaseLogger } from 'fastify';
import type { Kysely, Transaction } from 'kysely';
import type { DB } from '../database/schema.generated.ts';
import { assertNoVersions, checkVersions } from './check-versions.ts';
import { createDataKey, type OpenedKeys } from './data-keys.ts';
import { destroyKeysOf, type KeySubject } from './data-keys.queries.ts';
import { makeKeyCache } from './key-cache.ts';
import type { KeyHolder } from './key-holder.ts';
import { retireVersions } from './key-versions.queries.ts';
import { deleteNameTokens } from './name-tokens.queries.ts';
import { nameSearchSubject, openNameTokens, type NameTokens } from './name-tokens.ts';
import { rewrapKeys } from './rewrap-keys.ts';
import { sealerIn, type Sealer } from './sealer.ts';

export interface KeyService {
  sealerIn(transaction: Transaction<DB>, now: Date): Sealer;
  readonly names: NameTokens;
  /**
   * Destroys every key of a child or case and, of a child, what it is found by. From the commit on nothing sealed for
   * it opens; docs/guides/keys.md says when that holds for backups too.
   */
  destroyKeys(transaction: Transaction<DB>, subject: KeySubject, now: Date): Promise<void>;
  /** Looks for new versions of the key-encryption key and wraps by them what is wrapped by older ones. */
  keepUp(): Promise<void>;
  stop(): Promise<void>;
}

export interface KeyServiceOptions {
  readonly database: Kysely<DB>;
  /** `null`: no key is set. Sealing is refused, all else works. */
  readonly holder: KeyHolder | null;
  readonly log: FastifyBaseLogger;
  readonly now: () => Date;
}

const keepUpEvery = 60_000;
const sweepEvery = 10_000;

/**
 * Opens the keys of this installation and keeps them up in the background. Throws a StartFailure where the key at hand
 * is missing or is not the one the database was encrypted with.
 */
export async function openKeyService({ database, holder, log, now }: KeyServiceOptions): Promise<KeyService> {
  if (holder === null) {
    await assertNoVersions(database);
    log.warn('no key is set (MANGNON_KEY_FILE): nothing about a child can be stored');
  }
  const opened: OpenedKeys | null = holder && { holder, cache: makeKeyCache() };
  const stopping = new AbortController();
  let working: Promise<void> = Promise.resolve();

  const keepUp = async () => {
    if (opened === null) return;
    await checkVersions(database, opened.holder, now());
    const wrapped = await rewrapKeys(database, opened, now(), stopping.signal);
    if (wrapped > 0) log.info({ wrapped }, 'data keys were wrapped by the newest version of the key');
  };
  if (opened !== null) {
    await checkVersions(database, opened.holder, now());
    await database.transaction().execute((transaction) => createDataKey(transaction, opened, nameSearchSubject, now()));
  }
  // One after another: two at a time would leave to each other what the other has locked.
  const keepUpNext = () => {
    const next = working.then(keepUp);
    working = next.catch((error: unknown) => log.error({ err: error }, 'the keys need a look'));
    return next;
  };
  const inBackground = () => void keepUpNext().catch(() => undefined);
  inBackground();
  const timers = [setInterval(inBackground, keepUpEvery), setInterval(() => opened?.cache.sweep(), sweepEvery)];
  for (const timer of timers) timer.unref();

  return {
    sealerIn: (transaction, time) => sealerIn(transaction, opened, time),
    names: openNameTokens(opened),
    keepUp: keepUpNext,
    async destroyKeys(transaction, subject, time) {
      await destroyKeysOf(transaction, subject, time);
      if (subject.kind === 'child') await deleteNameTokens(transaction, subject.id);
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      stopping.abort();
      await working;
      opened?.cache.clear();
    },
  };
}

/**
 * Gives up the versions that no key has needed since `before`, and destroys them; what the operator must destroy
 * is in `byHand`. Done again after a kill in the middle, it finishes what was begun.
 */
export async function retireOldVersions(
  database: Kysely<DB>,
  holder: KeyHolder,
  before: Date,
  now: Date,
): Promise<{ destroyed: number[]; byHand: number[] }> {
  await database.transaction().execute((transaction) => retireVersions(transaction, before, now));
  const retired = await database
    .selectFrom('key_encryption_key')
    .select('version')
    .where('retired_at', 'is not', null)
    .orderBy('version')
    .execute();
  const held = await holder.listVersions();
  const gone = { destroyed: new Array<number>(), byHand: new Array<number>() };
  for (const { version } of retired.filter((row) => held.includes(row.version))) {
    gone[(await holder.destroyVersion(version)) ? 'destroyed' : 'byHand'].push(version);
  }
  return gone;
}
