import { startProviderSignIn } from '@mangnon/domain/access/oidc.api.ts';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';

/** Goes to the authority's own sign-in. Where it does not answer, the password below still opens. */
export function ProviderButton({ name }: { name: string }) {
  const t = useText();
  const start = useMutation({
    mutationFn: () => call(startProviderSignIn, {}),
    onSuccess: ({ address }) => location.assign(address),
  });
  return (
    <>
      {start.error ? <ErrorNotice error={start.error} /> : null}
      <p>
        <Button
          h="auto"
          py={8}
          styles={{ label: { whiteSpace: 'normal', lineHeight: 1.4 } }}
          disabled={start.isPending || start.isSuccess}
          onClick={() => start.mutate()}
        >
          {t(start.isPending || start.isSuccess ? 'provider.busy' : 'provider.enter', { name })}
        </Button>
      </p>
      <p>{t('provider.or')}</p>
    </>
  );
}
