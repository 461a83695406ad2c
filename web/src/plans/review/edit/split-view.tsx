import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../platform/language.tsx';
import { useRowCommands } from '../rows/row-commands.ts';
import type { Task } from '../state/grouping.ts';
import classes from './edit.module.css';
import { likelyCut } from './likely-cut.ts';

/** The words with a cursor to place, and both parts as they will be. Nothing is changed before the cut. */
export function SplitView({ task }: { task: Task }) {
  const t = useText();
  const commands = useRowCommands();
  const box = useRef<HTMLTextAreaElement>(null);
  const { text } = task.data;
  const [at, setAt] = useState(() => likelyCut(text));

  // Only where the cursor stands at first; after that it is the person's.
  const [first] = useState(at);
  useEffect(() => box.current?.setSelectionRange(first, first), [first]);

  const place = () => setAt(box.current?.selectionStart ?? at);
  return (
    <>
      <Textarea
        ref={box}
        label={t('review.split.label')}
        description={t('review.split.hint')}
        value={text}
        // The words cannot be changed here, but the cursor moves as in any box.
        onChange={() => {}}
        onSelect={place}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey) return;
          event.preventDefault();
          commands.cutAt(task.id, at);
        }}
        autosize
        minRows={2}
        maxRows={16}
      />
      <ol className={classes['parts']} aria-live="polite">
        <li>{text.slice(0, at).trim() || t('review.split.empty')}</li>
        <li>{text.slice(at).trim() || t('review.split.empty')}</li>
      </ol>
      <div className={classes['row']}>
        <Button onClick={() => commands.cutAt(task.id, at)}>{t('review.split.cut')}</Button>
        <Button variant="default" onClick={commands.close}>
          {t('app.cancel')}
        </Button>
      </div>
    </>
  );
}
