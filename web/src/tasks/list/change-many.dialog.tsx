import { changeMany } from '@mangnon/domain/tasks/bulk-acts.api.ts';
import type { UnitBrief } from '@mangnon/domain/tasks/task-words.ts';
import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { PersonBox } from '../../audit/person-box.tsx';
import { call } from '../../platform/api.ts';
import { DayBox } from '../../platform/day-box.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { useMay } from '../../platform/session.queries.ts';
import { UnitChooser } from '../giving/unit-chooser.tsx';
import classes from './tasks.module.css';

/** A new due day, who coordinates, and the reason, for all chosen periods at once. */
export function ChangeManyDialog({
  periodIds,
  onDone,
  onClose,
}: {
  periodIds: readonly string[];
  onDone: (answer: z.infer<typeof changeMany.response>) => void;
  onClose: () => void;
}) {
  const t = useText();
  const { language } = useLanguage();
  const may = useMay();
  const [dueOn, setDueOn] = useState('');
  const [units, setUnits] = useState<readonly UnitBrief[]>([]);
  const [person, setPerson] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<'reason' | 'nothing' | null>(null);
  const count = formatNumber(periodIds.length, language);
  const send = useMutation({
    mutationFn: () =>
      call(changeMany, {
        body: {
          periodIds: [...periodIds],
          reason: reason.trim(),
          addUnits: units.map(({ agencyId, placeId }) => ({ agencyId, placeId })),
          addPeople: person === null ? [] : [person.id],
          dueOn: dueOn === '' ? null : dueOn,
        },
      }),
    onSuccess: onDone,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('bulk.change.title', { count })}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          const found =
            dueOn === '' && units.length === 0 && person === null
              ? 'nothing'
              : reason.trim().length < 3
                ? 'reason'
                : null;
          setProblem(found);
          if (found === null) send.mutate();
        }}
      >
        {send.error ? <ErrorNotice error={send.error} marked /> : null}
        {problem === 'nothing' ? <p role="alert">{t('bulk.change.nothing')}</p> : null}
        <DayBox label={t('bulk.change.due')} value={dueOn} onDay={setDueOn} />
        <fieldset className={classes['group']}>
          <legend>{t('bulk.change.units')}</legend>
          {units.map((unit) => (
            <Button
              key={`${unit.agencyId} ${unit.placeId}`}
              variant="default"
              onClick={() => setUnits(units.filter((one) => one !== unit))}
            >
              {t('bulk.change.drop', { name: unit.name })}
            </Button>
          ))}
          <UnitChooser label={t('bulk.change.agency')} onUnit={(unit) => setUnits([...units, unit])} />
        </fieldset>
        {may('access.account.list') ? (
          <PersonBox
            label={t('bulk.change.person')}
            description={t('bulk.change.person.hint')}
            value={person}
            onPerson={setPerson}
          />
        ) : null}
        <Textarea
          label={t('bulk.change.reason')}
          value={reason}
          autosize
          minRows={2}
          error={problem === 'reason' ? t('bulk.change.reason.missing') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <p>{t('bulk.rule')}</p>
        <Group>
          <Button type="submit" disabled={send.isPending}>
            {t('bulk.change.send', { count })}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
