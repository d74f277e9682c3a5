import { createRoot } from 'react-dom/client';
import { Pane, type PaneProps } from './Pane';

/** Puts the pane in an element of the page; returns what takes it out. */
export function mountPane(element: Element, props: PaneProps): () => void {
  const root = createRoot(element);
  root.render(<Pane {...props} />);
  return () => root.unmount();
}
