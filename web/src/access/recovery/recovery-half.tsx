import type { HandedOver } from '@mangnon/domain/access/recovery.api.ts';
import { useText } from '../../platform/language.tsx';
import { HandedCode } from '../handover/handed-code.tsx';

/** One officer's half of the code. */
export function RecoveryHalf({
  handed,
  part,
  onDone,
}: {
  handed: HandedOver;
  part: 'first' | 'second';
  onDone: () => void;
}) {
  const t = useText();
  const { name, login } = handed.recovery.account;
  return (
    <HandedCode
      title={t(`recovery.half.${part}`, { name })}
      text={t(`recovery.half.${part}.text`)}
      facts={[
        { label: t('first.name'), value: name },
        { label: t('signIn.login'), value: login },
        { label: t('recovery.half.which'), value: t(`recovery.part.${part}`) },
        { label: t('recovery.half.where'), value: `${location.origin}/lay-lai` },
      ]}
      code={handed.half}
      until={handed.recovery.expiresAt}
      onDone={onDone}
    />
  );
}
