import type { OfficeKind } from '@mangnon/domain/agencies/office.ts';
import { Button } from '@mantine/core';
import { useText } from '../../platform/language.tsx';
import type { Column } from '../../ui/data-table.tsx';
import classes from '../agencies.module.css';
import { useEditTools, type ShownRecord } from './edit-context.ts';

/** Opens the form of something new; nothing for those who may only read. */
export function AddButton({ kind, fixed }: { kind: OfficeKind; fixed: Readonly<Record<string, string>> }) {
  const t = useText();
  const { canEdit, open } = useEditTools();
  if (!canEdit) return null;
  return (
    <Button
      variant="default"
      size="compact-sm"
      className="not-printed"
      onClick={() => open({ kind, fixed, record: null })}
    >
      {t(`record.${kind}.add`)}
    </Button>
  );
}

/** Opens the form of a record that is there, and what stood in it before. */
export function RecordButtons({ record, name }: { record: ShownRecord; name: string }) {
  const t = useText();
  const { openPast } = useEditTools();
  return (
    <>
      <EditButton record={record} name={name} />
      {record.versions > 0 ? (
        <Button
          variant="default"
          size="compact-sm"
          className="not-printed"
          aria-label={t('history.of', { name })}
          onClick={() => openPast(record, name)}
        >
          {t('history.open')}
        </Button>
      ) : null}
    </>
  );
}

function EditButton({ record, name }: { record: ShownRecord; name: string }) {
  const t = useText();
  const { canEdit, open } = useEditTools();
  if (!canEdit || record.standing === 'withdrawn') return null;
  return (
    <Button
      variant="default"
      size="compact-sm"
      className="not-printed"
      aria-label={t('record.edit.of', { name })}
      onClick={() => open({ kind: record.kind, fixed: fixedOf(record), record })}
    >
      {t('record.edit')}
    </Button>
  );
}

/** The last column of a table; who may only read has none where nothing was ever changed. */
export function useActColumn<Row>(render: Column<Row>['render']): readonly Column<Row>[] {
  const t = useText();
  const { canEdit, hasPast } = useEditTools();
  return canEdit || hasPast
    ? [{ key: 'act', label: t('record.act'), render: (row) => <div className={classes['acts']}>{render(row)}</div> }]
    : [];
}

/** What the form does not ask: the place, or what the record hangs at. */
function fixedOf(record: ShownRecord): Record<string, string> {
  if ('placeId' in record) return { placeId: record.placeId };
  if ('officeId' in record) return { officeId: record.officeId };
  return 'committeeId' in record ? { committeeId: record.committeeId } : { villageId: record.villageId };
}
