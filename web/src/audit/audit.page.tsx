import { Button, Group, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { DayBox } from '../platform/day-box.tsx';
import { ErrorNotice } from '../platform/error-notice.tsx';
import { useText } from '../platform/language.tsx';
import { ButtonLink } from '../platform/links.tsx';
import { PageHeading } from '../platform/page-heading.tsx';
import { getToday } from '../platform/today.ts';
import { AuditTable } from './audit-table.tsx';
import { PersonBox } from './person-box.tsx';
import { useAuditWords } from './audit-words.ts';
import { auditQuery } from './audit.queries.ts';

const route = getRouteApi('/frame/nhat-ky');
const recordForm = /^[a-z][a-z_]*:[!-~]{1,100}$/;
/** Before anything was written here. */
const beginning = '2020-01-01';

/** Who saw this record, what did this person do between two days. What is asked stands in the address. */
export function AuditPage() {
  const t = useText();
  const { nguoi, hoso, tu, den } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState<string | null>(null);
  const search = {
    ...(nguoi !== undefined && { personId: nguoi }),
    ...(hoso !== undefined && { record: hoso }),
    ...(tu !== undefined && { from: tu }),
    ...(den !== undefined && { to: den }),
  };
  const trail = useInfiniteQuery(auditQuery(search));
  const entries = trail.data?.pages.flatMap((page) => page.entries) ?? [];
  const name = trail.data?.pages[0]?.person ?? null;
  const names = Object.assign({}, ...(trail.data?.pages ?? []).map((page) => page.names)) as Record<string, string>;
  const { tellRecord } = useAuditWords(names);
  const record = hoso === undefined ? null : tellRecord(hoso);
  const title = tellTitle();
  const wrong = typed !== null && typed !== '' && !recordForm.test(typed);

  function ask(given: string) {
    if (given !== '' && !recordForm.test(given)) return;
    setTyped(null);
    void navigate({ search: (old) => ({ ...old, hoso: given === '' ? undefined : given }) });
  }

  function tellTitle(): string {
    if (name !== null && record !== null) return t('audit.title.both', { name, record });
    if (name !== null) return t('audit.title.person', { name });
    return record === null ? t('audit.title') : t('audit.title.record', { record });
  }

  return (
    <>
      <PageHeading title={title} state={t('audit.state')} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask((typed ?? hoso ?? '').trim());
        }}
      >
        <Group align="flex-start" mb="md">
          <PersonBox
            label={t('audit.person')}
            description={t('audit.person.hint')}
            value={nguoi === undefined ? null : { id: nguoi, name: name ?? '' }}
            onPerson={(person) => void navigate({ search: (old) => ({ ...old, nguoi: person?.id }) })}
          />
          <TextInput
            data-search
            label={t('audit.record')}
            description={t('audit.record.hint')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={typed ?? hoso ?? ''}
            error={wrong ? t('audit.record.wrong') : undefined}
            maxLength={140}
            w={340}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={() => ask((typed ?? hoso ?? '').trim())}
          />
          <DayBox
            label={t('audit.from')}
            value={tu ?? beginning}
            onDay={(day) => void navigate({ search: (old) => ({ ...old, tu: day }), replace: true })}
          />
          <DayBox
            label={t('audit.to')}
            value={den ?? getToday()}
            onDay={(day) => void navigate({ search: (old) => ({ ...old, den: day }), replace: true })}
          />
        </Group>
      </form>
      {Object.keys(search).length > 0 ? (
        <p>
          <ButtonLink to="/nhat-ky" search={{}} variant="default" size="compact-sm" onClick={() => setTyped(null)}>
            {t('audit.all')}
          </ButtonLink>
        </p>
      ) : null}
      {trail.error ? <ErrorNotice error={trail.error} onRetry={() => void trail.refetch()} /> : null}
      {entries.length > 0 ? (
        <AuditTable entries={entries} names={names} />
      ) : trail.data ? (
        <p>{t('audit.none')}</p>
      ) : null}
      {trail.hasNextPage ? (
        <Button variant="default" disabled={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
          {t('audit.more')}
        </Button>
      ) : null}
    </>
  );
}
