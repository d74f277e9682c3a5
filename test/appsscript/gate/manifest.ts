const SCOPES = [
  'https://www.googleapis.com/auth/script.container.ui',
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
];

/** What each key must hold. An Editor add-on has no section of its own: `addOns` would make another kind of add-on. */
const KEYS: Readonly<Record<string, (value: unknown) => boolean>> = {
  timeZone: (value) => value === 'Europe/Paris',
  runtimeVersion: (value) => value === 'V8',
  exceptionLogging: (value) => value === 'STACKDRIVER' || value === 'NONE',
  dependencies: (value) => JSON.stringify(value) === '{}',
  oauthScopes: (value) => Array.isArray(value) && [...(value as unknown[])].sort().join() === SCOPES.join(),
};

/** What is wrong with appsscript.json; clasp pushes it unread. */
export function faultsOfManifest(text: string): string[] {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    return ['manifest: not JSON'];
  }
  if (typeof manifest !== 'object' || manifest === null) return ['manifest: not an object'];
  const given: Record<string, unknown> = { ...manifest };
  return [
    ...Object.keys(given)
      .filter((key) => !(key in KEYS))
      .map((key) => `manifest: ${key} is unknown`),
    ...Object.entries(KEYS)
      .filter(([key, fits]) => !fits(given[key]))
      .map(([key]) => `manifest: ${key}`),
  ];
}
