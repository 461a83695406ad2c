import { useMemo, useState, type ReactNode } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { EditContext, type Editing, type EditTools, type ShownRecord } from './edit-context.ts';
import { HistoryDialog } from './history.dialog.tsx';
import { RecordDialog } from './record.dialog.tsx';

/** Around a page whose records may be edited: holds the dialogs, and says what was done. */
export function EditFrame({
  place,
  canEdit,
  hasPast,
  children,
}: Pick<EditTools, 'place' | 'canEdit' | 'hasPast'> & { children: ReactNode }) {
  const [editing, setEditing] = useState<Editing | null>(null);
  const [past, setPast] = useState<{ readonly record: ShownRecord; readonly name: string } | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const tools = useMemo(
    () => ({
      place,
      canEdit,
      hasPast,
      openPast: (record: ShownRecord, name: string) => setPast({ record, name }),
      open: (next: Editing) => {
        setDone(null);
        setEditing(next);
      },
    }),
    [place, canEdit, hasPast],
  );
  return (
    <EditContext value={tools}>
      {done ? <Notice tone="calm" title={done} alert /> : null}
      {children}
      {editing ? (
        <RecordDialog
          editing={editing}
          onClose={() => setEditing(null)}
          onDone={(said) => {
            setEditing(null);
            setDone(said);
          }}
        />
      ) : null}
      {past ? <HistoryDialog placeId={place.id} {...past} onClose={() => setPast(null)} /> : null}
    </EditContext>
  );
}
