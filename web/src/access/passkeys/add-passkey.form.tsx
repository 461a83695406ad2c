import type { Passkey } from '@mangnon/domain/access/passkeys.api.ts';
import type { Session } from '@mangnon/domain/access/session.api.ts';
import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { focusFirstError } from '../../platform/focus-first-error.ts';
import { useText } from '../../platform/language.tsx';
import { addPasskey } from './passkey-browser.ts';
import { PasskeyError } from './passkey-error.tsx';
import { ownPasskeysQuery } from './passkeys.queries.ts';

export interface AddedPasskey {
  readonly session: Session;
  readonly passkeys: readonly Passkey[];
  readonly recoveryCodes: readonly string[];
}

/** A name for the key, then the key itself. The name stays when nothing came of it. */
export function AddPasskeyForm({ onAdded }: { onAdded: (added: AddedPasskey) => void }) {
  const t = useText();
  const queryClient = useQueryClient();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '' },
    validate: { name: (value) => (value.trim() === '' ? t('passkey.name.missing') : null) },
  });
  const add = useMutation({
    mutationFn: ({ name }: { name: string }) => addPasskey(name),
    onSuccess: (added) => {
      form.reset();
      queryClient.setQueryData(ownPasskeysQuery.queryKey, { passkeys: added.passkeys });
      onAdded(added);
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values), focusFirstError)}>
      <Stack gap="md" maw="28rem" mt="md">
        <PasskeyError error={add.error} />
        <TextInput
          label={t('passkey.name')}
          description={t('passkey.name.hint')}
          maxLength={60}
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <div>
          <Button type="submit" disabled={add.isPending}>
            {t(add.isPending ? 'passkey.busy' : 'passkey.add')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
