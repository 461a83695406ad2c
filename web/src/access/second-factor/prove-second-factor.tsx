import { proveSecondFactor } from '@mangnon/domain/access/second-factor.api.ts';
import type { Session } from '@mangnon/domain/access/session.api.ts';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';
import { useText } from '../../platform/language.tsx';
import { CodeForm } from './code.form.tsx';

/** Asks for a code of the app, or one from paper. */
export function ProveSecondFactor({ onProved }: { onProved: (session: Session) => void }) {
  const t = useText();
  const prove = useMutation({
    mutationFn: (code: string) => call(proveSecondFactor, { body: { code } }),
    onSuccess: onProved,
  });
  return (
    <CodeForm
      label={t('factor.code')}
      hint={t('factor.lost')}
      busy={prove.isPending}
      error={prove.error}
      onSend={(code) => prove.mutate(code)}
    />
  );
}
