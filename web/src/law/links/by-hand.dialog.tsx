import { fold } from '@mangnon/domain/kernel/fold.ts';
import { Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../platform/language.tsx';
import { useDocumentWords } from '../document-words.ts';
import classes from '../law.module.css';
import type { Row } from './link-rows.ts';
import own from './links.module.css';

/** Everything of the higher documents, found by words without accents: for what no likeness of words shows. */
export function ByHandDialog({
  row,
  onChoose,
  onClose,
}: {
  row: Row;
  onChoose: (higherId: string) => void;
  onClose: () => void;
}) {
  const t = useText();
  const words = useDocumentWords();
  const [typed, setTyped] = useState('');
  const asked = fold(typed).split(' ').filter(Boolean);
  const linked = new Set(row.item.links.filter(({ state }) => state === 'linked').map(({ higherId }) => higherId));
  const found = [...row.higher.values()].filter(({ id, words: own, article }) => {
    const folded = fold(`${own} ${article ?? ''}`);
    return !linked.has(id) && asked.every((word) => folded.includes(word));
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('law.links.byHand')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <p className={classes['soft']}>{row.item.words}</p>
      <TextInput
        data-autofocus
        label={t('law.links.find')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <output className={classes['soft']}>{t('law.links.found', { count: found.length })}</output>
      <ul className={own['choices']}>
        {found.slice(0, 100).map((higher) => {
          const document = row.documents.get(higher.documentId);
          return (
            <li key={higher.id}>
              <button type="button" className={own['choice']} onClick={() => onChoose(higher.id)}>
                {higher.words}{' '}
                <span className={classes['soft']}>
                  {document ? words.short(document) : ''} {higher.article ?? ''}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}
