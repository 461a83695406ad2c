import { Button, Group as Row, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { focusFirstError } from '../../platform/focus-first-error.ts';
import { useText } from '../../platform/language.tsx';
import { useRefusalAt } from '../../platform/refusal-at.ts';
import { contentOf, draftOf, faultsOf, type Group } from './group-fields.ts';
import { GroupInputs } from './group-inputs.tsx';

type Content = Record<string, string | null>;

/** Writes a group for the first time (`seen` null), or changes what was seen at that instant. */
export type SendGroup<Answer> = (content: Content, seen: string | null) => Promise<Answer>;

/** Writing one group. What was typed stays until it is stored or put away. */
export function GroupDialog<Answer>({
  group,
  before,
  seen,
  send,
  onDone,
  onClose,
}: {
  group: Group;
  before: Readonly<Content> | null;
  seen: string | null;
  send: SendGroup<Answer>;
  onDone: (answer: Answer) => void;
  onClose: () => void;
}) {
  const t = useText();
  const [draft, setDraft] = useState(() => draftOf(group, before));
  const [checked, setChecked] = useState(false);
  const save = useMutation({ mutationFn: () => send(contentOf(group, draft), seen), onSuccess: onDone });
  const refusalAt = useRefusalAt(save.error);
  const faults = faultsOf(group, draft);
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t(`children.group.${group}`)}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (Object.keys(faults).length > 0) focusFirstError(null, null, event);
          else save.mutate();
        }}
      >
        {save.error ? <ErrorNotice error={save.error} marked /> : null}
        {seen !== null && before === null ? <p>{t('cases.reporter.over')}</p> : null}
        <GroupInputs
          group={group}
          draft={draft}
          onDraft={setDraft}
          errorAt={(field) => {
            const fault = checked ? faults[field] : undefined;
            return fault ? t(fault) : refusalAt(`body.content.${field}`);
          }}
        />
        <Row mt="md">
          <Button type="submit" disabled={save.isPending}>
            {t('children.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </Row>
      </form>
    </Modal>
  );
}
