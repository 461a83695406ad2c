import { useEffect, useSyncExternalStore } from 'react';
import { useTools } from './review-tools.ts';
import classes from './review.module.css';

/** How long a sentence stands, in milliseconds. */
const standing = 6_000;

/** What was just done or could not be done, seen and read out; it goes by itself. */
export function Spoken() {
  const { spoken } = useTools();
  const sentence = useSyncExternalStore(spoken.subscribe, spoken.get);
  useEffect(() => {
    if (sentence === '') return;
    const timer = setTimeout(() => spoken.set(() => ''), standing);
    return () => clearTimeout(timer);
  }, [sentence, spoken]);
  return <output className={sentence === '' ? 'for-screen-readers' : classes['spoken']}>{sentence}</output>;
}
