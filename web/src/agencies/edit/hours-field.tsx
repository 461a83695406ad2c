import type { DutyHours, DutyStretch } from '@mangnon/domain/agencies/duty-hours.ts';
import { Button, Checkbox, Radio, TextInput } from '@mantine/core';
import { useText } from '../../platform/language.tsx';
import classes from './record.module.css';

const week = [1, 2, 3, 4, 5, 6, 7] as const;
const morning: DutyStretch = { days: [1, 2, 3, 4, 5], from: '07:30', to: '11:30' };

/** When a telephone is answered: always, or in stretches of hours on days of the week. */
export function HoursField({
  value,
  error,
  onHours,
}: {
  value: DutyHours;
  error: string | undefined;
  onHours: (hours: DutyHours) => void;
}) {
  const t = useText();
  const stretches = value === 'always' ? [] : value;
  const put = (at: number, next: DutyStretch) => onHours(stretches.map((one, index) => (index === at ? next : one)));
  return (
    <Radio.Group
      label={t('record.focal_point.hours')}
      value={value === 'always' ? 'always' : 'hours'}
      onChange={(which) => onHours(which === 'always' ? 'always' : [morning])}
      error={error}
    >
      <div className={classes['choices']}>
        <Radio value="always" label={t('agencies.hours.always')} />
        <Radio value="hours" label={t('record.hours.some')} />
      </div>
      {stretches.map((stretch, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- stretches have no name but their place
        <fieldset key={at} className={classes['stretch']}>
          <legend>{t('record.hours.stretch', { at: at + 1 })}</legend>
          <div className={classes['days']}>
            {week.map((day) => (
              <Checkbox
                key={day}
                label={t(`agencies.day.${day}`)}
                checked={stretch.days.includes(day)}
                onChange={(event) => {
                  const days = stretch.days.filter((one) => one !== day);
                  put(at, {
                    ...stretch,
                    days: event.currentTarget.checked ? [...days, day].toSorted((one, other) => one - other) : days,
                  });
                }}
              />
            ))}
          </div>
          <div className={classes['times']}>
            {(['from', 'to'] as const).map((end) => (
              <TextInput
                key={end}
                type="time"
                label={t(`record.hours.${end}`)}
                value={stretch[end]}
                onChange={(event) => put(at, { ...stretch, [end]: event.currentTarget.value })}
              />
            ))}
            {stretches.length > 1 ? (
              <Button variant="default" onClick={() => onHours(stretches.filter((_, index) => index !== at))}>
                {t('record.hours.remove', { at: at + 1 })}
              </Button>
            ) : null}
          </div>
        </fieldset>
      ))}
      {value === 'always' || stretches.length >= 14 ? null : (
        <Button variant="default" size="compact-sm" mt={8} onClick={() => onHours([...stretches, morning])}>
          {t('record.hours.add')}
        </Button>
      )}
    </Radio.Group>
  );
}
