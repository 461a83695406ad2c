import { withdrawTextRelation, type TextPage } from '@mangnon/domain/law/texts.api.ts';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { AskDialog } from '../../platform/ask.dialog.tsx';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { DocumentLink } from '../document-link.tsx';
import { useDocumentWords } from '../document-words.ts';
import classes from '../law.module.css';
import { TrustWords } from '../trust-words.tsx';

type Relation = TextPage['relations'][number];

/** What this text does to others, and what they do to it. */
export function TextRelations({ page }: { page: TextPage }) {
  const t = useText();
  const words = useDocumentWords();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Relation | null>(null);
  const { relations, text, can } = page;
  return (
    <section className={classes['section']} aria-labelledby="quan-he">
      <h2 id="quan-he">{t('law.relations')}</h2>
      {relations.length === 0 ? (
        <p>{t('law.relations.none')}</p>
      ) : (
        <ul className={classes['list']}>
          {relations.map((relation) => (
            <li key={relation.id}>
              <div className={classes['line']}>
                <span>
                  {t(`law.relation.${relation.side}.${relation.kind}`)} <DocumentLink document={relation.text} />{' '}
                  <span className={classes['soft']}>
                    {relation.article ?? ''} {relation.on ? t('law.period.from', { from: formatDay(relation.on) }) : ''}
                  </span>{' '}
                  <TrustWords trust={relation.trust} />
                </span>
                {can.edit ? (
                  <Button size="compact-sm" variant="subtle" onClick={() => setAsked(relation)}>
                    {t('law.relation.withdraw')}
                  </Button>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      )}
      {asked ? (
        <AskDialog
          title={t('law.relation.withdraw')}
          action={t('law.relation.withdraw')}
          danger
          act={() => call(withdrawTextRelation, { params: { textId: text.id, relationId: asked.id } })}
          onDone={() => {
            setAsked(null);
            void queryClient.invalidateQueries({ queryKey: ['law'] });
          }}
          onClose={() => setAsked(null)}
        >
          <p>{t('law.relation.withdraw.what', { name: words.name(asked.text) })}</p>
        </AskDialog>
      ) : null}
    </section>
  );
}
