import type { Thread, ThreadItem } from '@mangnon/domain/law/thread.api.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { DocumentLink } from '../document-link.tsx';
import { useDocumentWords } from '../document-words.ts';
import { threadQuery } from '../law.queries.ts';
import classes from '../law.module.css';
import { arrangeThread } from './arrange-thread.ts';
import own from './thread.module.css';

const route = getRouteApi('/frame/mach/$itemId');

/** From a sentence up to the law and down to what makes it concrete; every step is a link both ways. */
export function ThreadPage() {
  const t = useText();
  const { itemId } = route.useParams();
  const thread = useQuery(threadQuery(itemId));
  return (
    <>
      <PageHeading title={t('law.thread.title')} state={t('law.thread.state')} />
      {thread.error ? <ErrorNotice error={thread.error} onRetry={() => void thread.refetch()} /> : null}
      {thread.data ? <ThreadView key={itemId} thread={thread.data} /> : null}
    </>
  );
}

function ThreadView({ thread }: { thread: Thread }) {
  const t = useText();
  const words = useDocumentWords();
  const { trail, levels } = arrangeThread(thread);
  const alone = thread.items.length === 1;
  return (
    <>
      {trail.length > 0 ? (
        <nav aria-label={t('law.thread.documents')} className={own['trail']}>
          <ol>
            {trail.map((step) => (
              <li key={step.map(({ id }) => id).join(' ')}>
                {step.map((document) => (
                  <span key={document.id}>
                    <DocumentLink document={document} /> {document.placeName ? `(${document.placeName})` : null}
                  </span>
                ))}
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <ol className={own['thread']}>
        {levels.map(({ step, groups }) => (
          <li key={step} data-step={Math.sign(step)}>
            <h2>{t(step < 0 ? 'law.thread.above' : step > 0 ? 'law.thread.below' : 'law.thread.here')}</h2>
            {groups.map(({ document, items }) => (
              <section key={document.id} aria-label={words.name(document)}>
                <p className={classes['soft']}>
                  {document.placeName ? `${document.placeName} · ` : null}
                  <DocumentLink document={document} />
                </p>
                <ul className={classes['list']}>
                  {items.map((item) => (
                    <li key={item.id}>
                      <Sentence item={item} here={item.id === thread.itemId} planId={document.planId} />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </li>
        ))}
      </ol>
      {thread.more > 0 ? <p>{t('law.more', { count: thread.more })}</p> : null}
      {alone ? <p className={classes['finding']}>{t('law.thread.alone')}</p> : null}
    </>
  );
}

function Sentence({ item, here, planId }: { item: ThreadItem; here: boolean; planId: string | null }) {
  const t = useText();
  return (
    <>
      {here ? (
        <strong aria-current="true">{item.words}</strong>
      ) : (
        <PageLink to="/mach/$itemId" params={{ itemId: item.id }}>
          {item.words}
        </PageLink>
      )}{' '}
      <span className={classes['soft']}>
        {item.article ?? ''}
        {here && item.is === 'task' && planId ? (
          <>
            {' '}
            <PageLink to="/ke-hoach/$planId" params={{ planId }}>
              {t('law.thread.plan')}
            </PageLink>
          </>
        ) : null}
      </span>
    </>
  );
}
