import type { Difference } from '@mangnon/domain/plans/writing/versions.api.ts';
import type { ManuscriptItem } from '@mangnon/domain/plans/writing/manuscript-item.ts';
import { printBasis } from '@mangnon/domain/plans/writing/print-basis.ts';
import { printReporting } from '@mangnon/domain/plans/writing/print-reporting.ts';
import { printTaskFields } from '@mangnon/domain/plans/writing/print-task.ts';
import { authorityOf } from '@mangnon/domain/plans/writing/compose-document.ts';
import { useText } from '../../../platform/language.tsx';
import { DataTable } from '../../../ui/data-table.tsx';

type Row = Difference['rows'][number];

/** Each part beside the one it was taken from, with a word for what became of it. */
export function DifferenceTable({ rows }: { rows: readonly Row[] }) {
  const t = useText();
  if (rows.length === 0) return <p>{t('writing.compare.none')}</p>;
  return (
    <DataTable
      label={t('writing.compare')}
      rows={rows}
      rowKey={(row) => row.after?.id ?? row.before?.id ?? ''}
      columns={[
        {
          key: 'state',
          label: t('writing.compare.state'),
          heads: true,
          width: '11rem',
          render: ({ state, kind }) => (
            <>
              {state === 'same' ? t('writing.difference.same') : <strong>{t(`writing.difference.${state}`)}</strong>}
              <br />
              {t(`writing.kind.${kind === 'offer' ? 'task' : kind}`)}
            </>
          ),
        },
        {
          key: 'before',
          label: t('writing.compare.before'),
          width: '42%',
          render: (row) => <Words row={row} side="before" />,
        },
        {
          key: 'after',
          label: t('writing.compare.after'),
          width: '42%',
          render: (row) => <Words row={row} side="after" />,
        },
      ]}
    />
  );
}

/** The words of one side; in a changed part what is not in the other is marked. */
function Words({ row, side }: { row: Row; side: 'before' | 'after' }) {
  const t = useText();
  const item = row[side];
  const other = row[side === 'before' ? 'after' : 'before'];
  if (item === null) return <em>{t('writing.compare.absent')}</em>;
  const others = other === null || row.state !== 'changed' ? null : wordsOf(other, row.fields);
  const Mark = side === 'before' ? 'del' : 'ins';
  return (
    <>
      {wordsOf(item, row.fields).map((line, at) => {
        const [same, changed, rest] = findChanged(line, others?.[at] ?? line);
        return (
          <p key={line}>
            {same}
            {changed === '' ? null : <Mark>{changed}</Mark>}
            {rest}
          </p>
        );
      })}
    </>
  );
}

/** A line in three: what it begins with as the other does, what is its own, what it ends with as the other does. */
function findChanged(line: string, other: string): [string, string, string] {
  if (line === other) return [line, '', ''];
  const [words, others] = [line.split(' '), other.split(' ')];
  const most = Math.min(words.length, others.length);
  let begin = 0;
  while (begin < most && words[begin] === others[begin]) begin += 1;
  let end = 0;
  while (end < most - begin && words.at(-1 - end) === others.at(-1 - end)) end += 1;
  const join = (from: number, to: number) => words.slice(from, to).join(' ');
  const last = words.length - end;
  return [`${join(0, begin)} `, join(begin, last), ` ${join(last, words.length)}`];
}

/** Of the cover only what is not the same: most of it says nothing new. */
function wordsOf(item: ManuscriptItem, fields: readonly string[]): string[] {
  switch (item.kind) {
    case 'cover': {
      const { title, opening, signerName, recipients } = item.data;
      const parts: readonly (readonly [string, readonly string[]])[] = [
        ['title', [title]],
        ['opening', [opening]],
        ['signerTitle', authorityOf(item.data)],
        ['signerName', [signerName]],
        ['recipients', recipients],
      ];
      const changed = parts.filter(([field]) => fields.includes(field));
      return (changed.length > 0 ? changed : parts.slice(0, 1)).flatMap(([, words]) => words);
    }
    case 'basis':
      return [printBasis(item.data)];
    case 'task':
      return [item.data.text, ...printTaskFields(item.data).map(({ text }) => text)];
    case 'reporting':
      return [printReporting(item.data)];
    case 'offer':
      return [];
    case 'heading':
    case 'paragraph':
    case 'target':
      return [item.data.text];
  }
}
