import { setLanguage, signOut } from '@mangnon/domain/access/session.api.ts';
import type { Language } from '@mangnon/domain/kernel/sentence.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { call } from '../api.ts';
import { ErrorNotice } from '../error-notice.tsx';
import { useLanguage, useText } from '../language.tsx';
import { sessionQuery, useSession } from '../session.queries.ts';
import classes from './person-menu.module.css';

/** Who is signed in, and what concerns only them. A native popover: Esc and a click beside it close it. */
export function PersonMenu({ onKeys }: { onKeys: () => void }) {
  const t = useText();
  const { person } = useSession();
  const { language, chooseLanguage } = useLanguage();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const menu = useRef<HTMLDivElement>(null);

  const choose = useMutation({
    mutationFn: (next: Language) => call(setLanguage, { body: { language: next } }),
    onMutate: chooseLanguage,
    onSuccess: (session) => queryClient.setQueryData(sessionQuery.queryKey, session),
    onError: () => chooseLanguage(person.language),
  });
  const leave = useMutation({
    mutationFn: () => call(signOut, {}),
    onSuccess: async () => {
      menu.current?.hidePopover();
      await navigate({ to: '/dang-nhap' });
      queryClient.clear();
    },
  });

  return (
    <>
      <button
        type="button"
        className={classes['person']}
        popoverTarget="ca-nhan"
        aria-label={t('app.person', { name: person.name })}
      >
        {person.name}
        <span aria-hidden>▾</span>
      </button>
      <div id="ca-nhan" ref={menu} popover="auto" className={classes['menu']}>
        <p>
          <strong>{person.name}</strong>
          <br />
          {person.title}
        </p>
        {choose.error || leave.error ? <ErrorNotice error={choose.error ?? leave.error} /> : null}
        <fieldset aria-label={t('app.language')}>
          {(['vi', 'en'] as const).map((one) => (
            <button
              key={one}
              type="button"
              lang={one}
              aria-pressed={one === language}
              onClick={() => choose.mutate(one)}
            >
              <span aria-hidden>{one === language ? '●' : '○'}</span>
              {t(`app.language.${one}`)}
            </button>
          ))}
        </fieldset>
        <Link to="/tai-khoan-cua-toi" onClick={() => menu.current?.hidePopover()}>
          {t('own.title')}
        </Link>
        <button
          type="button"
          onClick={() => {
            menu.current?.hidePopover();
            onKeys();
          }}
        >
          {t('app.keys')}
        </button>
        <button type="button" disabled={leave.isPending} onClick={() => leave.mutate()}>
          {t('app.signOut')}
        </button>
      </div>
    </>
  );
}
