import { agencyLevels } from '@mangnon/domain/agencies/agency.ts';
import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useText } from '../../../platform/language.tsx';
import { getToday } from '../../../platform/today.ts';
import { PlaceBox } from '../../../places/place-box.tsx';
import type { AgencyActText } from './agency-act.ts';
import type { AgencyField } from './agency-gaps.ts';
import classes from './register-edit.module.css';
import { TextField } from './text-field.tsx';

/** What an agency is called, on which level, where and when it stands. */
export function AgencyFields({
  act,
  everywhere,
  error,
  onEdit,
}: {
  act: AgencyActText;
  /** Whether it may also stand in every place of its level. */
  everywhere: boolean;
  error: (field: AgencyField) => string | undefined;
  onEdit: (next: Partial<AgencyActText>) => void;
}) {
  const t = useText();
  const levels = agencyLevels.filter((level) => everywhere || level !== 'central');
  return (
    <>
      <TextField
        label={t('register.edit.name')}
        hint={t('register.edit.name.hint')}
        value={act.name}
        error={error('name')}
        onText={(name) => onEdit({ name })}
      />
      <Textarea
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        label={t('register.edit.aliases')}
        description={t('register.edit.aliases.hint')}
        value={act.aliases}
        error={error('aliases')}
        autosize
        minRows={2}
        autoComplete="off"
        onChange={(event) => onEdit({ aliases: event.currentTarget.value })}
      />
      <div className={classes['line']}>
        <NativeSelect
          label={t('register.column.level')}
          value={act.level}
          error={error('level')}
          onChange={(event) => onEdit({ level: event.currentTarget.value as AgencyActText['level'] })}
          data={levels.map((level) => ({ value: level, label: t(`agencies.level.${level}`) }))}
        />
        <div>
          <PlaceBox
            label={t(everywhere ? 'register.edit.place.some' : 'register.edit.place')}
            description={t(everywhere ? 'register.edit.place.some.hint' : 'register.edit.place.hint')}
            on={getToday()}
            value={act.place}
            error={error('place')}
            onPlace={(place) => onEdit({ place })}
          />
          {everywhere && act.place !== null ? (
            <Button variant="default" size="compact-sm" mt={6} onClick={() => onEdit({ place: null })}>
              {t('register.edit.place.clear')}
            </Button>
          ) : null}
        </div>
      </div>
      <div className={classes['line']}>
        <TextField
          day
          label={t('register.edit.validFrom')}
          hint={t('register.edit.day.hint')}
          value={act.validFrom}
          error={error('validFrom')}
          onText={(validFrom) => onEdit({ validFrom })}
        />
        {act.kind === 'amend' ? (
          <TextField
            day
            label={t('register.edit.validTo')}
            hint={t('register.edit.validTo.hint')}
            value={act.validTo}
            error={error('validTo')}
            onText={(validTo) => onEdit({ validTo })}
          />
        ) : null}
      </div>
      <Checkbox
        label={t('register.edit.several')}
        description={t('register.edit.several.hint')}
        checked={act.several}
        onChange={(event) => onEdit({ several: event.currentTarget.checked })}
      />
      <Textarea
        label={t('register.edit.note')}
        value={act.note}
        maxLength={2000}
        autosize
        minRows={2}
        autoComplete="off"
        onChange={(event) => onEdit({ note: event.currentTarget.value })}
      />
    </>
  );
}
