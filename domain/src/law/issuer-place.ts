import { fold } from '../kernel/fold.ts';
import { foldPlaceName } from '../places/place-query.ts';

/**
 * «tỉnh Mộc Giang» out of «Ủy ban nhân dân tỉnh Mộc Giang», folded as names of places are: the place whose document it
 * is; null where the issuer names none («Thủ tướng Chính phủ»). Of «Ủy ban nhân dân xã Khe Trúc, tỉnh Mộc Giang» it is
 * the commune, and the province stands in `above`.
 */
export function placeOfIssuer(issuer: string | null): { readonly name: string; readonly above: string | null } | null {
  const [own = '', ...rest] = (issuer ?? '').split(',').map(fold);
  const name = nameIn(own);
  if (name === null) return null;
  return { name, above: rest.map(nameIn).find((one) => one !== null) ?? null };
}

function nameIn(folded: string): string | null {
  const found = /\b(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran|dac khu) .+$/.exec(folded);
  return found === null ? null : foldPlaceName(found[0]);
}
