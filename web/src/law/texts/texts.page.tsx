import { forces, textKinds, type Force, type TextKind } from '@mangnon/domain/law/legal-text.ts';
import type { TextLine } from '@mangnon/domain/law/texts.api.ts';
import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay, formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { ButtonLink, PageLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { SearchBox } from '../../platform/search-box.tsx';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { useDocumentWords } from '../document-words.ts';
import { ForceMark } from '../force-mark.tsx';
import { textsQuery } from '../law.queries.ts';
import classes from '../law.module.css';
import { TextDialog } from './text.dialog.tsx';

const route = getRouteApi('/frame/van-ban');

/** The known texts, found by number, name or year without accents. */
export function TextsPage() {
  const t = useText();
  const { tim = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [kind, setKind] = useState<TextKind | null>(null);
  const [force, setForce] = useState<Force | null>(null);
  const [adding, setAdding] = useState(false);
  const found = useQuery(textsQuery({ q: tim, kind, force }));
  const { kindOf } = useDocumentWords();
  const columns = useColumns();
  const texts = found.data?.texts ?? [];
  return (
    <>
      <PageHeading
        title={t('law.texts.title')}
        state={t('law.texts.state')}
        action={
          <>
            {found.data?.can.edit ? <Button onClick={() => setAdding(true)}>{t('law.texts.add')}</Button> : null}
            <ButtonLink variant="default" to="/van-ban/ra-soat">
              {t('law.review.title')}
            </ButtonLink>
          </>
        }
      />
      <div className={classes['tools']}>
        <SearchBox
          label={t('law.texts.search')}
          description={t('law.texts.search.hint')}
          value={tim}
          onWords={(words) => void navigate({ search: words === '' ? {} : { tim: words }, replace: true })}
          className={classes['search'] ?? ''}
        />
        <Select
          label={t('law.column.kind')}
          placeholder={t('law.texts.all')}
          clearable
          value={kind}
          data={textKinds.map((one) => ({ value: one, label: kindOf(one) }))}
          onChange={(chosen) => setKind(chosen)}
        />
        <Select
          label={t('law.column.force')}
          placeholder={t('law.texts.all')}
          clearable
          value={force}
          data={forces.map((one) => ({ value: one, label: t(`law.force.${one}`) }))}
          onChange={(chosen) => setForce(chosen)}
        />
      </div>
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      <output className={classes['finding']}>
        {found.data ? t('law.texts.found', { count: texts.length }) : t('app.loading', { what: t('law.texts.title') })}
      </output>
      {texts.length > 0 ? (
        <DataTable label={t('law.texts.title')} columns={columns} rows={texts} rowKey={({ id }) => id} />
      ) : null}
      {adding ? <TextDialog text={null} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function useColumns(): readonly Column<TextLine>[] {
  const t = useText();
  const { language } = useLanguage();
  const { kindOf } = useDocumentWords();
  return [
    {
      key: 'title',
      label: t('law.column.title'),
      heads: true,
      width: '34%',
      render: (text) => (
        <PageLink to="/van-ban/$textId" params={{ textId: text.id }}>
          {text.title}
        </PageLink>
      ),
    },
    {
      key: 'number',
      label: t('law.column.number'),
      whole: true,
      render: (text) => t('law.document.name', { kind: kindOf(text.kind), number: text.number }),
    },
    { key: 'issued', label: t('law.column.issued'), render: (text) => formatDay(text.issuedOn) },
    { key: 'issuer', label: t('law.column.issuer'), render: (text) => text.issuer },
    { key: 'force', label: t('law.column.force'), render: (text) => <ForceMark force={text.force} /> },
    ...(['duties', 'targets', 'plans'] as const).map((what): Column<TextLine> => ({
      key: what,
      label: t(`law.column.${what}`),
      numeric: true,
      render: (text) => formatNumber(text.counts[what], language),
    })),
  ];
}
