/**
 * Whether this page runs in Excel. Never answers when Microsoft's library is there but Excel is not: the page itself has a message
 * for that (`surveiller`). When the library did not load at all, nothing called `Office` exists.
 */
export function whenReady(): Promise<boolean> {
  if (typeof Office === 'undefined') return new Promise(() => undefined);
  return new Promise((resolve) => {
    void Office.onReady(({ host }) => resolve(host === Office.HostType.Excel));
  });
}
