import type { Plan } from '@mangnon/domain/plans/plans.api.ts';
import { Modal } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import { DocumentLegend } from '../document/document-legend.tsx';
import { DocumentPane } from '../document/document-pane.tsx';
import type { DocumentPaneHandle } from '../document/document-pane.tsx';
import { useText } from '../../platform/language.tsx';
import { listHighlights } from './plan-source.tsx';
import classes from './plan.module.css';

interface Props {
  readonly plan: Plan;
  readonly activeId: string | null;
  readonly onChoose: (factId: string) => void;
}

/** The document beside the facts, where there is room for both. */
export function PlanDocument({ plan, activeId, onChoose }: Props) {
  const pane = useRef<DocumentPaneHandle>(null);
  const highlights = useMemo(() => listHighlights(plan), [plan]);
  const kinds = useMemo(() => [...new Set(highlights.map(({ kind }) => kind))], [highlights]);

  useEffect(() => {
    const chosen = highlights.find(({ id }) => id === activeId);
    if (chosen) pane.current?.scrollToSpan(chosen.span);
  }, [activeId, highlights]);

  return (
    <div className={classes['document']}>
      <DocumentLegend kinds={kinds} />
      <DocumentPane
        ref={pane}
        text={plan.text}
        layout={plan.layout}
        highlights={highlights}
        activeId={activeId}
        onChoose={onChoose}
      />
    </div>
  );
}

/** The document over the facts, where there is not; closing it comes back to the same place. */
export function PlanDocumentSheet({ opened, onClose, ...rest }: Props & { opened: boolean; onClose: () => void }) {
  const t = useText();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      fullScreen
      title={t('plan.document.title')}
      closeButtonProps={{ 'aria-label': t('plan.document.close') }}
      classNames={{ content: classes['sheetContent'] ?? '', body: classes['sheetBody'] ?? '' }}
    >
      <PlanDocument {...rest} />
    </Modal>
  );
}
