/** The front door of the room that alone knows Office. What it exports is typed in our words. */
export { createExcelHost } from './host';
export { whenReady } from './ready';
