import { createAccount } from '@mangnon/domain/access/accounts.api.ts';
import type { Account } from '@mangnon/domain/access/accounts.api.ts';
import { posts } from '@mangnon/domain/access/posts.ts';
import type { Post } from '@mangnon/domain/access/posts.ts';
import { Button, Checkbox, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { call } from '../platform/api.ts';
import { ErrorNotice } from '../platform/error-notice.tsx';
import { focusFirstError } from '../platform/focus-first-error.ts';
import { useText } from '../platform/language.tsx';
import { useAccountRules } from './account-rules.ts';

export function CreateAccountForm({ onCreated }: { onCreated: (account: Account) => void }) {
  const t = useText();
  const rules = useAccountRules();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', title: '', login: '', password: '', posts: [] as Post[] },
    validate: {
      name: rules.name,
      login: rules.login,
      password: rules.password,
      posts: (value) => (value.length === 0 ? t('accounts.form.posts.missing') : null),
    },
  });
  const create = useMutation({
    mutationFn: ({
      posts: held,
      ...account
    }: {
      name: string;
      title: string;
      login: string;
      password: string;
      posts: Post[];
    }) => call(createAccount, { body: { ...account, holdings: held.map((post) => ({ post })) } }),
    onSuccess: onCreated,
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => create.mutate(values), focusFirstError)}>
      <Stack gap="md">
        {create.error ? <ErrorNotice error={create.error} /> : null}
        <TextInput label={t('first.name')} autoComplete="off" key={form.key('name')} {...form.getInputProps('name')} />
        <TextInput
          label={t('accounts.form.title')}
          description={t('accounts.form.title.hint')}
          autoComplete="off"
          key={form.key('title')}
          {...form.getInputProps('title')}
        />
        <Checkbox.Group label={t('accounts.form.posts')} key={form.key('posts')} {...form.getInputProps('posts')}>
          <Stack gap="xs" mt={4}>
            {posts.map((post) => (
              <Checkbox
                key={post}
                value={post}
                size="md"
                label={t(`accounts.post.${post}`)}
                description={t(`accounts.post.${post}.does`)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <TextInput
          label={t('signIn.login')}
          description={t('account.login.hint')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          key={form.key('login')}
          {...form.getInputProps('login')}
        />
        <PasswordInput
          label={t('accounts.form.password')}
          description={t('account.password.hint')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.password.show') }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <div>
          <Button type="submit" disabled={create.isPending}>
            {t(create.isPending ? 'accounts.form.busy' : 'accounts.new')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
