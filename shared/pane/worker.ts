/** What the worker of a host imports: the check alone, without React. The host's own entry is one call of this. */
export { serveChecks, type WorkerScope } from './checker/serve';
