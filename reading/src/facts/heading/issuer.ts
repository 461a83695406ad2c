import { readAgencyAt } from '../../agencies/one-agency.ts';
import { lowerText } from '../lower-text.ts';
import { readNumberLine } from './heading-number.ts';
import { isCapitals, type Piece } from './pieces.ts';

const level = 'tỉnh|thành phố|tp\\.?|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu';
const bodyLine =
  /^(?:ủy ban|uỷ ban|ubnd|hội đồng|hđnd|sở |ban (?!hành)|bộ |công an|phòng(?! ?,)|viện|tòa|toà|hội |đoàn|bch |ban chấp hành|tỉnh ủy|tỉnh uỷ|thành ủy|huyện ủy|đảng ủy|đảng bộ|văn phòng|trung tâm|chi cục|cục |thủ tướng|chính phủ|quốc hội|liên đoàn|mặt trận|trường |bệnh viện)/iu;
const placeLine = new RegExp(`^(?:${level})\\s`, 'iu');
const placeInside = new RegExp(`(?<!\\p{L})(?:${level})\\s+(?:\\p{Lu}|\\d)`, 'iu');

/**
 * The issuing body in full from the letterhead: «UBND TỈNH MỘC GIANG / SỞ Y TẾ» is «Sở Y tế tỉnh Mộc Giang». Null
 * where the letterhead names none, or a People's Committee without its place.
 * @param above the pieces above the kind of document
 * @param text the whole document, for how names in capitals are written
 */
export function readLetterhead(above: readonly Piece[], text: string): string | null {
  const bodies: string[] = [];
  let place: string | null = null;
  let sawNumber = false;
  for (const { text: printed } of above) {
    sawNumber ||= readNumberLine(printed) !== null;
    if (
      !isCapitals(printed.replace(/^tp\./i, 'TP')) ||
      readNumberLine(printed) !== null ||
      /^V\/v|^["“]/iu.test(printed)
    )
      continue;
    // The union's name across from its committee stands where other offices print the name of the state.
    if (/^đoàn (?:tncs|thanh niên cộng sản) hồ chí minh$/iu.test(printed) && bodies.length > 0) continue;
    if (bodyLine.test(printed)) bodies.push(printed);
    else if (bodies.length > 0 && (!sawNumber || placeLine.test(printed)))
      bodies.push(`${bodies.pop() ?? ''} ${printed}`);
    else if (placeLine.test(printed)) place = printed;
  }
  const body = bodies.at(-1);
  if (body === undefined) return null;
  const parent = bodies.length > 1 ? bodies.at(-2) : place;
  const committee = parent === undefined || parent === null ? null : nameCommittee(body, parent, text);
  if (committee !== null) return committee;
  const name = spell(body, text);
  if (placeInside.test(body)) return name;
  const parentPlace = parent === undefined || parent === null ? null : readPlaceOf(spell(parent, text));
  if (parentPlace !== null) return `${name} ${parentPlace}`;
  return /^(?:Ủy ban nhân dân|Hội đồng nhân dân)$/u.test(name) ? null : name;
}

/** «HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM / BAN THƯỜNG VỤ TỈNH MỘC GIANG»: a committee says nothing without its organisation. */
function nameCommittee(body: string, parent: string, text: string): string | null {
  const match = new RegExp(
    `^(ban thường vụ|ban chấp hành|ban thường trực|đoàn chủ tịch)(?:\\s+((?:${level})\\s.+))?$`,
    'iu',
  ).exec(body);
  if (match === null || !/^(?:hội|đoàn|liên đoàn|mặt trận|đảng bộ|liên minh)\s/iu.test(parent)) return null;
  const organisation = spell(match[2] === undefined ? parent : parent.replace(/\s+VIỆT NAM$/iu, ''), text);
  const place =
    match[2] === undefined ? '' : ` ${spell(match[2], text).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())}`;
  const committee = (match[1] ?? '').toLowerCase();
  return `${capital(committee)} ${organisation}${place}`;
}

function readPlaceOf(name: string): string | null {
  const match = new RegExp(`(?<!\\p{L})((?:${level})\\s+[\\p{Lu}\\d].*)$`, 'iu').exec(name);
  return match?.[1] === undefined ? null : match[1].charAt(0).toLowerCase() + match[1].slice(1);
}

/** A name set in capitals as it is written elsewhere in the text, else by the rules for names of agencies. */
export function spell(capitals: string, text: string): string {
  const full = capitals
    .replace(/\s+/g, ' ')
    .replace(/^UBND(?=\s|$)/u, 'ỦY BAN NHÂN DÂN')
    .replace(/^HĐND(?=\s|$)/u, 'HỘI ĐỒNG NHÂN DÂN')
    .replace(/^BCH(?=\s|$)/u, 'BAN CHẤP HÀNH')
    .replace(/(?<=^HỘI )LHPN(?=\s|$)/u, 'LIÊN HIỆP PHỤ NỮ');
  const committee = /^(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)\s*(.*)$/u.exec(full);
  if (committee !== null) {
    const head = committee[1]?.startsWith('HỘI') === true ? 'Hội đồng nhân dân' : 'Ủy ban nhân dân';
    const [, kind = '', name = ''] = new RegExp(`^(${level})\\s+(.*)$`, 'iu').exec(committee[2] ?? '') ?? [];
    const where =
      name === ''
        ? titleCase(committee[2] ?? '')
        : `${kind.toLowerCase().replace(/^tp\.?$/, 'thành phố')} ${titleCase(name)}`;
    return `${head} ${where}`.trim();
  }
  const written = findWritten(full, text);
  if (written !== null) return written;
  const steering = /^BAN CHỈ ĐẠO(.*)$/u.exec(full);
  if (steering !== null) return `Ban Chỉ đạo${restoreNames(steering[1] ?? '')}`;
  const [first = '', ...rest] = full.toLowerCase().split(' ');
  const words = rest.map((word, at) => {
    const before = at === 0 ? 'sở' : (rest[at - 1] ?? '');
    return at === 0 || /^(?:-|–|và)$|,$/u.test(before) ? (/^(?:-|–|và)$/u.test(word) ? word : capital(word)) : word;
  });
  return restoreNames([capital(first), ...words].join(' '));
}

/** Level words in lower case, the name after them in capitals: «huyện bản sình» is «huyện Bản Sình». */
function restoreNames(words: string): string {
  const lower = /\p{Ll}/u.test(words) ? words : words.toLowerCase();
  return lower.replace(
    new RegExp(`(?<!\\p{L})(${level}) ([^,;]+)$`, 'iu'),
    (_, kind: string, name: string) => `${kind.toLowerCase()} ${titleCase(name)}`,
  );
}

function titleCase(name: string): string {
  return name.toLowerCase().replace(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase());
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function findWritten(capitals: string, text: string): string | null {
  const wanted = lowerText(capitals);
  const lower = lowerText(text);
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
    const written = text.slice(at, at + wanted.length);
    if (!isCapitals(written)) return capital(written);
  }
  return null;
}

export interface InferenceSource {
  readonly title: string;
  /** Place of issue from the letterhead. */
  readonly place: string | null;
  /** Preamble and closing, where the issuer speaks of itself. */
  readonly speech: string;
  readonly recipients: readonly string[];
  /** Capacity of the signatory: «TM. ỦY BAN NHÂN DÂN …». */
  readonly signature: string;
}

const issues =
  '(?:\\s+(?:đã |sẽ |vừa )?(?:ban hành|xây dựng|triển khai|yêu cầu|đề nghị|tổ chức|phê duyệt|giao|chỉ đạo)|,? (?:như sau|cụ thể))';

/**
 * The issuing body where the letterhead is missing or incomplete: «Ủy ban nhân dân tỉnh ban hành …» in the preamble
 * gives body and level; the place comes from there, the title, or the place of issue.
 */
export function inferIssuer({ title, place, speech, recipients, signature }: InferenceSource): string | null {
  const lower = lowerText(speech);
  const committee = new RegExp(
    `(?<!\\p{L})(?:ủy ban nhân dân|ubnd) (${level})(?: ([^,;.:()]{1,40}?))?${issues}`,
    'u',
  ).exec(lower);
  const department = new RegExp(
    `(?<!\\p{L})(?:sở|ban chỉ đạo|phòng|công an|hội|ban) [^,;.:()]{2,90}?${issues} (?:kế hoạch|chương trình)`,
    'u',
  ).exec(lower);
  if (committee === null && department !== null) {
    const agency = readAgencyAt(speech, department.index);
    if (agency !== null) return speech.slice(agency.start, agency.end);
  }
  const signed = /ủy ban nhân dân|chủ tịch/.test(lowerText(signature));
  const kind = committee?.[1] ?? (signed || place !== null ? readLevel(title, recipients) : null);
  if (kind === null || kind === undefined) return null;
  const name = readName(speech, committee, kind) ?? readPlaceName(title, kind) ?? place ?? readPlaceName(speech, kind);
  return name === null ? null : `Ủy ban nhân dân ${kind} ${withoutLevel(name, kind)}`;
}

/** «Thành phố Hồ Chí Minh» as the place of issue of a city says its level itself. */
function withoutLevel(name: string, kind: string): string {
  return lowerText(name).startsWith(`${kind} `) ? name.slice(kind.length + 1) : name;
}

function readName(speech: string, committee: RegExpExecArray | null, kind: string): string | null {
  if (committee?.[2] === undefined) return null;
  const at = committee.index + committee[0].indexOf(` ${kind} `) + kind.length + 2;
  const name = /^(?:[\p{Lu}\d][\p{L}\d’'-]* ?)+/u.exec(speech.slice(at, at + committee[2].length))?.[0].trim() ?? null;
  return name !== null && isCapitals(name) && /\p{L}{2}/u.test(name) ? titleCase(name) : name;
}

function readLevel(title: string, recipients: readonly string[]): string | null {
  const inTitle = new RegExp(`(?<!\\p{L})(${level})\\s+\\p{L}`, 'iu').exec(title)?.[1]?.toLowerCase();
  const inRecipients = recipients.flatMap((line) => {
    const found = new RegExp(`(?:pct|ct|chủ tịch|đảng ủy|hđnd|tt)[^;]{0,24} (?:ubnd |hđnd )?(${level})$`, 'u').exec(
      lowerText(line),
    );
    return found?.[1] === undefined ? [] : [found[1]];
  })[0];
  return inRecipients ?? inTitle ?? null;
}

function readPlaceName(text: string, kind: string): string | null {
  const match = new RegExp(`(?<!\\p{L})${kind} ((?:[\\p{Lu}][\\p{L}’'-]*)(?:[ -]\\p{Lu}[\\p{L}’'-]*){0,3})`, 'u').exec(
    text,
  );
  if (match?.[1] !== undefined && !isCapitals(match[1])) return match[1];
  const inCapitals = new RegExp(
    `(?<!\\p{L})${kind.toUpperCase()} ((?:\\p{Lu}+[ -]?){1,4})(?=$|[,;.]| GIAI| NĂM| ĐẾN)`,
    'u',
  ).exec(text);
  return inCapitals?.[1] === undefined ? null : titleCase(inCapitals[1].trim());
}
