import { useAgencyWords } from './agency-words.ts';
import classes from './agencies.module.css';

const shapes = { verified: '●', secondary: '◐', unverified: '○' } as const;

/** How far a source is trusted: a shape with its word, never a colour alone. */
export function TrustMark({ trust }: { trust: 'verified' | 'secondary' | 'unverified' }) {
  const words = useAgencyWords();
  return (
    <span className={classes['trust']} data-trust={trust}>
      <span aria-hidden>{shapes[trust]}</span> {words.trust(trust)}
    </span>
  );
}
