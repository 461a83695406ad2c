import { assignCase, endAssignment, endReferral, referCase, type CaseFile } from '@mangnon/domain/cases/cases.api.ts';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import classes from '../../children/children.module.css';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { assignableQuery, receiversQuery } from '../cases.queries.ts';
import { ChooseDialog } from './choose.dialog.tsx';

interface Props {
  readonly file: CaseFile;
  readonly onDone: (file: CaseFile) => void;
}

/** Who works on the case by name, and which units of other agencies it was given to for their part. */
export function HandedOn({ file, onDone }: Props) {
  return (
    <>
      <Assigned file={file} onDone={onDone} />
      <Referred file={file} onDone={onDone} />
    </>
  );
}

function Assigned({ file, onDone }: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const people = useQuery({ ...assignableQuery(file.id), enabled: open });
  const params = { caseId: file.id };
  const may = file.can.includes('assign');
  const end = useMutation({
    mutationFn: (assignmentId: string) => call(endAssignment, { params: { ...params, assignmentId } }),
    onSuccess: onDone,
  });
  return (
    <Handed
      id="phan-cong"
      title={t('cases.assignments')}
      none={t('cases.assigned.none')}
      error={end.error}
      action={may ? { label: t('cases.assign'), onPress: () => setOpen(true) } : null}
      rows={file.assignments.map(({ id, person, at, by }) => ({
        id,
        who: person.title === '' ? person.name : `${person.name}, ${person.title}`,
        since: t('cases.byAt', { by, at: formatInstant(at) }),
      }))}
      end={may ? { label: t('cases.unassign'), busy: end.isPending, onPress: (id) => end.mutate(id) } : null}
    >
      {open ? (
        <ChooseDialog
          title={t('cases.assign')}
          label={t('cases.assign.to')}
          none={t('cases.assign.none')}
          action={t('cases.assign')}
          error={people.error}
          choices={people.data?.people.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))}
          act={(accountId) => call(assignCase, { params, body: { accountId } })}
          onClose={() => setOpen(false)}
          onDone={(next) => {
            setOpen(false);
            onDone(next);
          }}
        />
      ) : null}
    </Handed>
  );
}

function Referred({ file, onDone }: Props) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const units = useQuery({ ...receiversQuery(file.id), enabled: open });
  const params = { caseId: file.id };
  const may = file.can.includes('refer');
  const end = useMutation({
    mutationFn: (referralId: string) => call(endReferral, { params: { ...params, referralId } }),
    onSuccess: onDone,
  });
  return (
    <Handed
      id="chuyen-den"
      title={t('cases.referrals')}
      none={t('cases.referrals.none')}
      error={end.error}
      action={may ? { label: t('cases.refer'), onPress: () => setOpen(true) } : null}
      rows={file.referrals.map(({ id, agency, place, at, by }) => ({
        id,
        who: `${agency}, ${place.name}`,
        since: t('cases.byAt', { by, at: formatInstant(at) }),
      }))}
      end={may ? { label: t('cases.unrefer'), busy: end.isPending, onPress: (id) => end.mutate(id) } : null}
    >
      {open ? (
        <ChooseDialog
          title={t('cases.refer')}
          label={t('cases.refer.to')}
          none={t('cases.refer.none')}
          action={t('cases.refer')}
          error={units.error}
          choices={units.data?.units.map(({ unit, agency, place }) => ({ value: unit, label: `${agency}, ${place}` }))}
          act={(unit) => call(referCase, { params, body: { unit } })}
          onClose={() => setOpen(false)}
          onDone={(next) => {
            setOpen(false);
            onDone(next);
          }}
        />
      ) : null}
    </Handed>
  );
}

function Handed({
  id,
  title,
  none,
  error,
  action,
  rows,
  end,
  children,
}: {
  id: string;
  title: string;
  none: string;
  error: unknown;
  action: { label: string; onPress: () => void } | null;
  rows: readonly { id: string; who: string; since: string }[];
  end: { label: string; busy: boolean; onPress: (id: string) => void } | null;
  children: ReactNode;
}) {
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <div className={classes['sectionHead']}>
        <h2 id={id}>{title}</h2>
        {action ? (
          <Button variant="default" size="compact-sm" onClick={action.onPress}>
            {action.label}
          </Button>
        ) : null}
      </div>
      {error ? <ErrorNotice error={error} /> : null}
      {rows.length === 0 ? <p className={classes['soft']}>{none}</p> : null}
      <ul className={classes['people']}>
        {rows.map((row) => (
          <li key={row.id}>
            <span>
              {row.who}
              <br />
              <span className={classes['soft']}>{row.since}</span>
            </span>
            {end ? (
              <Button variant="subtle" size="compact-sm" disabled={end.busy} onClick={() => end.onPress(row.id)}>
                {end.label}
                <span className="for-screen-readers">: {row.who}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
