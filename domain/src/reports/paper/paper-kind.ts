import { z } from 'zod';
import { reportHeadings } from '../report-headings.ts';
import rows from './paper-kinds.json' with { type: 'json' };

export const paperKindIds = [
  'plan_periodic',
  'peoples_council',
  'domestic_violence',
  'child_marriage',
  'action_month',
] as const;
export type PaperKindId = (typeof paperKindIds)[number];

/** What a section is made of: who is in the figures and who is missing, figures, tasks, words of the units. */
export const paperContents = ['standing', 'figures', 'tasks_done', 'tasks_overdue', ...reportHeadings] as const;
export type PaperContent = (typeof paperContents)[number];

const trust = z.enum(['verified', 'secondary', 'unverified']);
const both = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

/** Where something stands, and how sure that is. `article` is null where it is not known. */
const source = z.strictObject({
  /** Number of the text; null where no text that was read says it. */
  text: z.string().nullable(),
  article: z.string().nullable(),
  trust,
  note: z.string().nullable(),
});

export const paperKind = z.strictObject({
  id: z.enum(paperKindIds),
  name: both,
  /** `{about}` is the plan it reports on, `{period}` the label of the period. */
  summary: z.string(),
  source,
  /** Who it goes to. `receiver`: who receives the reports of the regime; `{place}` is the place of the issuer. */
  addressee: z.strictObject({
    to: z.union([z.literal('receiver'), z.strictObject({ printed: z.string() })]),
    source,
  }),
  /** The last day of each year on which it may be sent; null: the plan or nobody says. */
  due: z.strictObject({ month: z.int(), day: z.int(), source }).nullable(),
  bases: z.array(z.strictObject({ name: z.string(), number: z.string(), issuedOn: z.iso.date().nullable(), trust })),
  sections: z.array(z.strictObject({ heading: z.string(), contents: z.array(z.enum(paperContents)).min(1) })).min(1),
  sectionsSource: source,
  /** Codes of counts and rates it is about; null: all of the form. */
  codes: z.array(z.string()).nullable(),
  confidentiality: z.strictObject({ level: z.string(), distribution: z.string(), source, levelSource: source }),
  recipients: z.array(z.string()).min(1),
});
export type PaperKind = z.infer<typeof paperKind>;

export const paperKinds: readonly PaperKind[] = z.array(paperKind).parse(rows);

export function paperKindOf(id: PaperKindId): PaperKind {
  const found = paperKinds.find((kind) => kind.id === id);
  if (found === undefined) throw new Error(`no kind of report ${id}`);
  return found;
}

const told = {
  verified: { vi: 'đã đọc văn bản', en: 'the text was read' },
  secondary: { vi: 'đọc qua văn bản khác', en: 'read in another text' },
  unverified: { vi: 'chưa rõ, chưa đối chiếu văn bản', en: 'not known, not compared with a text' },
} as const;

/** Where a kind of report comes from and what is not known of it, in words for who makes it. */
export function tellPaperKind({
  source: from,
  addressee,
  due,
  confidentiality,
}: PaperKind): { vi: string; en: string }[] {
  const line = (vi: string, en: string, of: PaperKind['source']) => {
    const where = (of.text === null ? [] : [of.text, of.article ?? '']).filter((word) => word !== '').join(', ');
    return {
      vi: `${vi}: ${where === '' ? '' : `${where} – `}${told[of.trust].vi}.${of.note === null ? '' : ` ${of.note}`}`,
      en: `${en}: ${where === '' ? '' : `${where} – `}${told[of.trust].en}.`,
    };
  };
  return [
    line('Căn cứ của loại báo cáo', 'What asks for it', from),
    line('Nơi nhận báo cáo', 'Who it goes to', addressee.source),
    ...(due === null ? [] : [line('Thời hạn', 'Due day', due.source)]),
    line('Mức độ bảo mật', 'Confidentiality level', confidentiality.levelSource),
  ];
}
