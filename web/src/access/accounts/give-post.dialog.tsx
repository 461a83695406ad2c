import { givePost, type AccountPage, type NewHolding } from '@mangnon/domain/access/accounts.api.ts';
import { Button, Group, Modal } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { focusFirstError } from '../../platform/focus-first-error.ts';
import { useText } from '../../platform/language.tsx';
import { useRefusalAt } from '../../platform/refusal-at.ts';
import { getToday } from '../../platform/today.ts';
import { postsToGiveQuery } from './accounts.queries.ts';
import { emptyHolding, findFaults, toHolding } from './holding-draft.ts';
import { HoldingFields } from './holding-fields.tsx';

/** One post more for a person. */
export function GivePostDialog({
  account,
  onGiven,
  onClose,
}: {
  account: AccountPage;
  onGiven: (account: AccountPage) => void;
  onClose: () => void;
}) {
  const t = useText();
  const { data, error } = useQuery(postsToGiveQuery);
  const [draft, setDraft] = useState(() => emptyHolding(getToday()));
  const [checked, setChecked] = useState(false);
  const give = useMutation({
    mutationFn: (body: NewHolding) => call(givePost, { params: { accountId: account.id }, body }),
    onSuccess: onGiven,
  });
  const refusalAt = useRefusalAt(give.error);
  const faults = findFaults(draft);
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('account.give.title', { name: account.name })}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          const holding = toHolding(draft);
          if (holding === null) focusFirstError(null, null, event);
          else give.mutate(holding);
        }}
      >
        {error ? <ErrorNotice error={error} /> : null}
        {give.error ? <ErrorNotice error={give.error} marked /> : null}
        <HoldingFields
          draft={draft}
          onDraft={setDraft}
          gives={data?.gives ?? []}
          errorAt={(field) => {
            const fault = checked ? faults[field] : undefined;
            return fault ? t(`holding.fault.${fault}`) : refusalAt(`body.${field}`);
          }}
        />
        <Group mt="md">
          <Button type="submit" disabled={give.isPending}>
            {t('account.give.action')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
