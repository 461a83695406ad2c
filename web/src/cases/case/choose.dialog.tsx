import type { CaseFile } from '@mangnon/domain/cases/cases.api.ts';
import { Button, Group, Modal, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';

/** Chooses one of those the server offers, and does the act. */
export function ChooseDialog({
  title,
  label,
  none,
  action,
  choices,
  error,
  act,
  onDone,
  onClose,
}: {
  title: string;
  label: string;
  /** Said where there is nobody to choose. */
  none: string;
  action: string;
  choices: readonly { value: string; label: string }[] | undefined;
  error: unknown;
  act: (chosen: string) => Promise<CaseFile>;
  onDone: (file: CaseFile) => void;
  onClose: () => void;
}) {
  const t = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const [checked, setChecked] = useState(false);
  const send = useMutation({ mutationFn: act, onSuccess: onDone });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (chosen !== null) send.mutate(chosen);
        }}
      >
        {error || send.error ? <ErrorNotice error={error ?? send.error} /> : null}
        {choices?.length === 0 ? (
          <p>{none}</p>
        ) : (
          <Select
            label={label}
            searchable
            allowDeselect={false}
            data={[...(choices ?? [])]}
            value={chosen}
            onChange={setChosen}
            error={checked && chosen === null ? t('cases.choose') : undefined}
            maxDropdownHeight={260}
            comboboxProps={{ withinPortal: true }}
          />
        )}
        <Group mt="md">
          {choices?.length === 0 ? null : (
            <Button type="submit" disabled={send.isPending}>
              {action}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
