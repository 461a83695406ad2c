import registry from '@mangnon/domain/agencies/agencies.json' with { type: 'json' };
import { fold } from '@mangnon/domain/kernel/fold.ts';
import { splitAgencies } from './split-agencies.ts';

/** An agency as printed, and the registry's id where it is known; a group («các sở, ban, ngành») has none. */
export interface FoundAgency {
  readonly printed: string;
  readonly agencyId: string | null;
}

type Level = 'central' | 'province' | 'district' | 'regional' | 'commune';

interface Known {
  readonly id: string;
  readonly level: Level;
}

/** Abbreviations that offices use, folded, with what they stand for. Longest first. */
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [
    /\bubmttqvn\b|\bub ?mttqvn\b|\bubmttq(?: viet nam| vn)?\b|\bmttqvn\b|\bmttq(?: viet nam| vn)?\b|\bmat tran to quoc(?: viet nam)?\b/g,
    'mttq',
  ],
  [/\buy ban mttq\b/g, 'mttq'],
  [/\bubnd\b|\buy ban nhan dan\b/g, 'ubnd'],
  [/\bhdnd\b|\bhoi dong nhan dan\b/g, 'hdnd'],
  [/\bld ?tb ?(?:va )?xh\b|\bld tbxh\b|\blao dong thuong binh(?: va)? xa hoi\b/g, 'ldtbxh'],
  [/\bgd ?(?:va )?dt\b|\bgiao duc(?: va)? dao tao\b/g, 'gddt'],
  [/\btt ?(?:va )?tt\b|\bthong tin(?: va)? truyen thong\b/g, 'tttt'],
  [/\bvh ?tt ?(?:va )?dl\b|\bvan hoa the thao(?: va)? du lich\b/g, 'vhttdl'],
  [/\bvh ?(?:va )?tt\b|\bvan hoa(?: va)? the thao\b/g, 'vhtt'],
  [/\bkh ?(?:va )?dt\b|\bke hoach(?: va)? dau tu\b/g, 'khdt'],
  [/\bkh ?(?:va )?cn\b|\bkhoa hoc(?: va)? cong nghe\b/g, 'khcn'],
  [/\bnn ?(?:va )?ptnt\b|\bnong nghiep(?: va)? phat trien nong thon\b/g, 'nnptnt'],
  [/\bnn ?(?:va )?mt\b|\bnong nghiep(?: va)? moi truong\b/g, 'nnmt'],
  [/\btn ?(?:va )?mt\b|\btai nguyen(?: va)? moi truong\b/g, 'tnmt'],
  [/\bgtvt\b|\bgiao thong van tai\b/g, 'gtvt'],
  [/\bvksnd\b|\bvien kiem sat nhan dan\b/g, 'vksnd'],
  [/\btand\b|\btoa an nhan dan\b/g, 'tand'],
  [/\blhpn\b|\blien hiep phu nu\b/g, 'lhpn'],
  [/\bldld\b|\blien doan lao dong\b/g, 'ldld'],
  [/\bccb\b|\bcuu chien binh\b/g, 'ccb'],
  [/\bbhxh\b|\bbao hiem xa hoi\b/g, 'bhxh'],
  [/\bctxh\b|\bcong tac xa hoi\b/g, 'ctxh'],
  [/\bptth\b|\bpt th\b|\bphat thanh(?: va)? truyen hinh\b/g, 'ptth'],
  [/\b(?:bo chi huy |bch |ban chi huy )?(?:bdbp|bo doi bien phong)\b/g, 'bdbp'],
  [/\bdoan (?:thanh nien(?: cong san)?|tncs)(?: ho chi minh| hcm)?\b|\bdtn\b/g, 'doan'],
  [/\b(tinh|thanh|huyen|quan) doan\b/g, 'doan $1'],
  [/\bca (?=tinh|tp|huyen|xa|phuong|thi xa|quan)/g, 'cong an '],
  [/\btp\b/g, 'thanh pho'],
];

const levelWords: readonly (readonly [Level, RegExp])[] = [
  ['commune', /\b(?:cap )?(?:(?<!thi )xa|phuong|thi tran|dac khu)\b/],
  ['district', /\b(?:cap )?(?:huyen|quan|thi xa)\b/],
  ['province', /\b(?:cap )?(?:tinh|thanh pho)\b/],
];
const placeWords =
  /\b(?:cap|tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran|dac khu|cac|tren dia ban|viet nam|cu)\b/g;

const known = indexRegistry();

/**
 * Takes a passage that names agencies; gives each as printed with its id. Abbreviations, dashes, commas, accents and
 * capitals do not matter, and a place may follow («Công an tỉnh Mộc Giang»). `level` is the issuer's own, for names
 * that stand without one («Phòng Y tế» is a district's).
 */
export function findAgencies(passage: string, level: Level = 'province'): FoundAgency[] {
  return splitAgencies(passage).map((printed) => ({ printed, agencyId: findAgencyId(printed, level) }));
}

function findAgencyId(printed: string, level: Level): string | null {
  if (/^(?:các|những|toàn)\s+(?:sở|cơ quan|đơn vị|phòng|ban|địa phương|tổ chức|ngành)/iu.test(printed)) return null;
  const folded = expand(printed);
  const said = levelWords.find(([, pattern]) => pattern.test(folded))?.[0];
  const words = toKey(folded).split(' ');
  // The longest beginning that is a known name; what follows is the name of a place.
  for (let length = words.length; length >= 1; length -= 1) {
    const found = known.get(words.slice(0, length).join(' '));
    if (!found) continue;
    const best = found.find((agency) => agency.level === (said ?? level)) ?? (said ? undefined : found[0]);
    return best?.id ?? (found.length === 1 ? (found[0]?.id ?? null) : null);
  }
  return null;
}

function expand(name: string): string {
  let folded = fold(name);
  for (const [pattern, full] of abbreviations) folded = folded.replace(pattern, full);
  return folded.replace(/\s+/g, ' ').trim();
}

/** The name without levels, places left to the caller: «cong an tinh» is «cong an». */
function toKey(expanded: string): string {
  return expanded
    .replace(placeWords, ' ')
    .replace(/\bva\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function indexRegistry(): ReadonlyMap<string, readonly Known[]> {
  const index = new Map<string, Known[]>();
  for (const agency of registry) {
    const level = agency.level.startsWith('regional') ? 'regional' : (agency.level as Level);
    for (const name of [agency.name_vi, ...agency.aliases]) {
      for (const part of name.replace(/\([^)]*\)/g, '').split(/[;/]/)) {
        const key = toKey(expand(part));
        const list = index.get(key) ?? [];
        if (key.length >= 3 && !list.some((other) => other.id === agency.canonical_id))
          list.push({ id: agency.canonical_id, level });
        index.set(key, list);
      }
    }
  }
  return index;
}
