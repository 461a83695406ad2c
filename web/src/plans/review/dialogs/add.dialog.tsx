import { Button, Modal, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../platform/language.tsx';
import { useTools } from '../review-tools.ts';
import { findWords, type AddedKind } from '../state/new-fact.ts';
import { useAddFact } from './add-fact.ts';
import classes from './dialogs.module.css';

export const addedKinds = ['task', 'target', 'reporting', 'legal_basis'] as const satisfies readonly AddedKind[];

/** Adding without a mouse: the kind, and its words; words that stand in the document are linked to their place. */
export function AddDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { text } = useTools();
  const addFact = useAddFact();
  const [kind, setKind] = useState<AddedKind>('task');
  const [words, setWords] = useState('');
  const span = findWords(text, words);
  return (
    <Modal opened onClose={onClose} title={t('review.add.title')} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (words.trim() === '') return;
          onClose();
          addFact(kind, words, span);
        }}
      >
        <Radio.Group label={t('review.add.kind')} value={kind} onChange={(value) => setKind(value)}>
          <div className={classes['choices']}>
            {addedKinds.map((one) => (
              <Radio key={one} value={one} label={t(`review.kind.${one}.one`)} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={t('review.add.words')}
          description={
            words.trim() === '' ? t('review.add.hint') : t(span ? 'review.add.found' : 'review.add.notFound')
          }
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          autosize
          minRows={3}
          maxRows={12}
          data-autofocus
        />
        <div className={classes['buttons']}>
          <Button type="submit" disabled={words.trim() === ''}>
            {t('review.add.do')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
