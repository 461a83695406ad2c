import type { AgencyPage } from '@mangnon/domain/agencies/agencies.api.ts';
import { duties, type Duty } from '@mangnon/domain/agencies/duty.ts';
import { trusts } from '@mangnon/domain/places/place.ts';
import { Checkbox, NativeSelect } from '@mantine/core';
import { useText } from '../../../platform/language.tsx';
import { useAgencyWords } from '../../agency-words.ts';
import { startDuty, type DutyText } from './agency-act.ts';
import type { AgencyField } from './agency-gaps.ts';
import classes from './register-edit.module.css';
import { TextField } from './text-field.tsx';

/** One duty of the agency: a new one, or one that is written down and is put right, ended or withdrawn. */
export function DutyFields({
  page,
  value,
  error,
  onDuty,
}: {
  page: AgencyPage;
  value: DutyText;
  error: (field: AgencyField) => string | undefined;
  onDuty: (next: DutyText) => void;
}) {
  const t = useText();
  const words = useAgencyWords();
  const put = (next: Partial<DutyText>) => onDuty({ ...value, ...next });
  return (
    <>
      <NativeSelect
        label={t('register.edit.duty.which')}
        value={value.id}
        onChange={(event) => onDuty(startDuty(page, event.currentTarget.value))}
        data={[
          { value: '', label: t('register.edit.duty.new') },
          ...page.duties.map(({ id, duty, since, until }) => ({
            value: id,
            label: t('register.edit.duty.one', {
              duty: words.duty(duty),
              period: words.period({ validFrom: since, validTo: until }),
            }),
          })),
        ]}
      />
      {value.id === '' ? null : (
        <Checkbox
          label={t('register.edit.duty.wrong')}
          checked={value.wrong}
          onChange={(event) => put({ wrong: event.currentTarget.checked })}
        />
      )}
      {value.wrong ? null : (
        <>
          <div className={classes['line']}>
            <NativeSelect
              label={t('agency.duty')}
              value={value.duty}
              onChange={(event) => put({ duty: event.currentTarget.value as Duty })}
              data={duties.map((one) => ({ value: one, label: words.duty(one) }))}
            />
            <NativeSelect
              label={t('register.edit.duty.part')}
              value={value.part}
              onChange={(event) => put({ part: event.currentTarget.value as DutyText['part'] })}
              data={(['authority', 'desk'] as const).map((part) => ({ value: part, label: t(`charge.part.${part}`) }))}
            />
          </div>
          <div className={classes['line']}>
            <TextField
              day
              label={t('register.edit.validFrom')}
              hint={t('register.edit.day.hint')}
              value={value.from}
              error={error('dutyFrom')}
              onText={(from) => put({ from })}
            />
            <TextField
              day
              label={t('register.edit.validTo')}
              hint={t('register.edit.duty.to.hint')}
              value={value.to}
              error={error('dutyTo')}
              onText={(to) => put({ to })}
            />
          </div>
          <div className={classes['line']}>
            <TextField
              label={t('register.edit.duty.basis')}
              hint={t('register.edit.duty.basis.hint')}
              value={value.basis}
              error={undefined}
              longest={200}
              onText={(basis) => put({ basis })}
            />
            <TextField
              label={t('register.edit.duty.article')}
              value={value.article}
              error={undefined}
              longest={80}
              onText={(article) => put({ article })}
            />
            <NativeSelect
              label={t('register.edit.duty.trust')}
              value={value.trust}
              onChange={(event) => put({ trust: event.currentTarget.value as DutyText['trust'] })}
              data={trusts.map((trust) => ({ value: trust, label: words.trust(trust) }))}
            />
          </div>
        </>
      )}
    </>
  );
}
