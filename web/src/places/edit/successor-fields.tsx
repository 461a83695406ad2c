import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useText } from '../../platform/language.tsx';
import { PlaceBox } from '../place-box.tsx';
import type { ActField, SuccessorText } from './place-act.ts';
import classes from './place-edit.module.css';

/** One unit that takes the ground over: a known one or a new one, and how much of the old unit goes there. */
export function SuccessorFields({
  at,
  successor,
  on,
  error,
  onChange,
  onRemove,
}: {
  /** Counted from one, for people. */
  at: number;
  successor: SuccessorText;
  on: string;
  error: (field: ActField) => string | undefined;
  onChange: (next: SuccessorText) => void;
  onRemove: () => void;
}) {
  const t = useText();
  const { key, founded, kind } = successor;
  const text = (field: 'code' | 'type' | 'name') => (
    <TextInput
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      label={t(`place.edit.new.${field}`)}
      value={successor[field]}
      error={error(`${field}:${key}`)}
      autoComplete="off"
      {...(field === 'code' ? { inputMode: 'numeric' as const, maxLength: 5 } : { maxLength: 120 })}
      onChange={(event) => onChange({ ...successor, [field]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset className={classes['successor']}>
      <legend>{t('place.edit.successor', { at })}</legend>
      <SegmentedControl
        aria-label={t('place.edit.successor.which', { at })}
        value={founded ? 'new' : 'known'}
        onChange={(which) => onChange({ ...successor, founded: which === 'new' })}
        transitionDuration={0}
        data={[
          { value: 'known', label: t('place.edit.successor.known') },
          { value: 'new', label: t('place.edit.successor.new') },
        ]}
      />
      {founded ? (
        <div className={classes['line']}>
          {text('code')}
          {text('type')}
          {text('name')}
        </div>
      ) : (
        <PlaceBox
          label={t('place.edit.successor.place')}
          on={on}
          value={successor.place}
          error={error(`to:${key}`)}
          onPlace={(place) => onChange({ ...successor, place })}
        />
      )}
      <div className={classes['line']}>
        <NativeSelect
          label={t('place.edit.part')}
          value={kind}
          onChange={(event) => onChange({ ...successor, kind: event.currentTarget.value as SuccessorText['kind'] })}
          data={(['whole', 'part', 'unknown'] as const).map((one) => ({
            value: one,
            label: t(`place.edit.part.${one}`),
          }))}
        />
        {kind === 'part' ? (
          <TextInput
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            label={t('place.edit.share')}
            description={t('place.edit.share.hint')}
            value={successor.share}
            error={error(`share:${key}`)}
            inputMode="decimal"
            autoComplete="off"
            onChange={(event) => onChange({ ...successor, share: event.currentTarget.value })}
          />
        ) : null}
      </div>
      <div>
        <Button variant="default" size="compact-sm" onClick={onRemove}>
          {t('place.edit.successor.remove', { at })}
        </Button>
      </div>
    </fieldset>
  );
}
