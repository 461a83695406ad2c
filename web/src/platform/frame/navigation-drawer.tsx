import { Drawer } from '@mantine/core';
import { useText } from '../language.tsx';
import { Navigation } from './navigation.tsx';

/** The navigation where there is no room for it beside the page. */
export function NavigationDrawer({ onClose }: { onClose: () => void }) {
  const t = useText();
  return (
    <Drawer
      opened
      onClose={onClose}
      title={t('app.menu')}
      size={280}
      closeButtonProps={{ 'aria-label': t('app.menu.close') }}
      transitionProps={{ duration: 0 }}
    >
      <Navigation onGo={onClose} />
    </Drawer>
  );
}
