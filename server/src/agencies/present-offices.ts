import type { Agency } from '@mangnon/domain/agencies/agency.ts';
import { isOnDuty } from '@mangnon/domain/agencies/duty-hours-text.ts';
import type { OfficeKind, OfficeRecord } from '@mangnon/domain/agencies/office.ts';
import { headRoles, memberRoles } from '@mangnon/domain/agencies/office.ts';
import { parentIdOf } from '@mangnon/domain/agencies/office-set.ts';
import type {
  CommitteeOfPlace,
  OfficeOfPlace,
  OfficesPage,
  VillageOfPlace,
} from '@mangnon/domain/agencies/offices.api.ts';
import { recordStandings } from '@mangnon/domain/agencies/offices.api.ts';
import { standsOn } from '@mangnon/domain/kernel/period.ts';
import type { StoredOffice } from './office-set.queries.ts';

interface Asked {
  readonly on: string;
  readonly now: Date;
  /** The whole history, or only what stands on the day. */
  readonly all: boolean;
  readonly agencies: ReadonlyMap<string, Agency>;
}

type Standing = (typeof recordStandings)[number];
type Shown<Kind extends OfficeKind> = Extract<OfficeRecord, { kind: Kind }> & {
  readonly standing: Standing;
  readonly versions: number;
};

/** The records of a place as its page shows them. */
export function presentOffices(
  stored: readonly StoredOffice[],
  { on, now, all, agencies }: Asked,
): Pick<OfficesPage, 'offices' | 'committees' | 'villages'> {
  const shown = stored
    .map(({ record, withdrawn, versions }) => ({ ...record, standing: findStanding(record, withdrawn, on), versions }))
    .filter(({ standing }) => all || standing === 'stands');
  const below = Map.groupBy(shown, (record) => parentIdOf(record) ?? '');
  const pick = <Kind extends OfficeKind>(kind: Kind, id?: string): Shown<Kind>[] =>
    (id === undefined ? shown : (below.get(id) ?? [])).filter((record): record is Shown<Kind> => record.kind === kind);
  const inOrder = <Record extends { readonly role: string; readonly standing: Standing }>(
    records: Record[],
    roles: readonly string[],
  ) =>
    records.toSorted(
      (one, other) =>
        recordStandings.indexOf(one.standing) - recordStandings.indexOf(other.standing) ||
        roles.indexOf(one.role) - roles.indexOf(other.role),
    );
  return {
    offices: byName(pick('office')).map((office): OfficeOfPlace => {
      const heads = inOrder(pick('head', office.id), headRoles);
      return {
        ...office,
        agencyName: agencies.get(office.agencyId)?.name ?? office.agencyId,
        duties: pick('office_duty', office.id),
        accountable: heads.find(({ role, standing }) => role === 'head' && standing === 'stands') ?? null,
        heads,
        focalPoints: pick('focal_point', office.id).map((point) => ({
          ...point,
          onDutyNow: point.standing === 'stands' && isOnDuty(point.hours, now),
        })),
      };
    }),
    committees: byName(pick('committee')).map((committee): CommitteeOfPlace => ({
      ...committee,
      members: inOrder(pick('member', committee.id), memberRoles),
    })),
    villages: byName(pick('village')).map((village): VillageOfPlace => ({
      ...village,
      collaborators: byName(pick('collaborator', village.id)),
    })),
  };
}

const collator = new Intl.Collator('vi', { numeric: true });

function byName<Record extends { readonly name: string }>(records: Record[]): Record[] {
  return records.toSorted((one, other) => collator.compare(one.name, other.name));
}

function findStanding(record: OfficeRecord, withdrawn: boolean, on: string): Standing {
  if (withdrawn) return 'withdrawn';
  if (standsOn(record, on)) return 'stands';
  return record.validTo !== null && record.validTo < on ? 'ended' : 'not_yet';
}
