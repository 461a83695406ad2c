import type { PostToGive } from '@mangnon/domain/access/accounts.api.ts';
import { needsOf } from '@mangnon/domain/access/post-needs.ts';
import { Checkbox, Select, TextInput } from '@mantine/core';
import { PlaceBox } from '../../places/place-box.tsx';
import { readDayText } from '../../platform/day-text.ts';
import { useText } from '../../platform/language.tsx';
import { getToday } from '../../platform/today.ts';
import { AgencyBox } from './agency-box.tsx';
import type { HoldingDraft, HoldingField } from './holding-draft.ts';
import classes from './accounts.module.css';

/** One post: which, where, for whom, from when to when. Only what this post is held with is asked. */
export function HoldingFields({
  draft,
  onDraft,
  gives,
  errorAt,
}: {
  draft: HoldingDraft;
  onDraft: (next: HoldingDraft) => void;
  gives: readonly PostToGive[];
  errorAt: (field: HoldingField) => string | undefined;
}) {
  const t = useText();
  const { post } = draft;
  const needs = post === null ? null : needsOf[post];
  const change = (part: Partial<HoldingDraft>) => onDraft({ ...draft, ...part });

  function choose(value: string | null) {
    const chosen = gives.find((one) => one.post === value);
    if (chosen === undefined) return;
    // Who gives in one commune alone need not look it up.
    const only = chosen.within?.length === 1 && needsOf[chosen.post].place === 'commune' ? chosen.within[0] : undefined;
    change({ post: chosen.post, place: only ?? draft.place });
  }

  return (
    <>
      <Select
        label={t('holding.post')}
        error={errorAt('post')}
        value={post}
        onChange={choose}
        data={gives.map((one) => ({ value: one.post, label: t(`accounts.post.${one.post}`) }))}
        allowDeselect={false}
        maxDropdownHeight={320}
      />
      <p className={classes['does']}>{post === null ? t('holding.post.hint') : t(`accounts.post.${post}.does`)}</p>
      {needs === null ? null : (
        <div className={classes['fields']}>
          {needs.nationwide ? (
            <Checkbox
              label={t('holding.nationwide.box')}
              checked={draft.nationwide}
              onChange={(event) => change({ nationwide: event.currentTarget.checked })}
            />
          ) : null}
          {needs.place === 'none' || (needs.nationwide && draft.nationwide) ? null : (
            <PlaceBox
              label={t(`holding.place.${needs.place}`)}
              description={t('holding.place.hint')}
              on={readDayText(draft.from) ?? getToday()}
              value={draft.place}
              onPlace={(place) => change({ place })}
              error={errorAt('placeId')}
            />
          )}
          {needs.agency === 'none' ? null : (
            <AgencyBox
              label={t(needs.agency === 'must' ? 'holding.agency' : 'holding.agency.optional')}
              description={t('holding.agency.hint')}
              value={draft.agency}
              onAgency={(agency) => change({ agency })}
              error={errorAt('agencyId')}
            />
          )}
          {needs.place === 'none' ? null : (
            <TextInput
              label={t('holding.unit')}
              description={t('holding.unit.hint')}
              value={draft.unit}
              maxLength={160}
              autoComplete="off"
              onChange={(event) => change({ unit: event.currentTarget.value })}
            />
          )}
          <div className={classes['days']}>
            <TextInput
              label={t('holding.from')}
              description={t('holding.from.hint')}
              error={errorAt('validFrom')}
              value={draft.from}
              inputMode="numeric"
              maxLength={10}
              onChange={(event) => change({ from: event.currentTarget.value })}
            />
            <TextInput
              label={t('holding.to')}
              description={t('holding.to.hint')}
              error={errorAt('validTo')}
              value={draft.to}
              inputMode="numeric"
              maxLength={10}
              onChange={(event) => change({ to: event.currentTarget.value })}
            />
          </div>
        </div>
      )}
    </>
  );
}
