import { Kbd, Modal, Table } from '@mantine/core';
import { useState } from 'react';
import { useAllKeyHelp } from '../key-help.ts';
import { useText } from '../language.tsx';
import { findSearchBox } from './use-frame-keys.ts';

/** The keys of the page that stands, and those that hold everywhere. */
export function KeyHelpDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const ofPage = useAllKeyHelp();
  const [hasSearch] = useState(() => findSearchBox() !== null);
  const rows = [
    ...ofPage,
    ...(hasSearch ? [{ keys: '/', does: t('app.keys.search') }] : []),
    { keys: 'Tab', does: t('app.keys.main') },
    { keys: 'Esc', does: t('app.keys.escape') },
    { keys: '?', does: t('app.keys.help') },
  ];
  return (
    <Modal opened onClose={onClose} title={t('app.keys.title')} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('app.keys.key')}</Table.Th>
            <Table.Th scope="col">{t('app.keys.does')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={`${row.keys} ${row.does}`}>
              <Table.Td>
                <Kbd>{row.keys}</Kbd>
              </Table.Td>
              <Table.Td>{row.does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
