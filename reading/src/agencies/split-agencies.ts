import { readAgencyPhrase } from './agency-phrase.ts';

const prefix =
  /^(?:kính đề nghị|đề nghị|giao(?: trách nhiệm)?(?: cho)?|yêu cầu|phân công(?: cho)?|(?:trách nhiệm|nhiệm vụ)(?: cụ thể)? của|đối với|về phía|(?:kính |trân trọng )?mời|các (?:ông,? \(?bà\)?|đồng chí|đ\/c)(?= (?:trưởng|chủ tịch|giám đốc|hiệu trưởng|bí thư)))\s*:?\s+(?=\S)/iu;

/** How many characters of «Đề nghị», «Giao», «Trách nhiệm của» stand before the agency. */
export function prefixLength(text: string): number {
  return prefix.exec(text)?.[0].length ?? 0;
}

/**
 * Takes a passage that names agencies, as in a heading, a field or a cell; gives each as printed, without «Đề nghị»
 * or «Giao», bullets, closing dots. «A; B», «A, B» and «A và B» are taken apart where a new agency begins, so
 * «Sở Văn hóa, Thể thao và Du lịch» stays one.
 */
export function splitAgencies(passage: string): string[] {
  const found: string[] = [];
  for (const raw of passage.split(/[;\u2028]|(?:^|\s)\+\s|\.\s+(?=\p{Lu})/u)) {
    const part = raw.replace(/^[-–—+•●*\s]+/u, '');
    const named = part.replace(/^phối hợp(?: với)?\s+/iu, '');
    const text = named.slice(prefixLength(named));
    let from = 0;
    for (const cut of text.matchAll(/\s*,\s*(?:và\s+)?|\s+(?:và|cùng với|cùng|phối hợp với)\s+|\s+[-–]\s+/giu)) {
      const next = cut.index + cut[0].length;
      if (!beginsAgency(text, next, cut[0])) continue;
      add(found, text.slice(from, cut.index));
      from = next;
    }
    add(found, text.slice(from));
  }
  return found;
}

/** A new agency begins after a comma or «và»: a kind of agency with its name, or a group that is not listed on. */
function beginsAgency(text: string, at: number, cut: string): boolean {
  const phrase = readAgencyPhrase(text, at);
  if (!phrase) return false;
  const first = /^\S+/.exec(text.slice(at))?.[0] ?? '';
  if (/[-–]/.test(cut))
    return /^(?:Sở|UBND|Công|Phòng|Ủy|Uỷ|Hội)$/u.test(first) && /\s/.test(text.slice(at, phrase.end));
  const name = text.slice(at, phrase.end);
  // «Phòng, chống …», «các huyện, thị xã, thành phố»: words that only go on with the list before.
  return (
    /\s/.test(name) &&
    !/^(?:thị xã|thành phố|xã|phường|thôn|bản|ấp|khu phố|huyện|đoàn thể|địa phương)(?!\p{L})/iu.test(name.toLowerCase())
  );
}

function add(found: string[], part: string): void {
  const name = part
    .replace(/^(?:và|các cơ quan:|gồm:?)\s+/iu, '')
    .replace(/[\s.,;:/]+$/u, '')
    .trim();
  if (/\p{L}{2}/u.test(name)) found.push(name);
}
