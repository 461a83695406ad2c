export interface NamedUnit {
  /** Of its office in that place, where one is written down. */
  readonly officeName: string | null;
  readonly agencyName: string;
  readonly placeType: string;
  readonly placeName: string;
  /** Of the agency: what is of the whole country is of no place. */
  readonly level: string;
}

/** What the register writes for all places at once, at the end of an agency's name. */
const forAll = / (?:xã, phường, đặc khu|xã, đặc khu|tỉnh, thành phố|cấp xã|tỉnh|xã|huyện)$/;

/**
 * What a unit is called: as its office is written down, else the agency's name with its place, «Sở Y tế tỉnh Mộc Giang»,
 * «UBND xã Khe Trúc»; a ministry or central agency by its name alone, wherever it was asked for.
 */
export function writeUnitName({ officeName, agencyName, placeType, placeName, level }: NamedUnit): string {
  if (officeName !== null) return officeName;
  if (level === 'central') return agencyName;
  const bare = agencyName.replace(forAll, '').replace(/^Ủy ban nhân dân\b/, 'UBND');
  return `${bare} ${writePlaceName(placeType, placeName)}`;
}

/** «xã Khe Trúc», inside a sentence. */
export function writePlaceName(type: string, name: string): string {
  return `${type.slice(0, 1).toLowerCase()}${type.slice(1)} ${name}`;
}
