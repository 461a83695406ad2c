import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Tells an element, in `--room`, how much of the window is left below its upper edge while the page is at its top. */
export function useRoomBelow(): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    function measure(): void {
      const place = element.current;
      if (!place) return;
      const top = place.getBoundingClientRect().top + window.scrollY;
      place.style.setProperty('--room', `${Math.round(window.innerHeight - top)}px`);
    }
    const watched = element.current?.parentElement;
    const observer = new ResizeObserver(measure);
    // Notices that come and go, and wrapped lines, move the edge.
    if (watched) {
      observer.observe(watched);
      for (const child of watched.children) if (child !== element.current) observer.observe(child);
    }
    window.addEventListener('resize', measure);
    measure();
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, []);
  return element;
}
