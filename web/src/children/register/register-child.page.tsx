import type { ChildContact, ChildHealth, ChildIdentity } from '@mangnon/domain/children/child-groups.ts';
import { registerChild } from '@mangnon/domain/children/children.api.ts';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { PlaceBox, type ChosenPlace } from '../../places/place-box.tsx';
import { call } from '../../platform/api.ts';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { focusFirstError } from '../../platform/focus-first-error.ts';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useRefusalAt } from '../../platform/refusal-at.ts';
import { getToday } from '../../platform/today.ts';
import classes from '../children.module.css';
import { contentOf, draftOf, faultsOf, isBlank, type Group, type GroupDraft } from '../groups/group-fields.ts';
import { GroupInputs } from '../groups/group-inputs.tsx';

const groups = ['identity', 'contact', 'health'] as const satisfies readonly Group[];
type Drafts = Readonly<Record<(typeof groups)[number], GroupDraft>>;

/** A child becomes known. Contact and health may wait; the name and the commune may not. */
export function RegisterChildPage() {
  const t = useText();
  const navigate = useNavigate();
  // Made once: sent twice, it registers one child.
  const [id] = useState(() => crypto.randomUUID());
  const [place, setPlace] = useState<ChosenPlace | null>(null);
  const [drafts, setDrafts] = useState<Drafts>({
    identity: draftOf('identity', null),
    contact: draftOf('contact', null),
    health: draftOf('health', null),
  });
  const [checked, setChecked] = useState(false);
  const save = useMutation({
    mutationFn: (placeId: string) =>
      call(registerChild, {
        body: {
          id,
          placeId,
          identity: contentOf('identity', drafts.identity) as ChildIdentity,
          contact: isBlank('contact', drafts.contact) ? null : (contentOf('contact', drafts.contact) as ChildContact),
          health: isBlank('health', drafts.health) ? null : (contentOf('health', drafts.health) as ChildHealth),
        },
      }),
    onSuccess: (child) => navigate({ to: '/tre-em/$childId', params: { childId: child.id } }),
  });
  const refusalAt = useRefusalAt(save.error);
  const faults = faultsOf('identity', drafts.identity);
  return (
    <>
      <Crumbs trail={[{ label: t('children.title'), to: '/tre-em' }]} here={t('children.register')} />
      <PageHeading title={t('children.register')} state={t('children.register.state')} />
      <form
        noValidate
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          setChecked(true);
          if (place && Object.keys(faults).length === 0) save.mutate(place.id);
          else focusFirstError(null, null, event);
        }}
      >
        {save.error ? <ErrorNotice error={save.error} marked /> : null}
        <fieldset className={classes['fieldset']}>
          <legend>{t('children.column.place')}</legend>
          <PlaceBox
            label={t('children.register.place')}
            description={t('children.register.place.hint')}
            on={getToday()}
            value={place}
            onPlace={setPlace}
            error={checked && place === null ? t('children.fault.place') : refusalAt('body.placeId')}
          />
        </fieldset>
        {groups.map((group) => (
          <fieldset key={group} className={classes['fieldset']}>
            <legend>{t(`children.group.${group}`)}</legend>
            <GroupInputs
              group={group}
              draft={drafts[group]}
              onDraft={(draft) => setDrafts({ ...drafts, [group]: draft })}
              errorAt={(field) => {
                const fault = checked && group === 'identity' ? faults[field] : undefined;
                return fault ? t(fault) : refusalAt(`body.${group}.${field}`);
              }}
            />
          </fieldset>
        ))}
        <Button type="submit" disabled={save.isPending}>
          {t('children.register.action')}
        </Button>
      </form>
    </>
  );
}
