import type { DocumentBrief } from '@mangnon/domain/law/texts.api.ts';
import { PageLink } from '../platform/links.tsx';
import { useDocumentWords } from './document-words.ts';

/** A text leads to its page in the list, a plan to its own. */
export function DocumentLink({ document, short = false }: { document: DocumentBrief; short?: boolean }) {
  const words = useDocumentWords();
  const label = short ? words.short(document) : words.name(document);
  return document.is === 'text' ? (
    <PageLink to="/van-ban/$textId" params={{ textId: document.id }}>
      {label}
    </PageLink>
  ) : (
    <PageLink to="/ke-hoach/$planId" params={{ planId: document.id }}>
      {label}
    </PageLink>
  );
}
