import type { OfficesPage } from '@mangnon/domain/agencies/offices.api.ts';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { useAgencyWords } from '../agency-words.ts';
import classes from '../agencies.module.css';
import { AddButton, RecordButtons, useActColumn } from '../edit/edit-buttons.tsx';
import type { CommitteeOfPlace } from '../record-kinds.ts';
import { pickShown } from '../shown-records.ts';
import { StandingWords } from '../standing-words.tsx';

type Member = CommitteeOfPlace['members'][number];

/** Ban chỉ đạo, ban điều hành: by what decision, under what rules, and who sits there. */
export function Committees({ page, history }: { page: OfficesPage; history: boolean }) {
  const t = useText();
  const shown = pickShown(page.committees, history);
  return (
    <section className={classes['section']} aria-labelledby="ban">
      <div className={classes['head']}>
        <h2 id="ban">{t('committees.title')}</h2>
        <AddButton kind="committee" fixed={{ placeId: page.place.id }} />
      </div>
      {shown.length === 0 ? <p className={classes['soft']}>{t('committees.none')}</p> : null}
      {shown.map((committee) => (
        <Committee key={committee.id} committee={committee} history={history} />
      ))}
    </section>
  );
}

function Committee({ committee, history }: { committee: CommitteeOfPlace; history: boolean }) {
  const t = useText();
  const words = useAgencyWords();
  const members = pickShown(committee.members, history);
  const columns: readonly Column<Member>[] = [
    { key: 'name', label: t('record.member.name'), heads: true, render: ({ name }) => name },
    { key: 'role', label: t('record.member.role'), render: ({ role }) => t(`record.member.role.${role}`) },
    { key: 'position', label: t('record.member.position'), render: ({ position }) => position },
    { key: 'period', label: t('register.column.period'), render: (member) => <StandingWords record={member} /> },
    ...useActColumn<Member>((member) => <RecordButtons record={member} name={member.name} />),
  ];
  return (
    <div className={classes['committee']}>
      <div className={classes['head']}>
        <h3>{committee.name}</h3>
        <div className={classes['acts']}>
          {committee.standing === 'withdrawn' ? null : (
            <AddButton kind="member" fixed={{ committeeId: committee.id }} />
          )}
          <RecordButtons record={committee} name={committee.name} />
        </div>
      </div>
      <p>
        {t('committees.founded', {
          type: t(`record.committee.type.${committee.type}`),
          number: committee.decisionNumber,
          day: formatDay(committee.decidedOn),
          by: committee.decidedBy,
        })}{' '}
        {committee.rulesNumber === null
          ? t('committees.rules.none')
          : t(committee.rulesOn === null ? 'committees.rules' : 'committees.rules.on', {
              number: committee.rulesNumber,
              day: committee.rulesOn === null ? '' : formatDay(committee.rulesOn),
            })}{' '}
        {t('committees.period', { period: words.period(committee) })}{' '}
        {committee.standing === 'stands' ? null : <strong>{words.standing(committee.standing)}</strong>}
      </p>
      {members.length === 0 ? (
        <p className={classes['soft']}>{t('committees.members.none')}</p>
      ) : (
        <DataTable
          label={t('committees.members', { name: committee.name })}
          columns={columns}
          rows={members}
          rowKey={({ id }) => id}
        />
      )}
    </div>
  );
}
