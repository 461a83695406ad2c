import type { OfficesPage } from '@mangnon/domain/agencies/offices.api.ts';

/** Whether any record of the page has an earlier version this person may read. */
export function hasPast({ offices, committees, villages }: OfficesPage): boolean {
  const records = [
    ...offices.flatMap((office) => [office, ...office.heads, ...office.duties, ...office.focalPoints]),
    ...committees.flatMap((committee) => [committee, ...committee.members]),
    ...villages.flatMap((village) => [village, ...village.collaborators]),
  ];
  return records.some(({ versions }) => versions > 0);
}
