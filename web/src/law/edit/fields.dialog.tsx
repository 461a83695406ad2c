import { Button, Group, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { focusFirstError } from '../../platform/focus-first-error.ts';
import { useText } from '../../platform/language.tsx';
import { useRefusalAt } from '../../platform/refusal-at.ts';
import { isRefusal } from '../../platform/refusal-error.ts';
import { problemOf, readField, type Field, type Typed } from './read-fields.ts';
import classes from './fields.module.css';

/** A dialog of a few plain fields: what is typed stays when the server refuses, and the refusal stands at its field. */
export function FieldsDialog({
  title,
  intro,
  action,
  fields,
  begin,
  save,
  onClose,
}: {
  title: string;
  intro?: ReactNode;
  action: string;
  fields: readonly Field[];
  begin: Typed;
  /** Gets what was typed, each field read by its kind. */
  save: (read: Readonly<Record<string, string | number | null>>) => Promise<unknown>;
  onClose: () => void;
}) {
  const t = useText();
  const queryClient = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(begin);
  const [asked, setAsked] = useState(false);
  const write = useMutation({
    mutationFn: save,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['law'] });
      onClose();
    },
    onError: () => focusFirstError(null, null, { currentTarget: form.current }),
  });
  const refusalAt = useRefusalAt(write.error);
  const shown = fields.filter((field) => field.when?.(typed) !== false);
  const where = isRefusal(write.error) ? write.error.where : null;
  const beside = shown.some(({ name }) => where === `body.${name}`);
  const errorOf = (field: Field) => {
    const problem = asked ? problemOf(field, typed[field.name] ?? '') : null;
    return problem === null ? refusalAt(`body.${field.name}`) : t(problem);
  };
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('app.close') }}>
      <form
        ref={form}
        noValidate
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (shown.some((field) => problemOf(field, typed[field.name] ?? '') !== null))
            focusFirstError(null, null, event);
          else write.mutate(Object.fromEntries(fields.map((field) => [field.name, readField(field, typed, shown)])));
        }}
      >
        {write.error && !beside ? <ErrorNotice error={write.error} marked /> : null}
        {intro}
        {shown.map((field) => {
          const common = {
            label: field.label,
            description: field.hint,
            error: errorOf(field),
            required: field.needed === true,
            withAsterisk: false,
          };
          const value = typed[field.name] ?? '';
          const put = (text: string) => setTyped((now) => ({ ...now, [field.name]: text }));
          if (field.kind === 'choice') {
            return (
              <Select
                key={field.name}
                {...common}
                data={[...field.options]}
                value={value === '' ? null : value}
                searchable={field.options.length > 8}
                allowDeselect={field.needed !== true}
                clearable={field.needed !== true}
                onChange={(chosen) => put(chosen ?? '')}
              />
            );
          }
          return field.kind === 'text' ? (
            <Textarea
              key={field.name}
              {...common}
              autosize
              minRows={2}
              value={value}
              onChange={(event) => put(event.currentTarget.value)}
            />
          ) : (
            <TextInput
              key={field.name}
              {...common}
              value={value}
              {...(field.kind === 'line' ? {} : { inputMode: field.kind === 'figure' ? 'decimal' : 'numeric' })}
              onChange={(event) => put(event.currentTarget.value)}
            />
          );
        })}
        <Group mt="sm">
          <Button type="submit" disabled={write.isPending}>
            {action}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
