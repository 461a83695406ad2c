import { textKinds, type TextKind } from '@mangnon/domain/law/legal-text.ts';
import type { DocumentBrief } from '@mangnon/domain/law/texts.api.ts';
import { formatDay } from '../platform/format.ts';
import { useText } from '../platform/language.tsx';

type Named = Pick<DocumentBrief, 'kind' | 'number' | 'issuedOn' | 'title'>;

const isTextKind = (kind: string): kind is TextKind => (textKinds as readonly string[]).includes(kind);

/** How a document is named in a line: «Quyết định 1248/QĐ-TTg ngày 19/07/2021». */
export function useDocumentWords() {
  const t = useText();
  const kindOf = (kind: string) =>
    isTextKind(kind) ? t(`law.kind.${kind}`) : kind.charAt(0) + kind.slice(1).toLocaleLowerCase('vi');
  return {
    kindOf,
    name: ({ kind, number, issuedOn, title }: Named) => {
      if (number === null) return title;
      const named = t('law.document.name', { kind: kindOf(kind), number });
      return issuedOn === null ? named : t('law.document.dated', { named, day: formatDay(issuedOn) });
    },
    /** The number alone, for crumbs and narrow columns. */
    short: ({ number, title }: Named) => number ?? title,
  };
}
