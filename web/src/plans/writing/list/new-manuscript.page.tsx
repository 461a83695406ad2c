import {
  manuscriptSources,
  startManuscript,
  type ManuscriptSource,
  type WritingPlace,
} from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import { Button, Checkbox, NativeSelect, NumberInput, Radio, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../platform/api.ts';
import { Crumbs } from '../../../platform/crumbs.tsx';
import { ErrorNotice } from '../../../platform/error-notice.tsx';
import { useText } from '../../../platform/language.tsx';
import { PageHeading } from '../../../platform/page-heading.tsx';
import { getToday } from '../../../platform/today.ts';
import { AgencyBox, type ChosenAgency } from '../../../access/accounts/agency-box.tsx';
import { manuscriptsQuery } from '../writing.queries.ts';
import classes from './new-manuscript.module.css';
import { PlanBox } from './plan-box.tsx';

const route = getRouteApi('/frame/ke-hoach/soan-thao/moi');

const keyOf = ({ placeId, agency }: WritingPlace) => `${placeId} ${agency?.id ?? ''}`;
const nameOf = ({ name, agency }: WritingPlace) => (agency === null ? name : `${agency.name}, ${name}`);

/** How a plan begins: from what, for whom, for which year. */
export function NewManuscriptPage() {
  const t = useText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const search = route.useSearch();
  const places = useQuery(manuscriptsQuery).data?.places ?? [];
  // Made before the first try, so that a retry begins nothing twice.
  const [manuscriptId] = useState(() => crypto.randomUUID());
  const [source, setSource] = useState<ManuscriptSource>(search.tu ?? 'empty');
  const [planId, setPlanId] = useState<string | null>(search.keHoach ?? null);
  const [body, setBody] = useState<string | null>(null);
  const [agency, setAgency] = useState<ChosenAgency | null>(null);
  const [title, setTitle] = useState('');
  const [year, setYear] = useState<number | string>(Number(getToday().slice(0, 4)) + (source === 'last_year' ? 1 : 0));
  const [withSections, setWithSections] = useState(true);
  const place = places.find((one) => keyOf(one) === body) ?? places[0];
  const isNew = source === 'empty' || source === 'higher';

  const start = useMutation({
    mutationFn: () =>
      call(startManuscript, {
        body: {
          manuscriptId,
          placeId: place?.placeId ?? '',
          agency: place?.agency ?? agency,
          source,
          planId: source === 'empty' ? null : planId,
          title,
          year: Number(year),
          withSections,
        },
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['manuscripts'] });
      await navigate({ to: '/ke-hoach/soan-thao/$manuscriptId', params: { manuscriptId } });
    },
  });

  return (
    <>
      <Crumbs
        trail={[
          { label: t('plans.title'), to: '/ke-hoach' },
          { label: t('writing.title'), to: '/ke-hoach/soan-thao' },
        ]}
        here={t('writing.new')}
      />
      <PageHeading title={t('writing.new')} state={t('writing.new.state')} />
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate();
        }}
      >
        <Radio.Group
          label={t('writing.new.source')}
          value={source}
          onChange={(value) => setSource(manuscriptSources.find((one) => one === value) ?? 'empty')}
        >
          <div className={classes['choices']}>
            {manuscriptSources.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`writing.source.${one}`)}
                description={t(`writing.source.${one}.hint`)}
              />
            ))}
          </div>
        </Radio.Group>
        {source === 'empty' ? null : <PlanBox label={t('writing.new.plan')} planId={planId} onPlan={setPlanId} />}
        {places.length > 1 ? (
          <NativeSelect
            label={t('writing.new.place')}
            value={place === undefined ? '' : keyOf(place)}
            data={places.map((one) => ({ value: keyOf(one), label: nameOf(one) }))}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
        ) : null}
        {place?.agency ? (
          <p>{t('writing.new.ownAgency', { agency: place.agency.name, place: place.name })}</p>
        ) : (
          <AgencyBox
            label={t('writing.new.agency')}
            description={t('writing.new.agency.hint', { place: place?.name ?? '' })}
            value={agency}
            onAgency={setAgency}
          />
        )}
        {isNew ? (
          <TextInput
            label={t('writing.field.title')}
            description={t('writing.new.title.hint')}
            value={title}
            maxLength={2000}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        ) : null}
        {source === 'last_year' ? (
          <NumberInput
            label={t('writing.new.year')}
            description={t('writing.new.year.hint')}
            value={year}
            onChange={setYear}
            min={2000}
            max={2100}
            hideControls
          />
        ) : null}
        {isNew ? (
          <Checkbox
            label={t('writing.new.sections')}
            checked={withSections}
            onChange={(event) => setWithSections(event.currentTarget.checked)}
          />
        ) : null}
        {start.error ? <ErrorNotice error={start.error} marked /> : null}
        <div>
          <Button type="submit" disabled={start.isPending || place === undefined}>
            {t('writing.new.begin')}
          </Button>
        </div>
      </form>
    </>
  );
}
