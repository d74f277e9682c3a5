import { join } from 'node:path';
import { existsSync, readFileSync } from 'node:fs';

/** What a manifest is checked against: the files that are served beside it, and what the project says. */
export interface Surroundings {
  /** The bytes of a file under the manifest's address, by its path from there ("assets/icon-16.png"); null when there is none. */
  file(path: string): Uint8Array | null;
  /** package.json's. */
  readonly version: string;
  /** Names that the built code associates with the ribbon. */
  readonly actions: readonly string[];
  /** Where the files are served from, without a last slash. */
  readonly address: string;
}

/** The requirement sets below which the add-in is not to be shown: Office LTSC 2021 and later have them. */
const SETS = ['CustomFunctionsRuntime 1.3', 'ExcelApi 1.14', 'SharedRuntime 1.1'];
const LONGEST = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250 };
/** Which kind of resource an element may refer to. */
const KINDS: Readonly<Record<string, string>> = {
  Runtime: 'bt:Urls',
  SourceLocation: 'bt:Urls',
  FunctionFile: 'bt:Urls',
  LearnMoreUrl: 'bt:Urls',
  'bt:Image': 'bt:Images',
  Namespace: 'bt:ShortStrings',
  Label: 'bt:ShortStrings',
  Title: 'bt:ShortStrings',
};
const DESCRIPTIONS = 'bt:LongStrings';

/** The order that Office imposes. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  VersionOverrides: ['Requirements', 'Hosts', 'Resources'],
  'VersionOverrides>Hosts>Host': ['Runtimes', 'AllFormFactors', 'DesktopFormFactor'],
  AllFormFactors: ['ExtensionPoint'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};

/** Every fault of a manifest, in words; none when it is right. */
export function checkManifest(xml: string, around: Surroundings): string[] {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const broken = document.querySelector('parsererror');
  if (broken) return [`not XML: ${broken.textContent ?? ''}`];
  const all = [...document.getElementsByTagName('*')];
  return [
    ...ordered(all),
    ...resources(all),
    ...oneRuntime(all),
    ...icons(all, around),
    ...addresses(all, around),
    ...actions(all, around),
    ...identity(document, around),
  ];
}

const named = (all: readonly Element[], name: string): Element[] => all.filter(({ tagName }) => tagName === name);
const valueOf = (element: Element): string => element.getAttribute('DefaultValue') ?? element.textContent ?? '';

function pathOf(element: Element): string[] {
  const parent = element.parentElement;
  return parent === null ? [element.tagName] : [...pathOf(parent), element.tagName];
}

function ordered(all: readonly Element[]): string[] {
  return all.flatMap((element) => {
    const path = pathOf(element).join('>');
    const key = Object.keys(ORDERS).find((end) => path === end || path.endsWith(`>${end}`));
    const order = key === undefined ? undefined : ORDERS[key];
    if (order === undefined) return [];
    const children = [...element.children].map(({ tagName }) => tagName);
    const wanted = order.filter((name) => children.includes(name));
    return children.join() === wanted.join() ? [] : [`${path}: ${children.join(', ')} instead of ${wanted.join(', ')}`];
  });
}

function resources(all: readonly Element[]): string[] {
  const kinds = new Map<string, string>();
  const faults: string[] = [];
  for (const element of all.filter((one) => one.parentElement?.parentElement?.tagName === 'Resources')) {
    const id = element.getAttribute('id') ?? '';
    const kind = element.parentElement?.tagName ?? '';
    if (kinds.has(id)) faults.push(`${id} stands twice`);
    if (id === '' || id.length > 32) faults.push(`the id "${id}" has not 1 to 32 characters`);
    kinds.set(id, kind);
    const most = Object.entries(LONGEST).find(([name]) => name === kind)?.[1] ?? Infinity;
    if (valueOf(element).length > most) faults.push(`${id} is longer than ${most}`);
    if (valueOf(element).trim() === '') faults.push(`${id} says nothing`);
  }
  const used = new Set<string>();
  for (const element of all.filter((one) => one.hasAttribute('resid'))) {
    const id = element.getAttribute('resid') ?? '';
    used.add(id);
    const wanted = element.tagName === 'Description' ? DESCRIPTIONS : KINDS[element.tagName];
    const found = kinds.get(id);
    if (found === undefined) faults.push(`${element.tagName} refers to ${id}, which does not exist`);
    else if (found !== wanted)
      faults.push(`${element.tagName} refers to ${id}, of ${found} instead of ${wanted ?? '?'}`);
  }
  return [...faults, ...[...kinds.keys()].filter((id) => !used.has(id)).map((id) => `${id} is used by nothing`)];
}

/** One page for the pane, the commands and the functions: with two resids, or a TaskpaneId, Office loads two without a word. */
function oneRuntime(all: readonly Element[]): string[] {
  const [runtime] = named(all, 'Runtime');
  const resid = runtime?.getAttribute('resid') ?? '';
  const faults = runtime?.getAttribute('lifetime') === 'long' ? [] : ['the runtime is not long-lived'];
  const pages = [
    ...named(all, 'Page').flatMap((page) => [...page.children]),
    ...named(all, 'FunctionFile'),
    ...named(all, 'Action').flatMap((action) =>
      [...action.children].filter(({ tagName }) => tagName === 'SourceLocation'),
    ),
  ];
  if (pages.length < 3) faults.push('a page, a function file or a pane is missing');
  faults.push(
    ...pages
      .filter((page) => page.getAttribute('resid') !== resid)
      .map((page) => `${pathOf(page).slice(-2).join('>')} is not the page of the runtime`),
  );
  return [...faults, ...named(all, 'TaskpaneId').map(() => 'a TaskpaneId makes a second page')];
}

/** Width and height of a PNG; null for anything else. */
function sizeOf(bytes: Uint8Array | null): string | null {
  const head = bytes && Buffer.from(bytes);
  if (!head || head.subarray(1, 4).toString('latin1') !== 'PNG') return null;
  return `${head.readUInt32BE(16)}×${head.readUInt32BE(20)}`;
}

function icons(all: readonly Element[], { file, address }: Surroundings): string[] {
  const images = new Map(named(all, 'bt:Image').map((image) => [image.getAttribute('id') ?? '', valueOf(image)]));
  const asked = [
    ...named(all, 'bt:Image')
      .filter((image) => image.hasAttribute('size'))
      .map((image) => ({
        url: images.get(image.getAttribute('resid') ?? '') ?? '',
        size: image.getAttribute('size') ?? '',
      })),
    ...named(all, 'IconUrl').map((icon) => ({ url: valueOf(icon), size: '32' })),
    ...named(all, 'HighResolutionIconUrl').map((icon) => ({ url: valueOf(icon), size: '64' })),
  ];
  const wrong = asked.flatMap(({ url, size }) => {
    const found = sizeOf(file(url.replace(`${address}/`, '')));
    return found === `${size}×${size}` ? [] : [`${url} is no PNG of ${size} pixels (${found ?? 'none'})`];
  });
  const sizes = named(all, 'Icon').flatMap((icon) => {
    const has = [...icon.children].map((image) => image.getAttribute('size')).join();
    return has === '16,32,80' ? [] : [`an icon has the sizes ${has}`];
  });
  return [...new Set([...wrong, ...sizes])];
}

/** Every address is HTTPS, of the one origin, and of a file that is there. */
function addresses(all: readonly Element[], { file, address }: Surroundings): string[] {
  const urls = all.map(valueOf).filter((value) => /^\w+:\/\//.test(value));
  return [...new Set(urls)].flatMap((url) => {
    if (!url.startsWith(`${address}/`) || !url.startsWith('https://')) return [`${url} is not under ${address}`];
    return file(url.slice(address.length + 1)) === null ? [`nothing stands at ${url}`] : [];
  });
}

function actions(all: readonly Element[], around: Surroundings): string[] {
  const asked = named(all, 'FunctionName').map(({ textContent }) => textContent ?? '');
  return [
    ...asked.filter((name) => !around.actions.includes(name)).map((name) => `nobody carries out ${name}`),
    ...around.actions.filter((name) => !asked.includes(name)).map((name) => `no button asks for ${name}`),
  ];
}

function identity(document: Document, { version }: Surroundings): string[] {
  const textOf = (name: string): string => document.getElementsByTagName(name)[0]?.textContent ?? '';
  const faults: string[] = [];
  if (textOf('Version') !== `${version}.0`) faults.push(`version ${textOf('Version')} instead of ${version}.0`);
  if (!/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(textOf('Id')))
    faults.push('the Id is no GUID');
  if (textOf('DefaultLocale') !== 'fr-FR') faults.push('the language is not French');
  const demands = [...document.getElementsByTagName('Requirements')];
  if (demands.length !== 2) faults.push('the requirements stand not twice, for old hosts and for new ones');
  for (const element of demands) {
    const sets = [...element.querySelectorAll('[MinVersion]')].map(
      (set) => `${set.getAttribute('Name') ?? ''} ${set.getAttribute('MinVersion') ?? ''}`,
    );
    if (sets.sort().join() !== SETS.join()) faults.push(`requires ${sets.join(', ')} instead of ${SETS.join(', ')}`);
  }
  return faults;
}

/** The files of a folder, as a web server would hand them over. */
export function folderOf(folder: string): Surroundings['file'] {
  return (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : null);
}
