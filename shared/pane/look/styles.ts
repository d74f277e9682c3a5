import { makeStyles, shorthands, tokens } from '@fluentui/react-components';

/** What several places of the pane share: rhythm, headings, rows. One place's own look stays in its own file. */
export const useLook = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', minWidth: 0 },
  between: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '8px', minWidth: 0 },
  title: {
    margin: '8px 0 0',
    paddingBottom: '3px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { margin: 0, overflowWrap: 'anywhere' },
  muted: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  card: {
    ...shorthands.border('1px', 'solid', tokens.colorNeutralStroke1),
    borderRadius: tokens.borderRadiusMedium,
    padding: '8px 10px',
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    minWidth: 0,
  },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  grow: { flexGrow: 1, minWidth: 0 },
  small: { minWidth: 'auto', paddingLeft: '10px', paddingRight: '10px', whiteSpace: 'nowrap', flexShrink: 0 },
});
