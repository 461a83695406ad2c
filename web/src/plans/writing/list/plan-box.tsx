import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../platform/language.tsx';
import { plansQuery } from '../../plans.queries.ts';

/** One of the plans that are known here, found by number, title or issuer. */
export function PlanBox({
  label,
  planId,
  onPlan,
}: {
  label: string;
  planId: string | null;
  onPlan: (planId: string | null) => void;
}) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim(), 200);
  const plans = useQuery(plansQuery('')).data?.plans ?? [];
  const found = useQuery({ ...plansQuery(words), enabled: words !== '' }).data?.plans ?? plans;
  const nameOf = ({ number, title, issuer }: (typeof plans)[number]) =>
    [number, title, issuer].filter((part) => part !== null).join(' · ');
  const chosen = plans.find(({ id }) => id === planId);
  const isChosen = chosen !== undefined && typed === nameOf(chosen);
  const offered = isChosen ? plans : found;
  const all = chosen !== undefined && !offered.includes(chosen) ? [...offered, chosen] : offered;
  return (
    <Select
      label={label}
      searchable
      value={planId}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={onPlan}
      data={all.slice(0, 50).map((plan) => ({ value: plan.id, label: nameOf(plan) }))}
      filter={({ options }) => options}
      nothingFoundMessage={t('writing.new.plan.none')}
      autoComplete="off"
    />
  );
}
