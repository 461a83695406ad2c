/* oxlint-disable jsx-a11y/role-supports-aria-props -- inside a grid a td is a gridcell */
import type { Finding } from '@mangnon/domain/indicators/finding.ts';
import type { Value } from '@mangnon/domain/indicators/value.ts';
import { amountOf } from '@mangnon/domain/indicators/value.ts';
import { memo } from 'react';
import { formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { CellInput } from './cell-input.tsx';
import type { Place } from './grid-walk.ts';
import type { Typed } from './typed.ts';
import { tellValue } from './value-text.ts';
import classes from './entry.module.css';

export const cellId = ({ table, row, column }: Place): string => `cell-${table}-${row}-${column}`;

/** One cell: what stands in it, how it stands, the period before in grey. The keyboard is the table's. */
export const GridCell = memo(function GridCell({
  place,
  name,
  typed,
  before,
  changed,
  remark,
  clash,
  mark,
  active,
  chosen,
  editing,
  writes,
}: {
  place: Place;
  name: string;
  typed: Typed;
  before: Value | null;
  /** Differs from what was accepted. */
  changed: boolean;
  remark: boolean;
  clash: boolean;
  mark: Finding['severity'] | null;
  /** The keyboard stands here. */
  active: boolean;
  chosen: boolean;
  editing: boolean;
  writes: boolean;
}) {
  const t = useText();
  const { language } = useLanguage();
  const marks = [
    mark === null ? null : t(`entry.cell.${mark}`),
    clash ? t('entry.cell.clash') : null,
    remark ? t('entry.cell.remark') : null,
    changed ? t('entry.cell.changed') : null,
  ].filter((one) => one !== null);
  const value = typed.kind === 'text' ? t('entry.cell.text', { text: typed.text }) : tellValue(typed.value, language);
  const earlier = before === null ? null : amountOf(before);
  return (
    <td
      id={cellId(place)}
      tabIndex={active && !editing ? 0 : -1}
      aria-colindex={place.column + 2}
      aria-label={[t('entry.cell', { name, value }), ...marks].join(', ')}
      aria-selected={chosen}
      aria-readonly={!writes}
      {...(mark === 'error' ? { 'aria-invalid': true } : {})}
      className={classes['cell']}
      data-place={`${place.table} ${place.row} ${place.column}`}
      data-state={typed.kind === 'text' ? 'text' : typed.value.state}
      {...(mark === null ? {} : { 'data-mark': mark })}
      {...(active ? { 'data-active': true } : {})}
      {...(chosen ? { 'data-chosen': true } : {})}
      {...(clash || remark ? { 'data-told': true } : {})}
      {...(changed ? { 'data-changed': true } : {})}
    >
      {editing ? (
        <CellInput name={name} />
      ) : (
        <span className={classes['inside']} aria-hidden="true">
          {earlier === null ? null : <span className={classes['before']}>{formatNumber(earlier, language)}</span>}
          <span className={classes['value']}>{shortOf(typed)}</span>
        </span>
      )}
    </td>
  );

  function shortOf(one: Typed): string {
    if (one.kind === 'text') return one.text;
    if (one.value.state === 'not_applicable') return t('entry.notApplicable');
    const amount = amountOf(one.value);
    return amount === null ? '' : formatNumber(amount, language);
  }
});
