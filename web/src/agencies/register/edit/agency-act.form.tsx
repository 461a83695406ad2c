import { changeAgencies, type AgencyPage } from '@mangnon/domain/agencies/agencies.api.ts';
import type { AgencyChange } from '@mangnon/domain/agencies/agency-change.ts';
import { Button, Radio } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { call } from '../../../platform/api.ts';
import { ErrorNotice } from '../../../platform/error-notice.tsx';
import { focusFirstError } from '../../../platform/focus-first-error.ts';
import { useLanguage, useText } from '../../../platform/language.tsx';
import { isRefusal } from '../../../platform/refusal-error.ts';
import { Notice } from '../../../ui/notice.tsx';
import { agencyActKinds, newReceiver, startAgencyAct, type AgencyActKind, type AgencyActText } from './agency-act.ts';
import { AgencyFields } from './agency-fields.tsx';
import { findAgencyGaps, type AgencyField } from './agency-gaps.ts';
import { findAgencyField, listAgencyProblems } from './agency-problems.ts';
import { BasisFields } from './basis-fields.tsx';
import { buildAgencyChanges, readBasis } from './build-agency-changes.ts';
import { DutyFields } from './duty-fields.tsx';
import { ReceiverFields } from './receiver-fields.tsx';
import classes from './register-edit.module.css';
import { TextField } from './text-field.tsx';

/** Writing a new agency down, or doing one thing to one that is there; by a document, or saying that none is known. */
export function AgencyActForm({ page, everywhere }: { page: AgencyPage | null; everywhere: boolean }) {
  const t = useText();
  const { language } = useLanguage();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [act, setAct] = useState<AgencyActText>(() => startAgencyAct(page));
  const [asked, setAsked] = useState(false);
  const write = useMutation({
    mutationFn: (changes: AgencyChange[]) => call(changeAgencies, { body: { changes, basis: readBasis(act.basis) } }),
    onSuccess: async (_, [first]) => {
      await queryClient.invalidateQueries();
      const agencyId = page?.agency.id ?? (first?.change === 'add_agency' ? first.agency.id : '');
      await navigate({ to: '/co-quan/danh-muc/$agencyId', params: { agencyId }, search: { daGhi: true } });
    },
    onError: () => focusFirstError(null, null, { currentTarget: form.current }),
  });
  const gaps = findAgencyGaps(act, { everywhere });
  const problems = listAgencyProblems(write.error);
  const unplaced = problems.filter((problem) => findAgencyField(act, problem) === null);

  function edit(next: Partial<AgencyActText>) {
    setAct({ ...act, ...next });
    write.reset();
  }
  function choose(kind: AgencyActKind) {
    setAsked(false);
    edit({ kind, receivers: kind === 'move' ? [newReceiver(0, 'part')] : [] });
  }
  function error(field: AgencyField): string | undefined {
    const gap = asked ? gaps.get(field) : undefined;
    if (gap !== undefined) return t(gap);
    return problems.find((problem) => findAgencyField(act, problem) === field)?.message[language];
  }

  return (
    <form
      ref={form}
      noValidate
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (gaps.size > 0) focusFirstError(null, null, { currentTarget: form.current });
        else write.mutate(buildAgencyChanges(page, act, () => crypto.randomUUID()));
      }}
    >
      {page === null ? null : (
        <Radio.Group label={t('record.mode')} value={act.kind} onChange={choose}>
          <div className={classes['choices']}>
            {agencyActKinds
              .filter((kind) => page.agency.validTo === null || kind === 'amend' || kind === 'duty')
              .map((kind) => (
                <Radio
                  key={kind}
                  value={kind}
                  label={t(`register.edit.kind.${kind}`)}
                  description={t(`register.edit.kind.${kind}.does`)}
                />
              ))}
          </div>
        </Radio.Group>
      )}
      {act.kind === 'add' || act.kind === 'amend' ? (
        <AgencyFields act={act} everywhere={everywhere} error={error} onEdit={edit} />
      ) : null}
      {act.kind === 'duty' && page !== null ? (
        <DutyFields page={page} value={act.duty} error={error} onDuty={(duty) => edit({ duty })} />
      ) : null}
      {act.kind === 'end' || act.kind === 'move' ? (
        <>
          <div className={classes['line']}>
            {act.kind === 'end' ? (
              <TextField
                day
                label={t('record.lastDay')}
                hint={t('register.edit.lastDay.hint')}
                value={act.lastDay}
                error={error('lastDay')}
                onText={(lastDay) => edit({ lastDay })}
              />
            ) : (
              <TextField
                day
                label={t('register.edit.moveDay')}
                value={act.moveDay}
                error={error('moveDay')}
                onText={(moveDay) => edit({ moveDay })}
              />
            )}
          </div>
          {act.receivers.map((receiver, index) => (
            <ReceiverFields
              key={receiver.key}
              at={index + 1}
              receiver={receiver}
              asksKind={act.kind === 'end'}
              error={error}
              onChange={(next) =>
                edit({ receivers: act.receivers.map((one) => (one.key === receiver.key ? next : one)) })
              }
              onRemove={() => edit({ receivers: act.receivers.filter((one) => one.key !== receiver.key) })}
            />
          ))}
          {act.receivers.length === 0 && act.kind === 'end' ? <p>{t('register.edit.to.none')}</p> : null}
          {error('receivers') ? <p role="alert">{error('receivers')}</p> : null}
          <div className={classes['buttons']}>
            <Button
              variant="default"
              onClick={() => {
                const key = Math.max(-1, ...act.receivers.map((one) => one.key)) + 1;
                const kind = act.kind === 'end' && act.receivers.length === 0 ? 'whole' : 'part';
                edit({ receivers: [...act.receivers, newReceiver(key, kind)] });
              }}
            >
              {t('register.edit.to.add')}
            </Button>
          </div>
        </>
      ) : null}
      <BasisFields value={act.basis} error={error} onBasis={(basis) => edit({ basis })} />
      {write.error && !isRefusal(write.error) ? <ErrorNotice error={write.error} /> : null}
      {problems.length > 0 ? (
        <Notice tone="danger" title={t('place.edit.problems', { count: problems.length })} alert>
          {unplaced.map(({ code, where, message }) => (
            <p key={`${code} ${where}`}>{message[language]}</p>
          ))}
        </Notice>
      ) : null}
      <div className={classes['buttons']}>
        <Button type="submit" disabled={write.isPending}>
          {t('register.edit.write')}
        </Button>
      </div>
    </form>
  );
}
