import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Gravite } from '../../lint';

/** Each severity has its shape and its word; the colour only repeats them. */
const SHAPES: Readonly<Record<Gravite, { readonly path: string; readonly mot: string; readonly mots: string }>> = {
  erreur: {
    path: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1ZM5.3 4.2 8 6.9l2.7-2.7 1.1 1.1L9.1 8l2.7 2.7-1.1 1.1L8 9.1l-2.7 2.7-1.1-1.1L6.9 8 4.2 5.3Z',
    mot: 'erreur',
    mots: 'erreurs',
  },
  avertissement: {
    path: 'M8 1.2 15.6 14.5H.4ZM7.2 5.8v4.4h1.6V5.8ZM7.2 11.3v1.6h1.6v-1.6Z',
    mot: 'avertissement',
    mots: 'avert.',
  },
  info: {
    path: 'M2 1h12a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H2a1 1 0 0 1-1-1V2a1 1 0 0 1 1-1ZM7.2 3.6v1.7h1.6V3.6ZM7.2 6.8v5.6h1.6V6.8Z',
    mot: 'info',
    mots: 'infos',
  },
};

const useStyles = makeStyles({
  icon: {
    width: '14px',
    height: '14px',
    flexShrink: 0,
    display: 'block',
    // With the colours that the system forces, the shape is drawn as the words beside it.
    '@media (forced-colors: active)': { color: 'inherit' },
  },
  erreur: { color: tokens.colorStatusDangerForeground1 },
  avertissement: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorBrandForeground1 },
});

export const graviteMot = (gravite: Gravite): string => SHAPES[gravite].mot;
/** "13 erreurs", short enough for three of them in 300 px. */
export const graviteMots = (gravite: Gravite, count: number): string =>
  count < 2 && gravite !== 'avertissement' ? SHAPES[gravite].mot : SHAPES[gravite].mots;

export function GraviteIcon({ gravite }: { readonly gravite: Gravite }): ReactElement {
  const styles = useStyles();
  return (
    <svg className={mergeClasses(styles.icon, styles[gravite])} viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[gravite].path} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}
