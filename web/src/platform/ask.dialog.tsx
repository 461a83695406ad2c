import { Button, Group, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorNotice } from './error-notice.tsx';
import { useText } from './language.tsx';

/** Before what cannot be undone: what will happen to whom, and the act by its verb. */
export function AskDialog<Answer>({
  title,
  action,
  act,
  danger = false,
  ready = () => true,
  onDone,
  onClose,
  children,
}: {
  title: string;
  action: string;
  act: () => Promise<Answer>;
  danger?: boolean;
  /** Whether what was typed can be sent; where it cannot, the fields say why. */
  ready?: () => boolean;
  onDone: (answer: Answer) => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useText();
  const send = useMutation({ mutationFn: act, onSuccess: onDone });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('app.close') }}>
      {send.error ? <ErrorNotice error={send.error} marked /> : null}
      {children}
      <Group mt="md">
        <Button
          {...(danger ? { color: 'red.9' } : {})}
          disabled={send.isPending}
          onClick={() => ready() && send.mutate()}
        >
          {action}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </Group>
    </Modal>
  );
}
