import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../platform/error-notice.tsx';

/** Lies over the page, with no way round it, until the person answers by one of its buttons. */
export function ToldDialog(props: { title: string; error: Error | null; children: ReactNode }) {
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={props.title}
    >
      {props.error ? <ErrorNotice error={props.error} /> : null}
      {props.children}
    </Modal>
  );
}
