import type { TextPage as Page } from '@mangnon/domain/law/texts.api.ts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay, formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { ButtonLink, PageLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useDocumentWords } from '../document-words.ts';
import { ForceMark } from '../force-mark.tsx';
import { textQuery } from '../law.queries.ts';
import classes from '../law.module.css';
import { TextDialog } from '../texts/text.dialog.tsx';
import { TrustWords } from '../trust-words.tsx';
import { TextDocumentDialog } from './text-document.dialog.tsx';
import { DutyDialog, RelationDialog } from './text-edit.dialogs.tsx';
import { TextDuties } from './text-duties.tsx';
import { TextPlans } from './text-plans.tsx';
import { TextRelations } from './text-relations.tsx';
import { TextTargets } from './text-targets.tsx';

const route = getRouteApi('/frame/van-ban/$textId');

export function TextPage() {
  const t = useText();
  const { textId } = route.useParams();
  const page = useQuery(textQuery(textId));
  const trail = [{ label: t('law.texts.title'), to: '/van-ban' as const }];
  if (page.error) {
    return (
      <>
        <Crumbs trail={trail} here={t('law.text.what')} />
        <PageHeading title={t('error.title')} />
        <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />
      </>
    );
  }
  return page.data ? <TextView page={page.data} /> : <output>{t('app.loading', { what: t('law.text.what') })}</output>;
}

function TextView({ page }: { page: Page }) {
  const t = useText();
  const words = useDocumentWords();
  const [dialog, setDialog] = useState<'text' | 'relation' | 'duty' | 'document' | null>(null);
  const { text, can } = page;
  const close = () => setDialog(null);
  return (
    <>
      <Crumbs trail={[{ label: t('law.texts.title'), to: '/van-ban' }]} here={text.number} />
      <PageHeading
        title={text.title}
        state={t('law.text.state', {
          name: words.name(text),
          issuer: text.issuer,
          duties: page.duties.length,
          targets: page.targets.length,
          plans: page.plans.length,
        })}
        action={
          page.duties.length > 0 ? (
            <ButtonLink to="/van-ban/$higherId/nhin-tu-tren" params={{ higherId: text.id }}>
              {t('law.top.open')}
            </ButtonLink>
          ) : null
        }
      />
      <dl className={classes['facts']}>
        <div>
          <dt>{t('law.column.force')}</dt>
          <dd>
            <ForceMark force={text.force} /> <Period from={text.inForceFrom} to={text.inForceTo} />
          </dd>
        </div>
        <div>
          <dt>{t('law.column.trust')}</dt>
          <dd>
            <TrustWords trust={text.trust} sourceUrl={text.sourceUrl} />
          </dd>
        </div>
        <div>
          <dt>{t('law.text.document')}</dt>
          <dd>
            {text.planId ? (
              <PageLink to="/ke-hoach/$planId" params={{ planId: text.planId }}>
                {t('law.text.document.open')}
              </PageLink>
            ) : (
              t('law.text.document.none')
            )}
          </dd>
        </div>
        {text.note ? (
          <div>
            <dt>{t('law.text.note')}</dt>
            <dd>{text.note}</dd>
          </div>
        ) : null}
        {text.changedBy ? (
          <div>
            <dt>{t('law.text.changed')}</dt>
            <dd>{t('law.by', { by: text.changedBy, at: formatInstant(text.changedAt) })}</dd>
          </div>
        ) : null}
      </dl>
      {can.edit ? (
        <div className={classes['buttons']}>
          <Button variant="default" onClick={() => setDialog('text')}>
            {t('law.text.change')}
          </Button>
          <Button variant="default" onClick={() => setDialog('relation')}>
            {t('law.relation.add')}
          </Button>
          <Button variant="default" onClick={() => setDialog('duty')}>
            {t('law.duty.add')}
          </Button>
          <Button variant="default" onClick={() => setDialog('document')}>
            {t('law.text.document.tie')}
          </Button>
        </div>
      ) : null}
      <TextRelations page={page} />
      <TextDuties duties={page.duties} />
      <TextTargets targets={page.targets} />
      <TextPlans page={page} />
      {dialog === 'text' ? <TextDialog text={text} onClose={close} /> : null}
      {dialog === 'relation' ? <RelationDialog textId={text.id} onClose={close} /> : null}
      {dialog === 'document' ? <TextDocumentDialog text={text} onClose={close} /> : null}
      {dialog === 'duty' ? <DutyDialog textId={text.id} onClose={close} /> : null}
    </>
  );
}

function Period({ from, to }: { from: string | null; to: string | null }) {
  const t = useText();
  if (from !== null && to !== null) return t('law.period.both', { from: formatDay(from), to: formatDay(to) });
  if (from !== null) return t('law.period.from', { from: formatDay(from) });
  return to === null ? '' : t('law.period.to', { to: formatDay(to) });
}
