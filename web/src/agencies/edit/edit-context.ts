import type { OfficeKind } from '@mangnon/domain/agencies/office.ts';
import type { OfficesPage } from '@mangnon/domain/agencies/offices.api.ts';
import { createContext, useContext } from 'react';
import type { CommitteeOfPlace, OfficeOfPlace, VillageOfPlace } from '../record-kinds.ts';

type Hanging =
  | OfficeOfPlace['heads'][number]
  | OfficeOfPlace['focalPoints'][number]
  | OfficeOfPlace['duties'][number]
  | CommitteeOfPlace['members'][number]
  | VillageOfPlace['collaborators'][number];
/** Anything written down about the agencies of a place, as the page shows it. */
export type ShownRecord = OfficeOfPlace | CommitteeOfPlace | VillageOfPlace | Hanging;

/** What is being edited: something new that hangs at `fixed`, or a record that stands. */
export type Editing =
  | { readonly kind: OfficeKind; readonly fixed: Readonly<Record<string, string>>; readonly record: null }
  | { readonly kind: OfficeKind; readonly fixed: Readonly<Record<string, string>>; readonly record: ShownRecord };

export interface EditTools {
  readonly place: OfficesPage['place'];
  readonly canEdit: boolean;
  /** Whether anything on the page was ever put right, so that there is something before. */
  readonly hasPast: boolean;
  readonly open: (editing: Editing) => void;
  readonly openPast: (record: ShownRecord, name: string) => void;
}

export const EditContext = createContext<EditTools | null>(null);

export function useEditTools(): EditTools {
  const tools = useContext(EditContext);
  if (tools === null) throw new Error('records are edited inside the page of a place');
  return tools;
}
