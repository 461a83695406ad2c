import { useMemo } from 'react';
import { useText } from '../platform/language.tsx';

/** The contract's bounds for a new account, as sentences beside the field; the server checks them again. */
export function useAccountRules() {
  const t = useText();
  return useMemo(
    () => ({
      name: (value: string) => (value.trim().length < 2 ? t('account.name.short') : null),
      login: (value: string) => (value.trim().length < 3 ? t('account.login.short') : null),
      password: (value: string) => (value.length < 12 ? t('account.password.short', { count: value.length }) : null),
    }),
    [t],
  );
}
