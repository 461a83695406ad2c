import { decideLinks, type LinkDecision, type Links } from '@mangnon/domain/law/cascade.api.ts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { call } from '../../platform/api.ts';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { isTyping, useKeyHelp } from '../../platform/key-help.ts';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DocumentLink } from '../document-link.tsx';
import { useDocumentWords } from '../document-words.ts';
import { linksQuery } from '../law.queries.ts';
import classes from '../law.module.css';
import { LinkRow } from './link-row.tsx';
import { ByHandDialog } from './by-hand.dialog.tsx';
import { decideAll, decideFirst, listWaiting, rowsOf, type Row } from './link-rows.ts';
import own from './links.module.css';

const route = getRouteApi('/frame/ke-hoach/$planId/lien-ket');

/** The tasks and targets of a plan beside what they may make concrete; proposed by words, decided by a person. */
export function LinksPage() {
  const t = useText();
  const { planId } = route.useParams();
  const links = useQuery(linksQuery(planId));
  if (links.error) {
    return (
      <>
        <PageHeading title={t('law.links.title')} />
        <ErrorNotice error={links.error} onRetry={() => void links.refetch()} />
      </>
    );
  }
  if (!links.data) return <output>{t('app.loading', { what: t('law.links.title') })}</output>;
  return <LinksView planId={planId} links={links.data} />;
}

function LinksView({ planId, links }: { planId: string; links: Links }) {
  const t = useText();
  const words = useDocumentWords();
  const queryClient = useQueryClient();
  const [at, setAt] = useState(0);
  const [byHand, setByHand] = useState<Row | null>(null);
  const rows = useMemo(() => rowsOf(links), [links]);
  const waiting = listWaiting(rows);
  const linked = rows.filter(({ item }) => item.links.some(({ state }) => state === 'linked')).length;
  const decide = useMutation({
    mutationFn: (decisions: LinkDecision[]) => call(decideLinks, { params: { planId }, body: { decisions } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['law'] }),
  });
  const act = (decisions: LinkDecision[]) => {
    if (decisions.length > 0 && !decide.isPending) decide.mutate(decisions);
  };
  useLinkKeys({
    on: links.can.link && byHand === null,
    move: (by) => {
      const next = Math.min(rows.length - 1, Math.max(0, at + by));
      setAt(next);
      document.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus();
    },
    decide: (state) => act(decideFirst(rows[at], state)),
  });
  useKeyHelp(
    useMemo(
      () => [
        { keys: 'J K', does: t('law.links.keys.move') },
        { keys: 'Enter', does: t('law.links.keys.confirm') },
        { keys: 'X', does: t('law.links.keys.refuse') },
      ],
      [t],
    ),
  );
  return (
    <>
      <Crumbs
        trail={[
          { label: t('plans.title'), to: '/ke-hoach' },
          { label: words.short(links.plan), to: '/ke-hoach/$planId', params: { planId } },
        ]}
        here={t('law.links.title')}
      />
      <PageHeading
        title={t('law.links.title')}
        state={t('law.links.state', { rows: rows.length, linked, waiting: waiting.length })}
        action={
          links.can.link && waiting.length > 0 ? (
            <Button disabled={decide.isPending} onClick={() => act(decideAll(waiting, 0.5))}>
              {t('law.links.confirmSure')}
            </Button>
          ) : null
        }
      />
      {links.documents.length === 0 ? (
        <EmptyState title={t('law.links.empty')} action={<DocumentLink document={links.plan} />}>
          <p>{t('law.links.empty.how')}</p>
        </EmptyState>
      ) : (
        <p>
          {t('law.links.from')}{' '}
          {links.documents.map((document, n) => (
            <span key={document.id}>
              {n > 0 ? '; ' : ''}
              <DocumentLink document={document} />
            </span>
          ))}
        </p>
      )}
      {links.can.link && links.documents.length > 0 ? <p className={classes['soft']}>{t('law.links.how')}</p> : null}
      {decide.error ? <ErrorNotice error={decide.error} /> : null}
      <ol className={own['rows']}>
        {rows.map((row, n) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the row follows the keyboard into it
          <li
            key={row.item.id}
            data-row={n}
            tabIndex={-1}
            {...(n === at ? { 'aria-current': true } : {})}
            onFocus={() => setAt(n)}
          >
            <LinkRow
              row={row}
              may={links.can.link}
              busy={decide.isPending}
              onDecide={act}
              onByHand={() => setByHand(row)}
            />
          </li>
        ))}
      </ol>
      {byHand ? (
        <ByHandDialog
          row={byHand}
          onChoose={(higherId) => {
            setByHand(null);
            act([
              { kind: byHand.kind, lowerId: byHand.item.id, higherId, state: 'linked', origin: 'by_hand', score: null },
            ]);
          }}
          onClose={() => setByHand(null)}
        />
      ) : null}
    </>
  );
}

/** J and K move, Enter confirms the first proposal of the row, X refuses it; silent while somebody types or a button has the keyboard. */
function useLinkKeys({
  on,
  move,
  decide,
}: {
  on: boolean;
  move: (by: number) => void;
  decide: (state: 'linked' | 'refused') => void;
}) {
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'j' || event.key === 'k') move(event.key === 'j' ? 1 : -1);
      else if (event.key === 'x') decide('refused');
      else if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('[data-row]'))
        decide('linked');
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
}
