import { Button } from '@mantine/core';
import { ErrorNotice } from '../../../platform/error-notice.tsx';
import { useText } from '../../../platform/language.tsx';
import { PageLink } from '../../../platform/links.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { DeskView } from '../desk/create-desk.ts';
import type { Json } from '../desk/desk-state.ts';
import { useDesk } from '../desk/use-desk.ts';

/** What has to be decided or known before going on: why it came back, two people in one field, what was refused. */
export function Notices({ view }: { view: DeskView }) {
  const t = useText();
  const { desk, manuscript } = useDesk();
  const back =
    manuscript.state === 'sent_back' ? manuscript.steps.findLast(({ step }) => step === 'sendBack') : undefined;
  const { from, source } = manuscript;
  return (
    <>
      {from === null ? null : (
        <p>
          {t(`writing.from.${source}`)}{' '}
          <PageLink to="/ke-hoach/$planId" params={{ planId: from.planId }}>
            {from.number ?? from.title}
          </PageLink>
          {source === 'amends' || source === 'replaces' ? (
            <>
              {'. '}
              <PageLink to="/ke-hoach/soan-thao/$manuscriptId/so-sanh" params={{ manuscriptId: manuscript.id }}>
                {t('writing.compare')}
              </PageLink>
            </>
          ) : null}
        </p>
      )}
      {back === undefined ? null : (
        <Notice tone="doubt" title={t('writing.back.title', { by: back.by })}>
          <p>{back.reason}</p>
        </Notice>
      )}
      {view.state.clashes.map((clash) => (
        <Notice
          key={`${clash.itemId} ${clash.field}`}
          tone="doubt"
          title={t('writing.clash.title', { by: clash.by })}
          alert
          actions={
            <>
              <Button variant="default" onClick={() => desk.settle(clash, 'mine')}>
                {t('writing.clash.mine')}
              </Button>
              <Button variant="default" onClick={() => desk.settle(clash, 'theirs')}>
                {t('writing.clash.theirs')}
              </Button>
            </>
          }
        >
          <p>{t('writing.clash.yours', { words: wordsOf(clash.mine) })}</p>
          <p>{t('writing.clash.other', { words: wordsOf(standing(view, clash.itemId, clash.field)) })}</p>
        </Notice>
      ))}
      {view.refused ? <ErrorNotice error={view.refused} marked /> : null}
    </>
  );
}

function standing(view: DeskView, itemId: string, field: string): Json {
  const data = view.state.items.find(({ id }) => id === itemId)?.data as Readonly<Record<string, Json>> | undefined;
  return data?.[field] ?? null;
}

function wordsOf(value: Json): string {
  if (value === null) return '…';
  if (Array.isArray(value)) return value.map(wordsOf).join('; ');
  return typeof value === 'object' ? Object.values(value).map(wordsOf).join(' ') : String(value);
}
