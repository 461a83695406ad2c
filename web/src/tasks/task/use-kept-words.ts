import { useState } from 'react';
import { useSession } from '../../platform/session.queries.ts';

/** Words being typed, kept in this tab for this person: a reload loses nothing. `''` ends the keeping. */
export function useKeptWords(about: string): [string, (words: string) => void] {
  const { person } = useSession();
  const key = `mangnon.task.${person.id}.${about}`;
  const [words, setWords] = useState(() => sessionStorage.getItem(key) ?? '');
  return [
    words,
    (next) => {
      setWords(next);
      if (next === '') sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, next);
    },
  ];
}
