import { sayDoubt } from '@mangnon/domain/plans/doubt-sentences.ts';
import { Button, Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import { useLanguage, useText } from '../../../platform/language.tsx';
import { useReview, useTools } from '../review-tools.ts';
import { isOpen } from '../state/fact-rows.ts';
import { doubtsByFact } from '../state/grouping.ts';
import { wordsOf } from '../rows/words-of-fact.ts';
import classes from './dialogs.module.css';

/** Waving doubts through: each is named, and the person's own name is written beside what they accept. */
export function AcceptDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { language } = useLanguage();
  const { person, act, spoken } = useTools();
  const facts = useReview((snapshot) => snapshot.facts);
  const open = [...doubtsByFact(facts).values()].flat().filter(isOpen);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const accepted = open.filter((doubt) => chosen.has(doubt.id));
  const all = open.length > 0 && accepted.length === open.length;

  function toggle(id: string): void {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('review.accept.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <p>{t('review.accept.text', { name: person.name })}</p>
      <Checkbox
        label={t('review.accept.all', { count: open.length })}
        checked={all}
        indeterminate={accepted.length > 0 && !all}
        onChange={() => setChosen(new Set(all ? [] : open.map((doubt) => doubt.id)))}
      />
      <ul className={classes['doubts']}>
        {open.map((doubt) => {
          const about = doubt.data.about === null ? null : facts.get(doubt.data.about);
          return (
            <li key={doubt.id}>
              <Checkbox
                checked={chosen.has(doubt.id)}
                onChange={() => toggle(doubt.id)}
                label={sayDoubt(doubt.data.code, doubt.data.message, language)}
                description={about ? wordsOf(about) : undefined}
              />
            </li>
          );
        })}
      </ul>
      <div className={classes['buttons']}>
        <Button
          disabled={accepted.length === 0}
          onClick={() => {
            act.accept(accepted);
            spoken.set(() => t('review.said.accepted', { left: open.length - accepted.length }));
            onClose();
          }}
        >
          {t('review.accept.do', { count: accepted.length, name: person.name })}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </div>
    </Modal>
  );
}
