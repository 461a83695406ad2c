import { adjustTotal } from '@mangnon/domain/reports/consolidation.api.ts';
import { notApplicableWords, stateWords, zeroWords } from '@mangnon/domain/indicators/value-words.ts';
import type { Value } from '@mangnon/domain/indicators/value.ts';
import { Button, Group, Modal, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatInstant, formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { cellQuery } from './consolidation.queries.ts';
import { useFigureWords, useSignedNumber } from './figure-words.ts';
import classes from './consolidation.module.css';

interface Shown {
  readonly regimeId: string;
  readonly dueOn: string;
  readonly cellKey: string;
  readonly name: string;
  readonly canEdit: boolean;
  readonly onClose: () => void;
}

/** What a total is made of, unit by unit, and what the receiver added to it. */
export function CellDialog(shown: Shown) {
  const t = useText();
  const { language } = useLanguage();
  const words = useFigureWords();
  const { data, error } = useQuery(cellQuery(shown.regimeId, shown.dueOn, shown.cellKey));
  const valueWords = useValueWords();
  return (
    <Modal
      opened
      size="xl"
      onClose={shown.onClose}
      title={shown.name}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {error ? <ErrorNotice error={error} /> : null}
      {data === undefined ? null : (
        <>
          <DataTable
            label={shown.name}
            rows={data.rows}
            rowKey={({ unit }) => `${unit.agencyId} ${unit.placeId}`}
            columns={[
              { key: 'unit', label: t('sums.cell.unit'), heads: true, width: '50%', render: ({ unit }) => unit.name },
              { key: 'value', label: t('sums.cell.value'), numeric: true, render: ({ value }) => valueWords(value) },
              {
                key: 'counts',
                label: t('sums.cell.counts'),
                render: ({ value, counts }) =>
                  value.state === 'no_report' ? '–' : t(counts ? 'sums.cell.yes' : 'sums.cell.no'),
              },
            ]}
          />
          <Adjustments shown={shown} adjustments={data.adjustments} />
          <p className={classes['sum']}>
            {t('sums.cell.total')}: <strong>{words(data.total)}</strong>
            <span className={classes['soft']}>
              {' '}
              {t('sums.told', {
                accepted: formatNumber(data.total.completeness.accepted, language),
                due: data.total.completeness.due,
              })}
            </span>
          </p>
        </>
      )}
    </Modal>
  );
}

function useValueWords(): (value: Value) => string {
  const { language } = useLanguage();
  return (value) => {
    switch (value.state) {
      case 'number':
        return formatNumber(value.amount, language);
      case 'zero':
        return `0 · ${value.words ?? zeroWords[value.reason][language]}`;
      case 'not_applicable':
        return value.words ?? notApplicableWords[value.reason][language];
      case 'no_report':
      case 'withheld':
        return stateWords[value.state][language];
    }
  };
}

interface Adjustment {
  readonly id: string;
  readonly amount: number;
  readonly reason: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly takenBack: boolean;
}

function Adjustments({ shown, adjustments }: { shown: Shown; adjustments: readonly Adjustment[] }) {
  const t = useText();
  const signed = useSignedNumber();
  const [asking, setAsking] = useState<string | null>(null);
  if (adjustments.length === 0 && !shown.canEdit) return null;
  return (
    <section>
      <h3>{t('sums.adjustments')}</h3>
      <ul className={classes['adjustments']}>
        {adjustments.map(({ id, amount, reason, madeAt, madeBy, takenBack }) => (
          <li key={id} {...(takenBack ? { 'data-back': true } : {})}>
            {t('sums.adjustment', { amount: signed(amount), reason, name: madeBy, at: formatInstant(madeAt) })}
            {takenBack ? ` (${t('sums.adjustment.back')})` : null}
            {!takenBack && shown.canEdit ? (
              <Button size="compact-xs" variant="default" onClick={() => setAsking(id)}>
                {t('sums.takeBack')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {shown.canEdit && asking === null ? (
        <Button size="xs" variant="default" onClick={() => setAsking('adjust')}>
          {t('sums.adjust')}
        </Button>
      ) : null}
      {asking === null ? null : (
        <AdjustForm
          key={asking}
          shown={shown}
          takesBack={asking === 'adjust' ? null : asking}
          onDone={() => setAsking(null)}
        />
      )}
    </section>
  );
}

function AdjustForm({ shown, takesBack, onDone }: { shown: Shown; takesBack: string | null; onDone: () => void }) {
  const t = useText();
  const queryClient = useQueryClient();
  // The same at each try: a repeated request adds nothing twice.
  const [id] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const amount = /^[-−+]?\d+(?:[.,]\d+)?$/.test(typed.trim())
    ? Number(typed.trim().replace('−', '-').replace(',', '.'))
    : 0;
  const right = (takesBack !== null || amount !== 0) && reason.trim().length >= 3;
  const send = useMutation({
    mutationFn: () => {
      const body = { id, dueOn: shown.dueOn, reason: reason.trim() };
      return call(adjustTotal, {
        params: { regimeId: shown.regimeId },
        body:
          takesBack === null
            ? { ...body, kind: 'adjust', key: shown.cellKey, amount }
            : { ...body, kind: 'take_back', adjustmentId: takesBack },
      });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['reports'] });
      onDone();
    },
  });
  return (
    <form
      className={classes['adjust']}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (right) send.mutate();
      }}
    >
      {send.error ? <ErrorNotice error={send.error} /> : null}
      {takesBack === null ? (
        <TextInput
          label={t('sums.adjust.amount')}
          inputMode="decimal"
          value={typed}
          error={tried && amount === 0 ? t('sums.adjust.wrong') : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      ) : null}
      <Textarea
        label={t('sums.adjust.reason')}
        value={reason}
        autosize
        minRows={2}
        maxLength={2000}
        error={tried && reason.trim().length < 3 ? t('sums.adjust.noReason') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group>
        <Button type="submit" disabled={send.isPending}>
          {t(takesBack === null ? 'sums.adjust.save' : 'sums.takeBack')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('app.cancel')}
        </Button>
      </Group>
    </form>
  );
}
