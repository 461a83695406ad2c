import { Burger } from '@mantine/core';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage, useText } from '../language.tsx';
import { useSession } from '../session.queries.ts';
import classes from './frame.module.css';
import { Navigation } from './navigation.tsx';
import { PersonMenu } from './person-menu.tsx';
import { useFrameKeys } from './use-frame-keys.ts';

// Dialogs come when they are asked for: most visits never open one.
const KeyHelpDialog = lazy(async () => ({ default: (await import('./key-help-dialog.tsx')).KeyHelpDialog }));
const NavigationDrawer = lazy(async () => ({ default: (await import('./navigation-drawer.tsx')).NavigationDrawer }));

/** What stands around every page of a signed-in person. */
export function Frame({
  notices,
  bell,
  search,
  children,
}: {
  notices?: ReactNode;
  /** Beside the name of the person: what waits for them. */
  bell?: ReactNode;
  /** The box over everything, before the bell. */
  search?: ReactNode;
  children?: ReactNode;
}) {
  const t = useText();
  const { person, demo } = useSession();
  const { chooseLanguage } = useLanguage();
  const [menuOpen, setMenuOpen] = useState(false);
  const [keysOpen, setKeysOpen] = useState(false);
  useFrameKeys(useCallback(() => setKeysOpen(true), []));
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const firstPath = useRef(path);

  useEffect(() => chooseLanguage(person.language), [person.language, chooseLanguage]);
  // A new page starts where its words start, also for those who do not see it change.
  useEffect(() => {
    if (firstPath.current === path) return;
    firstPath.current = path;
    main.current?.focus({ preventScroll: true });
  }, [path]);

  return (
    <div className={classes['frame']}>
      <header className={`${classes['top']} not-printed`}>
        <a className={classes['skip']} href="#noi-dung">
          {t('app.skip')}
        </a>
        {demo ? <p className={classes['demo']}>{t('app.demo')}</p> : null}
        <div className={classes['bar']}>
          <Burger
            className={classes['burger'] ?? ''}
            opened={menuOpen}
            onClick={() => setMenuOpen(!menuOpen)}
            size="sm"
            aria-label={t(menuOpen ? 'app.menu.close' : 'app.menu.open')}
          />
          <Link to="/" className={classes['brand']}>
            <img src="/mang-non.svg" alt="" width="24" height="24" />
            <span>{t('app.name')}</span>
          </Link>
          {search}
          {bell}
          <PersonMenu onKeys={() => setKeysOpen(true)} />
        </div>
      </header>
      <div className={`${classes['side']} not-printed`}>
        <Navigation />
      </div>
      {menuOpen ? (
        <Suspense fallback={null}>
          <NavigationDrawer onClose={() => setMenuOpen(false)} />
        </Suspense>
      ) : null}
      <main id="noi-dung" ref={main} tabIndex={-1} className={classes['main']}>
        {notices}
        <Outlet />
      </main>
      {keysOpen ? (
        <Suspense fallback={null}>
          <KeyHelpDialog onClose={() => setKeysOpen(false)} />
        </Suspense>
      ) : null}
      {children}
    </div>
  );
}
