import type { Proof } from '@mangnon/domain/tasks/tasks.api.ts';
import { Button, Group } from '@mantine/core';
import { useRef } from 'react';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import type { FileDoor } from './file-door.ts';
import { ProofButton } from './proof-button.tsx';
import classes from './task.module.css';
import type { useProof } from './use-proof.ts';
import { useTaskAct } from './use-task-act.ts';

const accepted = 'image/*,application/pdf,.docx,.xlsx,.pptx,.odt,.ods,.txt,.csv,audio/*,video/mp4,.mov';

/** Photo from the camera or files, sent at once; what was sent before and hangs at no report yet stands with them. */
export function ProofChoice({
  door,
  proof,
  loose,
  mayDrop = true,
  title,
}: {
  door: FileDoor;
  proof: ReturnType<typeof useProof>;
  loose: readonly Proof[];
  /** Whether what was sent before can still be taken back. */
  mayDrop?: boolean;
  /** «Minh chứng» where nothing else is said. */
  title?: string;
}) {
  const t = useText();
  const called = title ?? t('proof.title');
  const camera = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const drop = useTaskAct(door.drop);
  const known = new Set(loose.map(({ id }) => id));
  const take = (input: HTMLInputElement) => {
    proof.add([...(input.files ?? [])]);
    input.value = '';
  };
  return (
    <div className={classes['proofChoice']}>
      <p className={classes['label']}>{called}</p>
      <p className={classes['soft']}>{t('proof.hint')}</p>
      <Group gap="sm">
        <Button variant="default" onClick={() => camera.current?.click()}>
          {t('proof.photo')}
        </Button>
        <Button variant="default" onClick={() => files.current?.click()}>
          {t('proof.file')}
        </Button>
      </Group>
      <input
        ref={camera}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        data-proof="camera"
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept={accepted}
        data-proof="files"
        onChange={(event) => take(event.currentTarget)}
      />
      {drop.error ? <ErrorNotice error={drop.error} /> : null}
      <ul className={classes['plain']} aria-label={called}>
        {loose.map((one) => (
          <li key={one.id}>
            <ProofButton proof={one} open={door.open} />{' '}
            {mayDrop ? (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t('proof.drop', { name: one.fileName })}
                disabled={drop.isPending}
                onClick={() => {
                  proof.forget(one.id);
                  drop.mutate(one.id);
                }}
              >
                {t('proof.drop.short')}
              </Button>
            ) : null}
          </li>
        ))}
        {proof.files
          .filter(({ id }) => !known.has(id))
          .map((one) => (
            <li key={one.id}>
              {one.state === 'failed' ? (
                <>
                  <ErrorNotice error={one.error} marked />
                  <Group gap="sm">
                    <Button variant="default" size="compact-sm" onClick={() => proof.retry(one)}>
                      {t('proof.retry')}
                    </Button>
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={t('proof.drop', { name: one.file.name })}
                      onClick={() => proof.forget(one.id)}
                    >
                      {t('proof.drop.short')}
                    </Button>
                  </Group>
                </>
              ) : (
                <>
                  <span>
                    {t(one.state === 'waiting' ? 'proof.waitingLine' : 'proof.sending', { name: one.file.name })}
                  </span>
                  <ProgressLine
                    share={one.share}
                    label={t('proof.sending', { name: one.file.name })}
                    words={t('proof.share', { percent: Math.round(one.share * 100) })}
                  />
                </>
              )}
            </li>
          ))}
      </ul>
    </div>
  );
}
