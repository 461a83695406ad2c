import {
  addChildContact,
  addChildHealth,
  changeChildContact,
  changeChildHealth,
  changeChildIdentity,
} from '@mangnon/domain/children/child-groups.api.ts';
import type { ChildContact, ChildHealth, ChildIdentity } from '@mangnon/domain/children/child-groups.ts';
import type { Child } from '@mangnon/domain/children/children.api.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { CasesOfChild } from '../../cases/list/cases-of-child.tsx';
import { call } from '../../platform/api.ts';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatInstant } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useMay } from '../../platform/session.queries.ts';
import classes from '../children.module.css';
import { childQuery } from '../children.queries.ts';
import { GroupSection } from '../groups/group-section.tsx';
import { useNameText } from '../shown-name.tsx';
import { TransferChild } from './transfer-child.tsx';

const route = getRouteApi('/frame/tre-em/$childId');

/** One child: what this person's post may know, and what it may do. */
export function ChildPage() {
  const t = useText();
  const { childId } = route.useParams();
  const { data, error, refetch } = useQuery(childQuery(childId));
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <output>{t('app.loading', { what: t('children.what.one') })}</output>;
  return <ChildView child={data} />;
}

function ChildView({ child }: { child: Child }) {
  const t = useText();
  const may = useMay();
  const nameText = useNameText();
  const queryClient = useQueryClient();
  const params = { childId: child.id };
  const { identity } = child;
  const name = nameText(identity.state === 'shown' ? { state: 'shown', text: identity.content.name } : identity);
  const take = (next: Child) => queryClient.setQueryData(childQuery(child.id).queryKey, next);
  const can = (act: Child['can'][number]) => child.can.includes(act);
  return (
    <>
      <Crumbs trail={[{ label: t('children.title'), to: '/tre-em' }]} here={name} />
      <PageHeading
        title={name}
        documentTitle={t('children.what.one')}
        state={t(`children.standing.${child.state}`, {
          place: child.place.name,
          province: child.province.name,
          at: formatInstant(child.createdAt),
        })}
        action={can('transfer') ? <TransferChild child={child} name={name} /> : undefined}
      />
      <div className={classes['sections']}>
        <GroupSection
          group="identity"
          id={child.id}
          shown={child.identity}
          canAdd={false}
          canChange={can('changeIdentity')}
          send={(content, seen) =>
            call(changeChildIdentity, { params, body: { seen: seen ?? '', content: content as ChildIdentity } })
          }
          onDone={take}
        />
        <GroupSection
          group="contact"
          id={child.id}
          shown={child.contact}
          canAdd={can('addContact')}
          canChange={can('changeContact')}
          send={(content, seen) =>
            seen === null
              ? call(addChildContact, { params, body: { content: content as ChildContact } })
              : call(changeChildContact, { params, body: { seen, content: content as ChildContact } })
          }
          onDone={take}
        />
        <GroupSection
          group="health"
          id={child.id}
          shown={child.health}
          canAdd={can('addHealth')}
          canChange={can('changeHealth')}
          send={(content, seen) =>
            seen === null
              ? call(addChildHealth, { params, body: { content: content as ChildHealth } })
              : call(changeChildHealth, { params, body: { seen, content: content as ChildHealth } })
          }
          onDone={take}
        />
      </div>
      {may('cases.case.read') ? <CasesOfChild childId={child.id} canOpen={can('openCase')} /> : null}
    </>
  );
}
