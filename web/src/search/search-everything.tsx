import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { findSearchBox } from '../platform/frame/use-frame-keys.ts';
import { isTyping, useKeyHelp } from '../platform/key-help.ts';
import { useText } from '../platform/language.tsx';
import classes from './search.module.css';

const SearchDialog = lazy(async () => ({ default: (await import('./search.dialog.tsx')).SearchDialog }));

/** In the frame of every page: Ctrl+K opens it, and «/» where the page has no search box of its own. */
export function SearchEverything() {
  const t = useText();
  const [opened, setOpened] = useState(false);
  useKeyHelp(useMemo(() => [{ keys: 'Ctrl + K', does: t('search.keys.open') }], [t]));
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.altKey) return;
      const byName = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      const bySign = event.key === '/' && !event.ctrlKey && !isTyping(event.target) && findSearchBox() === null;
      if (!byName && !bySign) return;
      event.preventDefault();
      setOpened(true);
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button type="button" className={classes['open']} aria-keyshortcuts="Control+K" onClick={() => setOpened(true)}>
        {t('search.open')} <span className="for-screen-readers">{t('search.open.all')}</span>{' '}
        <kbd aria-hidden>{t('search.keys')}</kbd>
      </button>
      {opened ? (
        <Suspense fallback={null}>
          <SearchDialog onClose={() => setOpened(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
