import { Button } from '@mantine/core';
import { useState } from 'react';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { useMay } from '../../platform/session.queries.ts';
import { BreakGlassDialog } from './break-glass.dialog.tsx';

/** The address names a case this person does not reach. Some posts may open it in need, before many eyes. */
export function OutsideCase({ caseId, error }: { caseId: string; error: unknown }) {
  const t = useText();
  const may = useMay();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Crumbs trail={[{ label: t('cases.title'), to: '/ho-so' }]} here={t('cases.what.one')} />
      <PageHeading title={t('glass.outside')} />
      <ErrorNotice error={error} />
      {may('cases.glass.break') ? (
        <>
          <p>{t('glass.outside.text')}</p>
          <Button color="red.9" onClick={() => setOpen(true)}>
            {t('glass.break')}
          </Button>
        </>
      ) : null}
      {open ? <BreakGlassDialog caseId={caseId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
