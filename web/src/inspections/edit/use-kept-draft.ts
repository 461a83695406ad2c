import { useState } from 'react';
import { useSession } from '../../platform/session.queries.ts';

/** A draft kept in this tab for this person: a reload loses nothing. The last of the three forgets it. */
export function useKeptDraft<T>(about: string, begin: () => T): [T, (draft: T) => void, () => void] {
  const { person } = useSession();
  const key = `mangnon.inspection.${person.id}.${about}`;
  const [draft, setDraft] = useState<T>(() => {
    const kept = sessionStorage.getItem(key);
    return kept === null ? begin() : (JSON.parse(kept) as T);
  });
  return [
    draft,
    (next) => {
      setDraft(next);
      sessionStorage.setItem(key, JSON.stringify(next));
    },
    () => sessionStorage.removeItem(key),
  ];
}
