import { Kbd, Modal, Table } from '@mantine/core';
import { useEffect, useState } from 'react';
import { isTyping, useAllKeyHelp } from '../key-help.ts';
import { useText } from '../language.tsx';

/** Listens for `?` and `/` everywhere, and shows the keys of the page that stands. */
export function KeyHelpDialog({ opened, onChange }: { opened: boolean; onChange: (opened: boolean) => void }) {
  const t = useText();
  const ofPage = useAllKeyHelp();
  const [hasSearch, setHasSearch] = useState(false);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const search = document.querySelector<HTMLInputElement>('input[data-search]');
      if (event.key === '?') {
        event.preventDefault();
        setHasSearch(search !== null);
        onChange(true);
      } else if (event.key === '/' && search) {
        event.preventDefault();
        search.focus();
        search.select();
      }
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onChange]);

  const rows = [
    ...ofPage,
    ...(hasSearch ? [{ keys: '/', does: t('app.keys.search') }] : []),
    { keys: 'Tab', does: t('app.keys.main') },
    { keys: 'Esc', does: t('app.keys.escape') },
    { keys: '?', does: t('app.keys.help') },
  ];
  return (
    <Modal
      opened={opened}
      onClose={() => onChange(false)}
      title={t('app.keys.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
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
