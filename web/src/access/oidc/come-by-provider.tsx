import { startInvitationByProvider } from '@mangnon/domain/access/oidc.api.ts';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';

/** For an invited person: the authority's own sign-in, so that there is no password to keep here. */
export function ComeByProvider({ code, name }: { code: string; name: string }) {
  const t = useText();
  const start = useMutation({
    mutationFn: () => call(startInvitationByProvider, { body: { code } }),
    onSuccess: ({ address }) => location.assign(address),
  });
  const leaving = start.isPending || start.isSuccess;
  return (
    <>
      {start.error ? <ErrorNotice error={start.error} /> : null}
      <p>{t('provider.come.text', { name })}</p>
      <p>
        <Button
          h="auto"
          py={8}
          styles={{ label: { whiteSpace: 'normal', lineHeight: 1.4 } }}
          disabled={leaving}
          onClick={() => start.mutate()}
        >
          {t(leaving ? 'provider.busy' : 'provider.come', { name })}
        </Button>
      </p>
      <h2>{t('provider.come.or')}</h2>
    </>
  );
}
