import { standsOn } from '../kernel/period.ts';
import type { PlaceLevel } from '../places/place.ts';
import type { AgencyDuty, AgencyLevel } from './agency.ts';
import type { AgencyBook } from './agency-book.ts';
import type { Duty } from './duty.ts';

/** A duty as an office of the place itself has been given it. */
export interface DutyHere extends Pick<AgencyDuty, 'duty' | 'basis' | 'article' | 'trust'> {
  readonly officeId: string;
  readonly agencyId: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface Holder extends Pick<
  AgencyDuty,
  'agencyId' | 'part' | 'basis' | 'article' | 'trust' | 'sourceUrl' | 'note'
> {
  readonly since: string | null;
  readonly until: string | null;
  readonly said: 'place' | 'register';
  /** Named by the place; null where the register speaks of the kind of agency alone. */
  readonly officeId: string | null;
}

const levelOf: Readonly<Record<PlaceLevel | 'ministry', AgencyLevel>> = {
  commune: 'commune',
  district: 'district',
  province: 'province',
  ministry: 'central',
};

/**
 * Who holds a duty on one level on a day (ISO): what the place has written down itself, else what the register says of
 * the place's own agencies, else what it says in general; the authority first, then its desk. Empty where neither knows: nobody is guessed.
 */
export function findHolders(
  book: AgencyBook,
  asked: {
    readonly level: PlaceLevel | 'ministry';
    readonly duty: Duty;
    readonly day: string;
    /** Whose own agencies count. */
    readonly placeId: string | null;
  },
  here: readonly DutyHere[] = [],
): Holder[] {
  const { level, duty, day, placeId } = asked;
  const own = here.filter((one) => one.duty === duty && standsOn(one, day));
  if (own.length > 0) {
    return own.map(({ agencyId, officeId, basis, article, trust, validFrom, validTo }) => ({
      agencyId,
      part: 'authority',
      basis,
      article,
      trust,
      sourceUrl: null,
      note: null,
      since: validFrom,
      until: validTo,
      said: 'place',
      officeId,
    }));
  }
  const held = book.duties.filter(
    (one) => one.duty === duty && standsOn(one, day) && book.byId.get(one.agencyId)?.level === levelOf[level],
  );
  const placeOf = ({ agencyId }: AgencyDuty) => book.byId.get(agencyId)?.placeId ?? null;
  const ofPlace = held.filter((one) => placeId !== null && placeOf(one) === placeId);
  return (ofPlace.length > 0 ? ofPlace : held.filter((one) => placeOf(one) === null))
    .toSorted((one, other) => one.part.localeCompare(other.part))
    .map(({ agencyId, part, basis, article, trust, sourceUrl, note, validFrom, validTo }) => ({
      agencyId,
      part,
      basis,
      article,
      trust,
      sourceUrl,
      note,
      since: validFrom,
      until: validTo,
      said: ofPlace.length > 0 ? 'place' : 'register',
      officeId: null,
    }));
}
