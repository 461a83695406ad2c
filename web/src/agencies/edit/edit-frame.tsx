import { useMemo, useState, type ReactNode } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { EditContext, type Editing, type EditTools } from './edit-context.ts';
import { RecordDialog } from './record.dialog.tsx';

/** Around a page whose records may be edited: holds the one dialog, and says what was done. */
export function EditFrame({
  place,
  canEdit,
  children,
}: Pick<EditTools, 'place' | 'canEdit'> & { children: ReactNode }) {
  const [editing, setEditing] = useState<Editing | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const tools = useMemo(
    () => ({
      place,
      canEdit,
      open: (next: Editing) => {
        setDone(null);
        setEditing(next);
      },
    }),
    [place, canEdit],
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
    </EditContext>
  );
}
