import type { Account } from '@mangnon/domain/access/accounts.api.ts';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { useSession } from '../../platform/session.queries.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { useAccountWords } from './account-words.ts';
import classes from './accounts.module.css';

/** Each name leads to the account, where everything is done. */
export function AccountTable({ accounts }: { accounts: readonly Account[] }) {
  const t = useText();
  const { person } = useSession();
  const words = useAccountWords();
  const columns: Column<Account>[] = [
    {
      key: 'name',
      label: t('accounts.column.name'),
      heads: true,
      width: '18%',
      render: ({ id, name }) => (
        <>
          <PageLink to="/tai-khoan/$accountId" params={{ accountId: id }}>
            {name}
          </PageLink>
          {id === person.id ? ` (${t('accounts.you')})` : null}
        </>
      ),
    },
    {
      key: 'login',
      label: t('accounts.column.login'),
      width: '14%',
      render: ({ login }) => <span className={classes['login']}>{login}</span>,
    },
    { key: 'title', label: t('accounts.column.title'), width: '20%', render: ({ title }) => title || '–' },
    {
      key: 'posts',
      label: t('accounts.column.posts'),
      width: '32%',
      render: ({ holdings }) =>
        holdings.length === 0 ? (
          t('accounts.noPosts')
        ) : (
          <ul className={classes['posts']}>
            {holdings.map((held) => (
              <li key={held.id}>
                {t(`accounts.post.${held.post}`)}
                <Where words={words.where(held)} />
                {held.standing === 'coming' ? ` (${words.standing(held)})` : null}
              </li>
            ))}
          </ul>
        ),
    },
    { key: 'state', label: t('accounts.column.state'), width: '15%', render: words.state },
  ];
  return <DataTable label={t('accounts.table')} columns={columns} rows={accounts} rowKey={({ id }) => id} />;
}

function Where({ words }: { words: string }) {
  return words === '' ? null : <span className={classes['where']}>{words}</span>;
}
