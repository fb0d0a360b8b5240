import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Deep teal; white has 6.2 : 1 on shade 7 and 4.7 : 1 on shade 6, shade 3 on the dark ground 8.9 : 1. */
const teal: MantineColorsTuple = [
  '#e6f4f4',
  '#cfe6e7',
  '#a2cdd0',
  '#71b2b7',
  '#4a9ba1',
  '#308c93',
  '#1f7f87',
  '#0e6a72',
  '#065a61',
  '#00494f',
];

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  colors: { teal },
  fontFamily:
    'system-ui, -apple-system, "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif',
  headings: { fontWeight: '650' },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  components: {
    Anchor: { defaultProps: { underline: 'always' } },
    Checkbox: { defaultProps: { size: 'sm' } },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': '×' } } },
    Tooltip: { defaultProps: { withArrow: true, multiline: true, events: { hover: true, focus: true, touch: true } } },
  },
});

/** Mantine's own faint text has 3.3 : 1; these have at least 4.5 : 1 on every ground they stand on. */
export const readable: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-orange-text': '#9a4a00',
    '--mantine-color-dimmed': '#585f67',
    '--mantine-color-placeholder': '#6a7179',
    '--mantine-color-error': '#b3261e',
  },
  dark: {
    '--mantine-color-anchor': teal[3],
    '--mantine-primary-color-light-color': teal[2],
    '--mantine-color-teal-light-color': teal[2],
    '--mantine-color-teal-outline': teal[3],
    '--mantine-color-dimmed': '#aab1ba',
    '--mantine-color-placeholder': '#949ca5',
    '--mantine-color-error': '#ff8a80',
  },
});
