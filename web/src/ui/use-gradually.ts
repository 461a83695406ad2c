import { startTransition, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * How many of `total` things to draw now: `first` at once, then `step` more whenever the browser has drawn what
 * there was. A long list shows its beginning at once, and typing and clicking go before the rest of it.
 */
export function useGradually(total: number, first: number, step: number): number {
  const [shown, setShown] = useState(first);
  useEffect(() => {
    if (shown >= total) return undefined;
    const later = setTimeout(() => startTransition(() => setShown(shown + step)));
    return () => clearTimeout(later);
  }, [shown, total, step]);
  // Paper waits for nothing: all of it is drawn before the browser prints.
  useEffect(() => {
    const drawAll = () => flushSync(() => setShown(total));
    window.addEventListener('beforeprint', drawAll);
    return () => window.removeEventListener('beforeprint', drawAll);
  }, [total]);
  return Math.min(shown, total);
}
