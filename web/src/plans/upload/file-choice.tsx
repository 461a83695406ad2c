import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useText } from '../../platform/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './file-choice.module.css';

/** A place to drop a file, and a button that does the same. What kinds are taken is decided by the server. */
export function FileChoice({ onFile }: { onFile: (file: File) => void }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  function take(files: readonly File[]) {
    const [file] = files;
    if (!file) return;
    if (files.length > 1) setProblem(t('upload.many', { count: files.length }));
    else if (/\.doc$/i.test(file.name)) setProblem(t('upload.old.doc'));
    else onFile(file);
  }

  return (
    <>
      {problem ? <Notice tone="danger" title={problem} alert /> : null}
      <div
        className={classes['drop']}
        {...(over ? { 'data-over': true } : {})}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take([...event.dataTransfer.files]);
        }}
      >
        <p aria-hidden className={classes['words']}>
          {t(over ? 'upload.drop.now' : 'upload.drop')}
        </p>
        <Button onClick={() => input.current?.click()} aria-describedby="loai-tep">
          {t('upload.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".docx,.pdf,.txt,.md"
          onChange={(event) => {
            take([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <p id="loai-tep" className={classes['kinds']}>
        {t('upload.kinds')}
      </p>
    </>
  );
}
