import { duties, type Duty } from '@mangnon/domain/agencies/duty.ts';
import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useText } from '../../../platform/language.tsx';
import { useAgencyWords } from '../../agency-words.ts';
import { AgencyBox } from '../../edit/agency-box.tsx';
import type { ReceiverText } from './agency-act.ts';
import type { AgencyField } from './agency-gaps.ts';
import classes from './register-edit.module.css';
import { TextField } from './text-field.tsx';

/** One agency that takes over: which, all or a part, and what it does from then on. */
export function ReceiverFields({
  at,
  receiver,
  asksKind,
  error,
  onChange,
  onRemove,
}: {
  /** Counted from one, for people. */
  at: number;
  receiver: ReceiverText;
  /** Where the agency itself goes on, nothing of it goes as a whole. */
  asksKind: boolean;
  error: (field: AgencyField) => string | undefined;
  onChange: (next: ReceiverText) => void;
  onRemove: () => void;
}) {
  const t = useText();
  const words = useAgencyWords();
  const { key, kind } = receiver;
  const chosen = new Set(receiver.duties);
  const choose = (duty: Duty, wanted: boolean) =>
    onChange({ ...receiver, duties: duties.filter((one) => (one === duty ? wanted : chosen.has(one))) });
  return (
    <fieldset className={classes['group']}>
      <legend>{t('register.edit.to', { at })}</legend>
      <div className={classes['line']}>
        <AgencyBox
          label={t('register.edit.to.agency')}
          value={receiver.agency?.id ?? ''}
          known={receiver.agency}
          error={error(`to:${key}`)}
          onAgency={({ id, name }) => onChange({ ...receiver, agency: { id, name } })}
        />
        {asksKind ? (
          <NativeSelect
            label={t('register.edit.to.kind')}
            value={kind}
            onChange={(event) => onChange({ ...receiver, kind: event.currentTarget.value as ReceiverText['kind'] })}
            data={(['whole', 'part'] as const).map((one) => ({ value: one, label: t(`register.edit.to.kind.${one}`) }))}
          />
        ) : null}
      </div>
      {kind === 'part' ? (
        <>
          <TextField
            label={t('register.edit.words')}
            hint={t('register.edit.words.hint')}
            value={receiver.words}
            error={error(`words:${key}`)}
            onText={(said) => onChange({ ...receiver, words: said })}
          />
          <Checkbox.Group label={t('register.edit.to.duties')} value={[...receiver.duties]}>
            <div className={classes['duties']}>
              {duties.map((duty) => (
                <Checkbox
                  key={duty}
                  value={duty}
                  label={words.duty(duty)}
                  onChange={(event) => choose(duty, event.currentTarget.checked)}
                />
              ))}
            </div>
          </Checkbox.Group>
        </>
      ) : null}
      <div>
        <Button variant="default" size="compact-sm" onClick={onRemove}>
          {t('register.edit.to.remove', { at })}
        </Button>
      </div>
    </fieldset>
  );
}
