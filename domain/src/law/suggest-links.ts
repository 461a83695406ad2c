import { fold } from '../kernel/fold.ts';

/** What has words to be compared: a task, a target, a duty. */
export interface Worded {
  readonly id: string;
  readonly words: string;
}

export interface Suggestion {
  readonly higherId: string;
  /** From 0 to 1: how alike the words are, rare ones counting more. */
  readonly score: number;
}

/** Words of the same meaning, as offices use them (synonyms.json); the first of a group stands for all. */
export type Synonyms = readonly (readonly string[])[];

/** Words every duty has: they say nothing. */
const idle = new Set(
  fold(
    `và của các cho trong về theo với tại để là được có không một những này đến từ khi do bị trên dưới năm tháng ngày
     thực hiện tổ chức triển khai đẩy mạnh tăng cường tiếp tục chỉ đạo phối hợp xây dựng bảo đảm công tác trẻ em địa bàn
     tỉnh xã phường cấp cơ quan đơn vị ngành kế hoạch hoạt động ít nhất phải việc ra vào trước sau quý thôn bản`,
  ).split(' '),
);

/** Below this two sentences have only a word or two in common. */
const least = 0.18;
const most = 3;

/**
 * For each lower item the higher ones it may make concrete, best first: cosine of the folded words and pairs of words
 * that follow one another, each weighed by how rare it is among the higher items, with a glossary of synonyms. Pairs
 * that a person has decided about are left out.
 */
export function suggestLinks(
  lower: readonly Worded[],
  higher: readonly Worded[],
  synonyms: Synonyms,
  isDecided: (lowerId: string, higherId: string) => boolean,
): Map<string, Suggestion[]> {
  const phrases = phrasesOf(synonyms);
  const documents = higher.map(({ id, words }) => ({ id, terms: termsOf(words, phrases) }));
  const spread = new Map<string, number>();
  for (const { terms } of documents) {
    for (const term of terms.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
  }
  const weigh = (term: string) => Math.log(1 + documents.length / (spread.get(term) ?? 0.5));
  const weighed = documents.map(({ id, terms }) => ({ id, ...weighTerms(terms, weigh) }));
  return new Map(
    lower.map(({ id, words }) => {
      const own = weighTerms(termsOf(words, phrases), weigh);
      const found = weighed
        .filter((one) => !isDecided(id, one.id))
        .map((one) => ({ higherId: one.id, score: cosine(own, one) }))
        .filter(({ score }) => score >= least)
        .sort((one, other) => other.score - one.score)
        .slice(0, most);
      return [id, found];
    }),
  );
}

interface Weighed {
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
}

function weighTerms(terms: ReadonlyMap<string, number>, weigh: (term: string) => number): Weighed {
  const weights = new Map([...terms].map(([term, count]) => [term, Math.sqrt(count) * weigh(term)]));
  return { weights, length: Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0)) };
}

function cosine(one: Weighed, other: Weighed): number {
  if (one.length === 0 || other.length === 0) return 0;
  let sum = 0;
  for (const [term, weight] of one.weights) sum += weight * (other.weights.get(term) ?? 0);
  return Math.min(1, sum / (one.length * other.length));
}

/** Folded phrase and what stands for it, longest first, so that «xâm hại tình dục» goes before «xâm hại». */
function phrasesOf(synonyms: Synonyms): (readonly [string, string])[] {
  return synonyms
    .flatMap((group, at) => group.map((phrase) => [` ${fold(phrase)} `, ` #${at} `] as const))
    .sort(([one], [other]) => other.length - one.length);
}

function termsOf(words: string, phrases: readonly (readonly [string, string])[]): Map<string, number> {
  let text = ` ${fold(words)} `;
  for (const [phrase, meaning] of phrases) text = text.replaceAll(phrase, meaning);
  const kept = text.split(' ').filter((word) => word.length > 1 && !/^\d+$/.test(word) && !idle.has(word));
  const terms = new Map<string, number>();
  const count = (term: string) => terms.set(term, (terms.get(term) ?? 0) + 1);
  for (const [at, word] of kept.entries()) {
    count(word);
    const next = kept[at + 1];
    if (next !== undefined) count(`${word} ${next}`);
  }
  return terms;
}
