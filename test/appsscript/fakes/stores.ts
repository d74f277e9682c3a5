import { GoogleException } from './execution';
import { strict, type Place } from './strict';

type Properties = GoogleAppsScript.Properties.Properties;

/** Google's limits, in bytes: one value, a whole store, one value of the cache, one of its keys. */
export const MOST_OF_A_VALUE = 9 * 1024;
export const MOST_OF_A_STORE = 500 * 1024;
const MOST_CACHED = 100 * 1024;
const LONGEST_KEY = 250;

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

export function createPropertiesService(place: Place): GoogleAppsScript.Properties.PropertiesService {
  const { document } = place.execution;
  return strict<GoogleAppsScript.Properties.PropertiesService>(place, 'PropertiesService', {
    getDocumentProperties: () => createProperties(place, document.documentProperties),
    getUserProperties: () => createProperties(place, document.userProperties),
  });
}

function createProperties(place: Place, texts: Map<string, string>): Properties {
  /** All or nothing: Google refuses the whole call. */
  function put(entries: readonly (readonly [string, unknown])[]): void {
    const after = new Map(texts);
    for (const [key, value] of entries) {
      const text = String(value);
      if (bytes(text) > MOST_OF_A_VALUE) throw new GoogleException('Argument trop grand : value');
      after.set(key, text);
    }
    const total = [...after].reduce((sum, [key, text]) => sum + bytes(key) + bytes(text), 0);
    if (total > MOST_OF_A_STORE)
      throw new GoogleException(
        'Vous avez dépassé le quota de stockage des propriétés. Veuillez supprimer certaines propriétés et réessayer.',
      );
    for (const [key, text] of after) texts.set(key, text);
  }
  const properties: Properties = strict<Properties>(place, 'Properties', {
    getProperty: (key: string) => texts.get(key) ?? null,
    getProperties: () => Object.fromEntries(texts),
    getKeys: () => [...texts.keys()],
    setProperty(key: string, value: string) {
      put([[key, value]]);
      return properties;
    },
    setProperties(entries: Record<string, string>, deleteAllOthers?: boolean) {
      if (deleteAllOthers === true) texts.clear();
      put(Object.entries(entries));
      return properties;
    },
    deleteProperty(key: string) {
      texts.delete(key);
      return properties;
    },
  });
  return properties;
}

export function createCacheService(place: Place): GoogleAppsScript.Cache.CacheService {
  const { cache: texts } = place.execution.document;
  const cache = strict<GoogleAppsScript.Cache.Cache>(place, 'Cache', {
    get: (key: string) => texts.get(key) ?? null,
    put(key: string, value: string) {
      if (key.length > LONGEST_KEY || bytes(value) > MOST_CACHED)
        throw new GoogleException('Argument trop grand : value');
      texts.set(key, value);
    },
    remove: (key: string) => void texts.delete(key),
  });
  return strict<GoogleAppsScript.Cache.CacheService>(place, 'CacheService', {
    getDocumentCache: () => cache,
  });
}

export function createLockService(place: Place): GoogleAppsScript.Lock.LockService {
  const { execution } = place;
  const { document } = execution;
  const take = (): boolean => {
    if (document.lock !== null && document.lock !== execution.id) return false;
    document.lock = execution.id;
    return true;
  };
  const lock = strict<GoogleAppsScript.Lock.Lock>(place, 'Lock', {
    tryLock: take,
    waitLock() {
      if (!take())
        throw new GoogleException(
          "Le délai d'expiration du verrou est dépassé : un autre processus l'a conservé trop longtemps.",
        );
    },
    hasLock: () => document.lock === execution.id,
    releaseLock() {
      if (execution.pending() > 0) execution.violations.push('releaseLock with writes that were not flushed');
      if (document.lock === execution.id) document.lock = null;
    },
  });
  return strict<GoogleAppsScript.Lock.LockService>(place, 'LockService', { getDocumentLock: () => lock });
}
