/** Who may import whom: the table of the house, as data. The compiler, the checker and the tests all read this one. */

export interface Room {
  readonly folder: string;
  /** Folders it may import from, besides itself. */
  readonly imports: readonly string[];
  /** npm packages and Node modules; a trailing * takes the rest. */
  readonly packages?: readonly string[];
  /** The issue that will create the folder. To be struck out when the folder is there. */
  readonly planned?: string;
}

export const CORE: readonly Room[] = [
  { folder: 'shared/text', imports: [] },
  { folder: 'shared/sheet', imports: ['shared/text'] },
  { folder: 'shared/referential', imports: ['shared/text'] },
  { folder: 'shared/annexe', imports: ['shared/sheet', 'shared/text'] },
  { folder: 'shared/lint', imports: ['shared/annexe', 'shared/referential', 'shared/sheet', 'shared/text'] },
  { folder: 'shared/rules', imports: ['shared/lint', 'shared/annexe', 'shared/referential', 'shared/text'] },
  { folder: 'shared/pairing', imports: ['shared/annexe', 'shared/referential', 'shared/text'] },
  { folder: 'shared/coverage', imports: ['shared/annexe', 'shared/referential', 'shared/text'] },
  {
    folder: 'shared/formulas',
    imports: [
      'shared/coverage',
      'shared/pairing',
      'shared/rules',
      'shared/lint',
      'shared/annexe',
      'shared/referential',
      'shared/sheet',
      'shared/text',
    ],
  },
  { folder: 'shared/exchange', imports: ['shared/annexe', 'shared/sheet', 'shared/text'], packages: ['fflate'] },
];

export const SHELLS: readonly Room[] = [
  {
    folder: 'shared/pane',
    imports: CORE.map((room) => room.folder),
    packages: ['react', 'react-dom', '@fluentui/*'],
  },
  { folder: 'addin/functions', imports: CORE.map((room) => room.folder) },
  {
    folder: 'addin/excel',
    imports: ['addin/functions', ...CORE.map((room) => room.folder)],
    packages: ['@microsoft/office-js-helpers'],
  },
  {
    folder: 'addin/taskpane',
    imports: ['addin', 'shared', 'seeds'],
    packages: ['react', 'react-dom', '@fluentui/*'],
  },
  {
    folder: 'appsscript',
    imports: ['shared', 'seeds'],
    packages: ['react', 'react-dom', '@fluentui/*'],
  },
  { folder: 'local/cli', imports: ['shared', 'seeds'], packages: ['node:*'] },
  {
    folder: 'local/dev',
    imports: ['shared', 'seeds', 'local', 'addin/functions'],
    packages: ['node:*', 'typescript', 'prettier'],
  },
  {
    folder: 'local/page',
    imports: ['shared', 'seeds'],
    packages: ['react', 'react-dom', '@fluentui/*', '@univerjs/*'],
  },
];

export const ROOMS: readonly Room[] = [...CORE, ...SHELLS];
