import { canInspect } from '@mangnon/domain/inspections/can-inspect.ts';
import { createInspection, type InspectionChoices } from '@mangnon/domain/inspections/inspections.api.ts';
import { Button, Group, NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { AgencyBox } from '../../agencies/edit/agency-box.tsx';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { ButtonLink } from '../../platform/links.tsx';
import { useRefusalAt } from '../../platform/refusal-at.ts';
import { getToday } from '../../platform/today.ts';
import { useTaskAct } from '../../tasks/task/use-task-act.ts';
import classes from '../inspections.module.css';
import { findMissing, HeadFields, type HeadDraft, type MissingField } from './head-fields.tsx';
import { readMembers } from './member-lines.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { VisitChoice, type ChosenVisit } from './visit-choice.tsx';

interface NewDraft {
  readonly id: string;
  readonly head: HeadDraft;
  readonly placeId: string;
  readonly agency: { readonly id: string; readonly name: string } | null;
  readonly visits: readonly ChosenVisit[];
}

/** What a new inspection is set up with; what is typed is kept in this tab until it is sent. */
export function NewInspectionForm({ planId, choices }: { planId: string; choices: InspectionChoices }) {
  const t = useText();
  const navigate = useNavigate();
  const { leads } = choices;
  const [draft, setDraft, forget] = useKeptDraft<NewDraft>(planId, () => {
    const unit = leads[0]?.unit ?? null;
    return {
      id: crypto.randomUUID(),
      head: {
        kind: 'check',
        basis: '',
        members: '',
        startsOn: getToday(),
        endsOn: `${getToday().slice(0, 4)}-12-31`,
        contents: '',
      },
      placeId: leads[0]?.placeId ?? '',
      agency: unit === null ? null : { id: unit.agencyId, name: unit.name },
      visits: [],
    };
  });
  const [missing, setMissing] = useState<readonly (MissingField | 'agency')[]>([]);
  const { id, head, placeId, agency, visits } = draft;
  const send = useTaskAct(
    () => {
      const { kind, basis, startsOn, endsOn, contents } = head;
      const body = {
        id,
        kind,
        startsOn,
        endsOn,
        basis: basis.trim(),
        contents: contents.trim(),
        lead: { agencyId: agency?.id ?? '', placeId },
        members: readMembers(head.members),
        visits: visits.map(({ id: visitId, unit, plannedOn }) => ({
          id: visitId,
          unit: { agencyId: unit.agencyId, placeId: unit.placeId },
          plannedOn,
        })),
      };
      return call(createInspection, { params: { planId }, body });
    },
    {
      repeatable: true,
      onDone: () => {
        forget();
        void navigate({ to: '/kiem-tra/$inspectionId', params: { inspectionId: id } });
      },
    },
  );
  const refusalAt = useRefusalAt(send.error);
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        const found = [...findMissing(head), ...(agency === null ? (['agency'] as const) : [])];
        setMissing(found);
        if (found.length === 0) send.mutate(undefined);
      }}
    >
      {send.error ? <ErrorNotice error={send.error} marked /> : null}
      {leads.length > 1 ? (
        <NativeSelect
          label={t('inspections.leadPlace')}
          value={placeId}
          data={leads.map((lead) => ({ value: lead.placeId, label: lead.placeName }))}
          onChange={(event) => setDraft({ ...draft, placeId: event.currentTarget.value, visits: [] })}
        />
      ) : null}
      <AgencyBox
        label={t('inspections.lead')}
        known={agency}
        value={agency?.id ?? ''}
        error={missing.includes('agency') ? t('inspections.lead.missing') : refusalAt('body.lead')}
        onAgency={(chosen) => setDraft({ ...draft, agency: chosen })}
      />
      <HeadFields
        draft={head}
        missing={missing.filter((field) => field !== 'agency')}
        refusalAt={refusalAt}
        onDraft={(next) => setDraft({ ...draft, head: next })}
      />
      <section>
        <h2>{t('inspections.visits')}</h2>
        <p className={classes['soft']}>{t('inspections.visits.hint')}</p>
        <ul className={classes['plain']} aria-label={t('inspections.visits')}>
          {visits.map((visit, at) => (
            <li key={visit.id}>
              <Group gap="sm" justify="space-between">
                <span>
                  {formatDay(visit.plannedOn)}: {visit.unit.name}
                </span>
                <Button
                  variant="subtle"
                  aria-label={t('inspections.visit.drop.of', { unit: visit.unit.name })}
                  onClick={() => setDraft({ ...draft, visits: visits.filter((one) => one !== visit) })}
                >
                  {t('inspections.visit.drop')}
                </Button>
              </Group>
              {[refusalAt(`body.visits.${at}.unit`), refusalAt(`body.visits.${at}.plannedOn`)].map((said) =>
                said === undefined ? null : (
                  <p key={said} role="alert" className={classes['mark']} data-stand="overdue">
                    {said}
                  </p>
                ),
              )}
            </li>
          ))}
        </ul>
        <VisitChoice
          units={choices.units.filter((unit) => canInspect({ placeId }, unit))}
          day={head.startsOn}
          onVisit={(visit) => setDraft({ ...draft, visits: [...visits, visit] })}
        />
      </section>
      <Group gap="sm">
        <Button type="submit" disabled={send.isPending}>
          {t('inspections.create')}
        </Button>
        <ButtonLink variant="default" to="/ke-hoach/$planId" params={{ planId }}>
          {t('app.cancel')}
        </ButtonLink>
      </Group>
    </form>
  );
}
