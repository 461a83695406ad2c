import type { OfficesPage } from '@mangnon/domain/agencies/offices.api.ts';

export type OfficeOfPlace = OfficesPage['offices'][number];
export type CommitteeOfPlace = OfficesPage['committees'][number];
export type VillageOfPlace = OfficesPage['villages'][number];
export type HeadOfOffice = OfficeOfPlace['heads'][number];
export type PointOfOffice = OfficeOfPlace['focalPoints'][number];
export type RecordStanding = OfficeOfPlace['standing'];
