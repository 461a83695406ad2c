import { searchEverything, type SearchGroup, type SearchKind } from '@mangnon/domain/search/search.api.ts';
import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import { call } from '../platform/api.ts';
import { ErrorNotice } from '../platform/error-notice.tsx';
import { formatDay } from '../platform/format.ts';
import { useText } from '../platform/language.tsx';
import { PageLink } from '../platform/links.tsx';
import classes from './search.module.css';

/** Words in, links out: down and up go through what was found, Enter opens it. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), 200);
  const box = useRef<HTMLDivElement>(null);
  const asked = settled.length > 1;
  const found = useQuery({
    queryKey: ['search', settled],
    queryFn: ({ signal }) => call(searchEverything, { query: { q: settled }, signal }),
    enabled: asked,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const groups = asked ? (found.data?.groups ?? []) : [];
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0);

  function move(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const stops = [...(box.current?.querySelectorAll<HTMLElement>('input, a') ?? [])];
    if (step !== 0) {
      event.preventDefault();
      const at = stops.findIndex((one) => one === document.activeElement);
      stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus();
    }
    // Enter in the box opens the first that was found for these very words.
    if (event.key === 'Enter' && stops[0] === document.activeElement && settled === typed.trim()) stops[1]?.click();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('search.title')}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrows of the box and of the links in it */}
      <div ref={box} onKeyDown={move}>
        <TextInput
          data-autofocus
          type="search"
          label={t('search.label')}
          description={t('search.hint')}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
        <output className={classes['said']}>
          {!asked || found.error
            ? ''
            : found.isPending
              ? t('app.loading', { what: t('search.what') })
              : count === 0
                ? t('search.none', { words: settled })
                : t('search.found', { count })}
        </output>
        {groups.map((group) => (
          <Group key={group.kind} group={group} words={settled} onGo={onClose} />
        ))}
      </div>
    </Modal>
  );
}

/** An old district went into many communes: its page names them all. */
const mostToday = 3;

function Group({ group: { kind, hits, more }, words, onGo }: { group: SearchGroup; words: string; onGo: () => void }) {
  const t = useText();
  const tellEnd = ({ on, today }: NonNullable<SearchGroup['hits'][number]['ended']>) =>
    today.length === 0
      ? t('search.ended', { day: formatDay(on) })
      : t('search.ended.today', {
          day: formatDay(on),
          today: today.slice(0, mostToday).join(', '),
          more: Math.max(0, today.length - mostToday),
        });
  return (
    <section className={classes['group']}>
      <h3>{t(`search.kind.${kind}`)}</h3>
      <ul>
        {hits.map(({ id, name, about, ended }) => (
          <li key={id}>
            <PageLink {...linkOf(kind, id)} preload={false} onClick={onGo}>
              {name}
            </PageLink>
            {about === '' ? null : <span className={classes['about']}>{about}</span>}
            {ended === null ? null : <span className={classes['ended']}>{tellEnd(ended)}</span>}
          </li>
        ))}
      </ul>
      {!more ? null : kind === 'task' ? (
        <PageLink to="/nhiem-vu" search={{ tim: words }} preload={false} onClick={onGo}>
          {t('search.moreTasks')}
        </PageLink>
      ) : (
        <p className={classes['about']}>{t('search.more')}</p>
      )}
    </section>
  );
}

function linkOf(kind: SearchKind, id: string) {
  switch (kind) {
    case 'plan':
      return { to: '/ke-hoach/$planId', params: { planId: id } } as const;
    case 'task':
      return { to: '/nhiem-vu/$taskId', params: { taskId: id } } as const;
    case 'text':
      return { to: '/van-ban/$textId', params: { textId: id } } as const;
    case 'agency':
      return { to: '/co-quan/danh-muc/$agencyId', params: { agencyId: id } } as const;
    case 'place':
      return { to: '/dia-ban/$placeId', params: { placeId: id } } as const;
  }
}
