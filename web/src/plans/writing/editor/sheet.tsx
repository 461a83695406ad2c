import type { OfficialDocument } from '@mangnon/domain/kernel/document/official-document.ts';
import {
  motto,
  nation,
  printIssuer,
  printNumber,
  printPlaceAndDate,
  printRecipients,
  recipientsHead,
} from '@mangnon/domain/kernel/document/printed-parts.ts';
import { composeDocument, coverOf } from '@mangnon/domain/plans/writing/compose-document.ts';
import { listRow } from '@mangnon/domain/plans/writing/item-order.ts';
import type { ManuscriptItem } from '@mangnon/domain/plans/writing/manuscript-item.ts';
import { useText } from '../../../platform/language.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { AddPart } from './add-part.tsx';
import classes from './editor.module.css';
import { PartRow } from './part-row.tsx';

/** The plan as it will be printed, each part in its place, to be written in. */
export function Sheet({ items }: { items: readonly ManuscriptItem[] }) {
  const t = useText();
  const { manuscript } = useDesk();
  const document = composeDocument(items, manuscript);
  const missing = new Set(manuscript.missing.map(({ itemId }) => itemId));
  const cover = coverOf(items);
  return (
    <section className={classes['sheet']} aria-label={t('writing.sheet')}>
      <Head document={document} />
      {manuscript.can.edit ? (
        <ul className={classes['parts']}>
          <PartRow item={cover} blocks={[]} missing={missing.has(cover.id)} before={undefined} behind={undefined} />
        </ul>
      ) : null}
      <Row items={listRow(items, 'basis')} document={document} missing={missing} label={t('writing.bases')} />
      <p>{document.opening}</p>
      {manuscript.changes.length > 0 ? <p>{t('writing.changes', { changes: manuscript.changes.join('; ') })}</p> : null}
      <Row items={listRow(items, 'body')} document={document} missing={missing} label={t('writing.body')} />
      {manuscript.can.edit ? <AddPart items={items} /> : null}
      <End document={document} />
    </section>
  );
}

function Row({
  items,
  document,
  missing,
  label,
}: {
  items: readonly ManuscriptItem[];
  document: OfficialDocument;
  missing: ReadonlySet<string | null>;
  label: string;
}) {
  if (items.length === 0) return null;
  return (
    <ul className={classes['parts']} aria-label={label}>
      {items.map((item, at) => (
        <PartRow
          key={item.id}
          item={item}
          blocks={document.body.filter(({ id }) => id === item.id)}
          missing={missing.has(item.id)}
          before={at === 0 ? undefined : (items[at - 2]?.id ?? null)}
          behind={items[at + 1]?.id}
        />
      ))}
    </ul>
  );
}

function Head({ document }: { document: OfficialDocument }) {
  return (
    <>
      <div className={classes['head']}>
        <div>
          {document.parentBody === null ? null : <p>{document.parentBody.toUpperCase()}</p>}
          {printIssuer(document.issuer).map((line) => (
            <p key={line} className={classes['strong']}>
              {line}
            </p>
          ))}
          <p>{printNumber(document)}</p>
        </div>
        <div>
          <p className={classes['strong']}>{nation}</p>
          <p className={classes['strong']}>{motto}</p>
          <p>
            <em>{printPlaceAndDate(document)}</em>
          </p>
        </div>
      </div>
      <div className={classes['title']}>
        <p>{document.kind}</p>
        <p>{document.summary}</p>
      </div>
    </>
  );
}

function End({ document }: { document: OfficialDocument }) {
  return (
    <div className={classes['end']}>
      <div>
        <p className={classes['strong']}>
          <em>{recipientsHead}</em>
        </p>
        {printRecipients(document.recipients).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div>
        {document.authority.map((line) => (
          <p key={line} className={classes['strong']}>
            {line.toUpperCase()}
          </p>
        ))}
        <p className={classes['strong']}>{document.signer}</p>
      </div>
    </div>
  );
}
