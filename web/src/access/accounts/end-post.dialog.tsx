import { endPost, type AccountPage, type Holding } from '@mangnon/domain/access/accounts.api.ts';
import { call } from '../../platform/api.ts';
import { useText } from '../../platform/language.tsx';
import { useAccountWords } from './account-words.ts';
import { AskDialog } from '../../platform/ask.dialog.tsx';

/** Ends a post at once. */
export function EndPostDialog({
  account,
  held,
  onEnded,
  onClose,
}: {
  account: AccountPage;
  held: Holding;
  onEnded: (account: AccountPage) => void;
  onClose: () => void;
}) {
  const t = useText();
  const words = useAccountWords();
  const where = words.where(held);
  return (
    <AskDialog
      title={t('holding.end.title')}
      action={t('holding.end.action')}
      danger
      act={() => call(endPost, { params: { accountId: account.id, holdingId: held.id } })}
      onDone={onEnded}
      onClose={onClose}
    >
      <p>
        <strong>{t(`accounts.post.${held.post}`)}</strong>
        {where === '' ? null : (
          <>
            <br />
            {where}
          </>
        )}
      </p>
      <p>{t('holding.end.text', { name: account.name })}</p>
    </AskDialog>
  );
}
