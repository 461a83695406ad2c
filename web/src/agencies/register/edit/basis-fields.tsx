import { Radio } from '@mantine/core';
import { useText } from '../../../platform/language.tsx';
import type { BasisText } from './agency-act.ts';
import type { AgencyField } from './agency-gaps.ts';
import classes from './register-edit.module.css';
import { TextField } from './text-field.tsx';

/** The document the act rests on, or that it is not known yet. */
export function BasisFields({
  value,
  error,
  onBasis,
}: {
  value: BasisText;
  error: (field: AgencyField) => string | undefined;
  onBasis: (next: BasisText) => void;
}) {
  const t = useText();
  const field = (
    name: 'number' | 'day' | 'issuer' | 'title' | 'link',
    label: string,
    longest: number,
    hint?: string,
  ) => (
    <TextField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={value[name]}
      error={error(`basis.${name}`)}
      longest={longest}
      day={name === 'day'}
      onText={(text) => onBasis({ ...value, [name]: text })}
    />
  );
  return (
    <fieldset className={classes['group']}>
      <legend>{t('register.edit.basis')}</legend>
      <Radio.Group
        aria-label={t('register.edit.basis')}
        value={value.known}
        onChange={(known) => onBasis({ ...value, known })}
      >
        <div className={classes['choices']}>
          <Radio value="yes" label={t('register.edit.basis.yes')} />
          <Radio value="no" label={t('register.edit.basis.no')} description={t('register.edit.basis.no.hint')} />
        </div>
      </Radio.Group>
      {value.known === 'no' ? null : (
        <>
          <div className={classes['line']}>
            {field('number', t('decision.number'), 80, t('register.edit.number.hint'))}
            {field('day', t('decision.day'), 10)}
            {field('issuer', t('decision.issuer.known'), 200)}
          </div>
          {field('title', t('decision.title.known'), 500)}
          {field('link', t('decision.link.known'), 500)}
        </>
      )}
    </fieldset>
  );
}
