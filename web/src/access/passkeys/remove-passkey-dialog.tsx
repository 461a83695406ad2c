import { removePasskey, type Passkey } from '@mangnon/domain/access/passkeys.api.ts';
import { Button, Group, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { sessionQuery } from '../../platform/session.queries.ts';
import { ownPasskeysQuery } from './passkeys.queries.ts';

/** Asks once more: a removed key cannot be brought back, only registered anew. */
export function RemovePasskeyDialog({
  passkey: { id, name },
  onClose,
  onRemoved,
}: {
  passkey: Passkey;
  onClose: () => void;
  onRemoved: () => void;
}) {
  const t = useText();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => call(removePasskey, { params: { passkeyId: id } }),
    onSuccess: (left) => {
      queryClient.setQueryData(ownPasskeysQuery.queryKey, left);
      void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: ['own-sessions'] });
      onRemoved();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('passkey.remove.title', { name })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {remove.error ? <ErrorNotice error={remove.error} /> : null}
      <p>{t('passkey.remove.text')}</p>
      <Group>
        <Button color="red.9" disabled={remove.isPending} onClick={() => remove.mutate()}>
          {t('passkey.remove.action')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </Group>
    </Modal>
  );
}
