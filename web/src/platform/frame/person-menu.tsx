import { setLanguage, signOut } from '@mangnon/domain/access/session.api.ts';
import { Button, Menu } from '@mantine/core';
import type { Language } from '@mangnon/domain/kernel/sentence.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../api.ts';
import { useLanguage, useText } from '../language.tsx';
import { sessionQuery, useSession } from '../session.queries.ts';
import classes from './frame.module.css';

export function PersonMenu({ onKeys }: { onKeys: () => void }) {
  const t = useText();
  const { person } = useSession();
  const { language, chooseLanguage } = useLanguage();
  const queryClient = useQueryClient();
  const navigate = useNavigate();

  async function choose(next: Language) {
    chooseLanguage(next);
    queryClient.setQueryData(sessionQuery.queryKey, await call(setLanguage, { body: { language: next } }));
  }

  async function leave() {
    await call(signOut, {});
    await navigate({ to: '/dang-nhap' });
    queryClient.clear();
  }

  return (
    <Menu position="bottom-end" width={280} shadow="md">
      <Menu.Target>
        <Button
          variant="subtle"
          className={classes['person'] ?? ''}
          aria-label={t('app.person', { name: person.name })}
        >
          {person.name} <span aria-hidden>▾</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <p className={classes['who']}>
          <strong>{person.name}</strong>
          <br />
          {person.title}
        </p>
        <Menu.Divider />
        {(['vi', 'en'] as const).map((choice) => (
          <Menu.Item
            key={choice}
            lang={choice}
            {...(choice === language ? { 'aria-current': 'true' as const } : {})}
            leftSection={<span aria-hidden>{choice === language ? '●' : '○'}</span>}
            onClick={() => void choose(choice)}
          >
            {t(`app.language.${choice}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={onKeys}>{t('app.keys')}</Menu.Item>
        <Menu.Item onClick={() => void leave()}>{t('app.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
