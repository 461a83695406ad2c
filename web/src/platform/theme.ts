import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

/** Bamboo green: shade 7 on white has a contrast of 7.9, shade 8 on shade 0 of 8.8. */
const bamboo: MantineColorsTuple = [
  '#eef6f0',
  '#dcebe0',
  '#bbd8c3',
  '#95c2a2',
  '#6ea981',
  '#478c60',
  '#2f7549',
  '#1f5c3a',
  '#194b2f',
  '#123822',
];

export const theme = createTheme({
  primaryColor: 'bamboo',
  primaryShade: 7,
  colors: { bamboo },
  white: '#ffffff',
  black: '#1b2420',
  fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
  headings: {
    fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  fontWeights: { regular: '400', medium: '600', bold: '600' },
  // By name, not by component: what a page does not show must not come with the first one.
  components: {
    Button: { defaultProps: { size: 'sm' } },
    // A link is as large as the words around it.
    Anchor: { defaultProps: { underline: 'always', inherit: true } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    // The heading of a dialog is no second heading of the page.
    ModalHeader: { defaultProps: { role: 'none' } },
    DrawerHeader: { defaultProps: { role: 'none' } },
    ModalTitle: { defaultProps: { fw: 600 } },
    Modal: { defaultProps: { centered: false, transitionProps: { duration: 0 } } },
  },
});

/** Mantine's own greys fall short of a contrast of 4.5 in hints, placeholders and errors. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-dimmed': '#4d5952',
    '--mantine-color-placeholder': '#5c6861',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': '#1f5c3a',
  },
  light: {
    '--mantine-color-dimmed': '#4d5952',
    '--mantine-color-placeholder': '#5c6861',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': '#1f5c3a',
    '--mantine-color-default-border': '#87928b',
  },
  dark: {},
});
