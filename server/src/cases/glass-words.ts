import type { BrokenGlass } from '@mangnon/domain/cases/broken-glass.api.ts';
import { accept, type Result } from '@mangnon/domain/kernel/result.ts';
import type { Keys, Within } from '../children/sealed-groups.ts';
import { findKeyOfSubject } from '../platform/keys/data-keys.queries.ts';
import type { GlassRow } from './broken-glass.queries.ts';

type Column = 'words_sealed' | 'review_words_sealed';

const cellOf = (column: Column, rowId: string) => ({ table: 'broken_glass', column, rowId });

/** Seals words under the key of the case; nothing where the case has no key, because there is no such case. */
export async function sealWords(
  keys: Keys,
  { database, now }: Within,
  column: Column,
  { id, caseId }: { readonly id: string; readonly caseId: string },
  words: string,
): Promise<Result<Buffer>> {
  const subject = { kind: 'case', id: caseId } as const;
  if ((await findKeyOfSubject(database, subject)) === undefined) return accept(Buffer.alloc(0));
  const sealer = keys.sealerIn(database, now);
  const key = await sealer.findKey(subject);
  return key.ok ? sealer.seal(key.value, cellOf(column, id), words) : key;
}

export interface GlassWords {
  readonly words: BrokenGlass['words'];
  readonly review: BrokenGlass['words'];
}

/**
 * The words of some broken glass, in its order, with one statement; `null` where the key of the case was destroyed, or
 * nothing is said yet. Refuses `keys.cannot_open` where a cell was tampered with.
 */
export async function openWords(
  keys: Keys,
  { database, now }: Within,
  rows: readonly Pick<GlassRow, 'id' | 'wordsSealed' | 'reviewWordsSealed'>[],
): Promise<Result<GlassWords[]>> {
  const cells = rows.flatMap(({ id, wordsSealed, reviewWordsSealed }) => [
    { place: cellOf('words_sealed', id), sealed: wordsSealed },
    { place: cellOf('review_words_sealed', id), sealed: reviewWordsSealed },
  ]);
  const sealed = cells.flatMap(({ place, sealed: bytes }) => (bytes === null ? [] : [{ place, sealed: bytes }]));
  const opened = await keys.sealerIn(database, now).openAll(sealed);
  const texts = new Map<Buffer, string | null>();
  for (const [index, cell] of sealed.entries()) {
    const text = opened[index];
    if (text?.ok === false && text.refusal.code !== 'keys.destroyed') return text;
    texts.set(cell.sealed, text?.ok === true ? text.value : null);
  }
  const textOf = (bytes: Buffer | null) => (bytes === null ? null : (texts.get(bytes) ?? null));
  return accept(
    rows.map(({ wordsSealed, reviewWordsSealed }) => ({
      words: textOf(wordsSealed),
      review: textOf(reviewWordsSealed),
    })),
  );
}
