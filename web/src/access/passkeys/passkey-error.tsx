import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PasskeyProblem } from './passkey-browser.ts';

/** What went wrong with a key: in the browser, or as the server said. */
export function PasskeyError({ error }: { error: unknown }) {
  const t = useText();
  if (error instanceof PasskeyProblem) return <Notice tone="danger" title={t(`passkey.problem.${error.kind}`)} alert />;
  return error ? <ErrorNotice error={error} /> : null;
}
