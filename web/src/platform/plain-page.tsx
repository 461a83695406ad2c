import type { ReactNode } from 'react';

/** A page without the frame: when nobody is signed in, or the frame itself could not be opened. */
export function PlainPage({ children }: { children: ReactNode }) {
  return <main style={{ maxWidth: '40rem', margin: '0 auto', padding: '2rem 1rem' }}>{children}</main>;
}
