import type { Manuscript } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Crumbs } from '../../../platform/crumbs.tsx';
import { ErrorNotice } from '../../../platform/error-notice.tsx';
import { useKeyHelp } from '../../../platform/key-help.ts';
import { useText } from '../../../platform/language.tsx';
import { PageHeading } from '../../../platform/page-heading.tsx';
import { useSession } from '../../../platform/session.queries.ts';
import { createDesk } from '../desk/create-desk.ts';
import { DeskContext, useDeskView, type DeskTools } from '../desk/use-desk.ts';
import { StepButtons } from '../steps/step-buttons.tsx';
import { manuscriptQuery } from '../writing.queries.ts';
import classes from './editor.module.css';
import { Missing } from './missing.tsx';
import { Notices } from './notices.tsx';
import { Offers } from './offers.tsx';
import { Papers } from './papers.tsx';
import { SaveWord, StateWord } from './state-words.tsx';
import { Sheet } from './sheet.tsx';
import { Steps } from './steps.tsx';
import { Talk } from './talk.tsx';
import { useSheetKeys } from './use-sheet-keys.ts';

const route = getRouteApi('/frame/ke-hoach/soan-thao/$manuscriptId');

export function WritingPage() {
  const t = useText();
  const { manuscriptId } = route.useParams();
  const manuscript = useQuery(manuscriptQuery(manuscriptId));
  if (manuscript.error && !manuscript.data) {
    return (
      <>
        <Crumbs trail={[{ label: t('writing.title'), to: '/ke-hoach/soan-thao' }]} here={t('writing.what')} />
        <PageHeading title={t('error.title')} />
        <ErrorNotice error={manuscript.error} onRetry={() => void manuscript.refetch()} />
      </>
    );
  }
  if (!manuscript.data) return <output>{t('app.loading', { what: t('writing.what') })}</output>;
  return <WritingView key={manuscriptId} manuscript={manuscript.data} />;
}

function WritingView({ manuscript }: { manuscript: Manuscript }) {
  const t = useText();
  const queryClient = useQueryClient();
  const { id: personId } = useSession().person;
  const [openId, setOpenId] = useState<string | null>(null);
  const { id } = manuscript;
  // The desk is set up once; what changes later comes by its own line, and by asking for the plan anew.
  const [desk] = useState(() =>
    createDesk(manuscript, personId, () => void queryClient.invalidateQueries({ queryKey: ['manuscript', id] })),
  );
  useEffect(() => desk.start(), [desk]);
  const view = useDeskView(desk);
  // What still lacks, the changes by name: asked for anew once the writing pauses.
  const { seq } = view.state;
  useEffect(() => {
    if (seq === manuscript.seq) return undefined;
    const timer = setTimeout(() => void queryClient.invalidateQueries({ queryKey: ['manuscript', id] }), 800);
    return () => clearTimeout(timer);
  }, [seq, manuscript.seq, queryClient, id]);

  const open = useCallback((itemId: string | null) => setOpenId(itemId), []);
  const tools = useMemo<DeskTools>(
    () => ({ desk, manuscript, personId, open, openId }),
    [desk, manuscript, personId, open, openId],
  );
  useSheetKeys(tools);
  useKeyHelp(
    useMemo(
      () => [
        { keys: '↑ ↓', does: t('writing.keys.move') },
        { keys: 'Enter', does: t('writing.keys.open') },
        { keys: 'Esc', does: t('writing.keys.close') },
        { keys: 'U', does: t('writing.keys.undo') },
      ],
      [t],
    ),
  );

  const title = manuscript.title === '' ? t('writing.untitled') : manuscript.title;
  return (
    <DeskContext value={tools}>
      <Crumbs trail={[{ label: t('writing.title'), to: '/ke-hoach/soan-thao' }]} here={title} />
      <PageHeading
        title={title}
        state={
          <>
            <StateWord state={manuscript.state} /> <SaveWord view={view} savedAt={manuscript.savedAt} />
          </>
        }
        action={<StepButtons />}
      />
      <Notices view={view} />
      <div className={classes['page']}>
        <Offers items={view.items} />
        <Sheet items={view.items} />
        <aside className={`${classes['side']} ${classes['aside']} not-printed`} aria-label={t('writing.side')}>
          <Missing />
          <Papers />
          <Talk />
          <Steps />
        </aside>
      </div>
    </DeskContext>
  );
}
