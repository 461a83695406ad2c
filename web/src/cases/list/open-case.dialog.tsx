import type { CaseNarrative, CaseOffender, CaseReporter } from '@mangnon/domain/cases/case-groups.ts';
import { openCase } from '@mangnon/domain/cases/cases.api.ts';
import { Button, Group as Row, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import classes from '../../children/children.module.css';
import { contentOf, draftOf, isBlank, type Group, type GroupDraft } from '../../children/groups/group-fields.ts';
import { GroupInputs } from '../../children/groups/group-inputs.tsx';
import { call } from '../../platform/api.ts';
import { readDayText } from '../../platform/day-text.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { focusFirstError } from '../../platform/focus-first-error.ts';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { useRefusalAt } from '../../platform/refusal-at.ts';

const groups = ['narrative', 'offender', 'reporter'] as const satisfies readonly Group[];
type Drafts = Readonly<Record<(typeof groups)[number], GroupDraft>>;

/** Opens a case of a child. The hour the report came is asked for: the clock of the law runs from it. */
export function OpenCaseDialog({ childId, onClose }: { childId: string; onClose: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  // Made once: sent twice, it opens one case.
  const [id] = useState(() => crypto.randomUUID());
  const [now] = useState(() => formatInstant(new Date().toISOString()));
  const [hour, setHour] = useState(now.slice(0, 5));
  const [day, setDay] = useState(now.slice(6));
  const [drafts, setDrafts] = useState<Drafts>({
    narrative: draftOf('narrative', null),
    offender: draftOf('offender', null),
    reporter: draftOf('reporter', null),
  });
  const [checked, setChecked] = useState(false);
  const save = useMutation({
    mutationFn: (receivedAt: string) => {
      const content = (group: (typeof groups)[number]) =>
        isBlank(group, drafts[group]) ? null : contentOf(group, drafts[group]);
      const narrative = content('narrative') as CaseNarrative | null;
      const offender = content('offender') as CaseOffender | null;
      const reporter = content('reporter') as CaseReporter | null;
      return call(openCase, { params: { childId }, body: { id, receivedAt, narrative, offender, reporter } });
    },
    onSuccess: (opened) => navigate({ to: '/ho-so/$caseId', params: { caseId: opened.id } }),
  });
  const refusalAt = useRefusalAt(save.error);
  const receivedAt = instantOf(day, hour);
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('cases.open')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (receivedAt === null) focusFirstError(null, null, event);
          else save.mutate(receivedAt);
        }}
      >
        {save.error ? <ErrorNotice error={save.error} marked /> : null}
        <Row align="flex-start" mb="md">
          <TextInput
            label={t('cases.received.day')}
            value={day}
            inputMode="numeric"
            maxLength={10}
            w={150}
            error={checked && readDayText(day) === null ? t('day.wrong') : refusalAt('body.receivedAt')}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <TextInput
            label={t('cases.received.hour')}
            value={hour}
            maxLength={5}
            w={110}
            error={checked && !isHour(hour) ? t('cases.received.hour.wrong') : undefined}
            onChange={(event) => setHour(event.currentTarget.value)}
          />
        </Row>
        {groups.map((group) => (
          <fieldset key={group} className={classes['fieldset']}>
            <legend>{t(`children.group.${group}`)}</legend>
            {group === 'reporter' ? <p className={classes['soft']}>{t('cases.reporter.secret')}</p> : null}
            <GroupInputs
              group={group}
              draft={drafts[group]}
              onDraft={(draft) => setDrafts({ ...drafts, [group]: draft })}
              errorAt={(field) => refusalAt(`body.${group}.${field}`)}
            />
          </fieldset>
        ))}
        <Row mt="md">
          <Button type="submit" disabled={save.isPending}>
            {t('cases.open.action')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </Row>
      </form>
    </Modal>
  );
}

const isHour = (text: string) => /^([01]?\d|2[0-3])[:h.]([0-5]\d)$/.test(text.trim());

/** The instant of a day and an hour as clocks in Viet Nam show them; `null` where there is no such one. */
function instantOf(day: string, hour: string): string | null {
  const iso = readDayText(day);
  if (iso === null || !isHour(hour)) return null;
  const [hours = '', minutes = ''] = hour.trim().split(/[:h.]/);
  return new Date(`${iso}T${hours.padStart(2, '0')}:${minutes}:00+07:00`).toISOString();
}
