import { officeRecord, type OfficeRecord } from '@mangnon/domain/agencies/office.ts';
import type { DemoSeed } from '../platform/module.ts';
import { demoCommunes, demoProvince, type DemoHead, type DemoOffice, type DemoPlace } from './demo-offices.ts';
import { stableId } from './stable-id.ts';
import { writeOffices } from './write-offices.queries.ts';

/** Agencies, heads, focal points, committees and collaborators of the invented province. */
export async function seedDemoOffices({ database, now }: DemoSeed): Promise<void> {
  const added = [...demoProvince, ...demoCommunes].flatMap(makeRecords);
  await writeOffices(database, { added, amended: [], ended: [], withdrawn: [] }, { accountId: null, now });
}

/** Said as a client would, so that what the contract refuses is not in the demo either. */
function make(record: Record<string, unknown>): OfficeRecord {
  return officeRecord.parse({ id: stableId(`demo ${JSON.stringify(record)}`), ...record });
}

function makeRecords({ placeId, offices, committees = [], villages = [] }: DemoPlace): OfficeRecord[] {
  return [
    ...offices.flatMap((office) => makeOffice(placeId, office)),
    ...committees.flatMap(({ members, ...one }) => {
      const committee = make({ kind: 'committee', placeId, ...one });
      const seats = members.map((member) =>
        make({ kind: 'member', committeeId: committee.id, validFrom: one.validFrom, ...member }),
      );
      return [committee, ...seats];
    }),
    ...villages.flatMap(({ collaborators, ...one }) => {
      const village = make({ kind: 'village', placeId, validFrom: null, ...one });
      const people = collaborators.map((person) => make({ kind: 'collaborator', villageId: village.id, ...person }));
      return [village, ...people];
    }),
  ];
}

function makeOffice(
  placeId: string,
  { heads = [], duties = [], focalPoints = [], ...one }: DemoOffice,
): OfficeRecord[] {
  const office = make({ kind: 'office', placeId, ...one });
  const hang = (kind: string, rows: readonly (DemoHead | object)[]) =>
    rows.map((row) => make({ kind, officeId: office.id, ...row }));
  return [office, ...hang('head', heads), ...hang('office_duty', duties), ...hang('focal_point', focalPoints)];
}
