import { Burger, Drawer } from '@mantine/core';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useLanguage, useText } from '../language.tsx';
import { useSession } from '../session.queries.ts';
import classes from './frame.module.css';
import { KeyHelpDialog } from './key-help-dialog.tsx';
import { Navigation } from './navigation.tsx';
import { PersonMenu } from './person-menu.tsx';

/** What stands around every page of a signed-in person. */
export function Frame({ children }: { children?: ReactNode }) {
  const t = useText();
  const { person, demo } = useSession();
  const { chooseLanguage } = useLanguage();
  const [menuOpen, setMenuOpen] = useState(false);
  const [keysOpen, setKeysOpen] = useState(false);
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
            {t('app.name')}
          </Link>
          <PersonMenu onKeys={() => setKeysOpen(true)} />
        </div>
      </header>
      <div className={`${classes['side']} not-printed`}>
        <Navigation />
      </div>
      <Drawer
        opened={menuOpen}
        onClose={() => setMenuOpen(false)}
        title={t('app.menu')}
        size={280}
        closeButtonProps={{ 'aria-label': t('app.menu.close') }}
        transitionProps={{ duration: 0 }}
      >
        <Navigation onGo={() => setMenuOpen(false)} />
      </Drawer>
      <main id="noi-dung" ref={main} tabIndex={-1} className={classes['main']}>
        <Outlet />
      </main>
      <KeyHelpDialog opened={keysOpen} onChange={setKeysOpen} />
      {children}
    </div>
  );
}
