const onsets = 'b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x|';
const rimes =
  'a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ă|ăc|ăm|ăn|ăng|ăp|ăt|â|âc|âm|ân|âng|âp|ât|âu|ây|e|ec|em|en|eng|eo|ep|et|' +
  'ê|êch|êm|ên|ênh|êp|êt|êu|i|ia|ich|iêc|iêm|iên|iêng|iêp|iêt|iêu|im|in|inh|ip|it|iu|o|oa|oac|oach|oai|oam|oan|oang|oanh|' +
  'oao|oat|oay|oăc|oăm|oăn|oăng|oăt|oc|oe|oen|oeo|oet|oi|om|on|ong|ooc|oong|op|ot|ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|' +
  'ơp|ơt|u|ua|uât|uâng|uân|uây|uc|uê|uêch|uênh|ui|um|un|ung|uôc|uôi|uôm|uôn|uông|uôt|uơ|up|ut|uy|uya|uych|uyên|uyêt|uynh|uyt|uyu|' +
  'ư|ưa|ưc|ưi|ưng|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu|ưt|ưu|y|yêm|yên|yêng|yêt|yêu|êc|ênh|uac|uang|uăng|ưm';

const syllable = new RegExp(`^(?:${onsets})(?:${rimes})$`);
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const words = /[\p{L}\p{M}\u00a1-\u00ff]+/gu;
const sampleWords = 4000;

// The same few thousand syllables make up every document: each is judged once.
const judged = new Map<string, boolean>();
const judgedLimit = 10_000;

/** Whether one word, composed or not, is spelt as a Vietnamese syllable can be. */
export function isSyllable(word: string): boolean {
  const before = judged.get(word);
  if (before !== undefined) return before;
  const now = judge(word);
  if (judged.size < judgedLimit && word.length <= 16) judged.set(word, now);
  return now;
}

function judge(word: string): boolean {
  const bare = word.toLowerCase().normalize('NFD');
  const marks = bare.match(tones)?.length ?? 0;
  if (marks > 1) return false;
  return syllable.test(bare.replace(tones, '').normalize('NFC'));
}

/**
 * How Vietnamese the accented words of a text look: how many words beyond ASCII it has (at most the first few
 * thousand are looked at) and the share of them that are spelt as Vietnamese syllables can be.
 */
export function spelling(text: string): { readonly accented: number; readonly share: number } {
  let accented = 0;
  let good = 0;
  for (const [word] of text.matchAll(words)) {
    if (!/[^\p{ASCII}]/u.test(word)) continue;
    accented += 1;
    if (isSyllable(word)) good += 1;
    if (accented >= sampleWords) break;
  }
  return { accented, share: accented === 0 ? 1 : good / accented };
}
