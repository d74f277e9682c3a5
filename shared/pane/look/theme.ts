import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

export type ThemeChoice = 'clair' | 'sombre' | 'contraste';

const THEMES: Readonly<Record<ThemeChoice, Theme>> = {
  clair: webLightTheme,
  sombre: webDarkTheme,
  contraste: teamsHighContrastTheme,
};

/** The theme asked for by the host, else the one of the system. */
export function useTheme(choice: ThemeChoice | undefined): Theme {
  const dark = useMedia('(prefers-color-scheme: dark)');
  const contrast = useMedia('(forced-colors: active)') || useMedia('(prefers-contrast: more)');
  return THEMES[choice ?? (contrast ? 'contraste' : dark ? 'sombre' : 'clair')];
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (tell) => {
      const media = mediaOf(query);
      media?.addEventListener('change', tell);
      return () => media?.removeEventListener('change', tell);
    },
    () => mediaOf(query)?.matches === true,
    () => false,
  );
}

const mediaOf = (query: string): MediaQueryList | null =>
  typeof window.matchMedia === 'function' ? window.matchMedia(query) : null;
