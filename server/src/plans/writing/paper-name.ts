import { fold } from '@mangnon/domain/kernel/fold.ts';

/** «ke-hoach-05-kh-ubnd.docx»: a name every system takes. */
export function fileNameOf(words: string, ending: 'docx' | 'pdf' | 'xlsx', kind = 'ke-hoach'): string {
  const named = fold(words).replaceAll(' ', '-').slice(0, 80).replace(/-+$/, '');
  return `${[kind, named].filter(Boolean).join('-')}.${ending}`;
}
