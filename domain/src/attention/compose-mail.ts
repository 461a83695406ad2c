import { fillSentence, type Language, type Sentence } from '../kernel/sentence.ts';
import { noticeKinds, type NoticeKind } from './notice-kinds.ts';

/** What a mail tells of a notice: never its title. */
export interface ToldNotice {
  readonly kind: NoticeKind;
  readonly path: string;
  readonly reference: string | null;
}

export interface ComposedMail {
  readonly subject: string;
  readonly body: string;
}

const words = {
  subject: { vi: 'Măng Non: {count} việc cần xem', en: 'Măng Non: {count} to look at' },
  begin: { vi: 'Bạn có {count} thông báo mới trên Măng Non:', en: 'You have {count} new notices in Măng Non:' },
  open: { vi: 'Mở tại: {link}', en: 'Open: {link}' },
  openApp: { vi: 'Mở Măng Non để xem.', en: 'Open Măng Non to see them.' },
  why: {
    vi: 'Thư tự động, không cần trả lời. Chọn cách nhận thư ở mục Thông báo.',
    en: 'Sent by the program; no answer is needed. Choose how you are written to under Notices.',
  },
  codeSubject: { vi: 'Măng Non: mã xác nhận địa chỉ thư', en: 'Măng Non: code for your mail address' },
  code: {
    vi: 'Mã xác nhận của bạn: {code}\n\nMã dùng được trong {minutes} phút. Nếu bạn không yêu cầu, hãy bỏ qua thư này.',
    en: 'Your code: {code}\n\nIt is good for {minutes} minutes. If you did not ask for it, do nothing.',
  },
} as const satisfies Record<string, Sentence>;

/** References are listed up to here; beyond, the counts tell enough. */
const mostReferences = 10;

/**
 * The mail that tells of notices: counts by kind, neutral references, a link. `address` is where officers reach the
 * program; `null` where it is not known, and then there is no link.
 */
export function composeNoticeMail(
  told: readonly ToldNotice[],
  language: Language,
  address: string | null,
): ComposedMail {
  const say = (sentence: Sentence, details: Record<string, unknown> = {}) => fillSentence(sentence[language], details);
  const lines = [...Map.groupBy(told, ({ kind }) => kind)].map(([kind, own]) => {
    const references = [...new Set(own.flatMap(({ reference }) => (reference === null ? [] : [reference])))];
    const listed = references.length > 0 && references.length <= mostReferences ? ` (${references.join(', ')})` : '';
    return `- ${say(noticeKinds[kind].many, { count: own.length })}${listed}`;
  });
  const [only, ...others] = told;
  const path = only !== undefined && others.length === 0 ? only.path : '/thong-bao';
  const count = told.length;
  const open =
    address === null ? say(words.openApp) : say(words.open, { link: `${address.replace(/\/$/, '')}${path}` });
  return {
    subject: say(words.subject, { count }),
    body: [say(words.begin, { count }), ...lines, '', open, '', say(words.why)].join('\n'),
  };
}

/** The mail with the code that shows that an address is read by who gave it. */
export function composeCodeMail(code: string, minutes: number, language: Language): ComposedMail {
  return {
    subject: words.codeSubject[language],
    body: fillSentence(words.code[language], { code, minutes }),
  };
}
