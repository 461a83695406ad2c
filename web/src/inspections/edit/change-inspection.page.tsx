import { changeInspection, type Inspection } from '@mangnon/domain/inspections/inspections.api.ts';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { ButtonLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useRefusalAt } from '../../platform/refusal-at.ts';
import { useTaskAct } from '../../tasks/task/use-task-act.ts';
import classes from '../inspections.module.css';
import { inspectionQuery } from '../inspections.queries.ts';
import { findMissing, HeadFields, type HeadDraft, type MissingField } from './head-fields.tsx';
import { readMembers, writeMembers } from './member-lines.ts';

const route = getRouteApi('/frame/kiem-tra/$inspectionId/sua');

/** Puts the head of an inspection right, until it is concluded. */
export function ChangeInspectionPage() {
  const t = useText();
  const { inspectionId } = route.useParams();
  const { data, error, refetch } = useQuery(inspectionQuery(inspectionId));
  return (
    <>
      <Crumbs
        trail={[
          { label: t('inspections.title'), to: '/kiem-tra' },
          { label: t('inspections.one'), to: '/kiem-tra/$inspectionId', params: { inspectionId } },
        ]}
        here={t('inspections.change')}
      />
      <PageHeading title={t('inspections.change')} />
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {data ? <ChangeForm key={inspectionId} inspection={data} /> : null}
      {!data && !error ? <output>{t('app.loading', { what: t('inspections.one.what') })}</output> : null}
    </>
  );
}

function ChangeForm({ inspection }: { inspection: Inspection }) {
  const t = useText();
  const navigate = route.useNavigate();
  const params = { inspectionId: inspection.id };
  // Against the version that was first seen here: what others change meanwhile is told, not overwritten.
  const [version] = useState(inspection.version);
  const [draft, setDraft] = useState<HeadDraft>({ ...inspection, members: writeMembers(inspection.members) });
  const [missing, setMissing] = useState<readonly MissingField[]>([]);
  const send = useTaskAct(
    () => {
      const { kind, basis, startsOn, endsOn, contents } = draft;
      const head = { kind, basis: basis.trim(), startsOn, endsOn, contents: contents.trim() };
      return call(changeInspection, { params, body: { ...head, members: readMembers(draft.members), version } });
    },
    { onDone: () => void navigate({ to: '/kiem-tra/$inspectionId', params }) },
  );
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        const found = findMissing(draft);
        setMissing(found);
        if (found.length === 0) send.mutate(undefined);
      }}
    >
      {send.error ? <ErrorNotice error={send.error} marked /> : null}
      <HeadFields draft={draft} missing={missing} refusalAt={useRefusalAt(send.error)} onDraft={setDraft} />
      <Group gap="sm">
        <Button type="submit" disabled={send.isPending}>
          {t('inspections.save')}
        </Button>
        <ButtonLink variant="default" to="/kiem-tra/$inspectionId" params={params}>
          {t('app.cancel')}
        </ButtonLink>
      </Group>
    </form>
  );
}
