import type { HostTool } from '../../../shared/sheet';
import { convertTool } from './convert';
import { highlightTools } from './highlight';
import { listTools, type Listes } from './lists';
import { startupTools } from './startup';

/** The commands that Excel alone has, as they apply now. */
export function createTools(listes: Listes): () => Promise<readonly HostTool[]> {
  return async () => {
    const [highlight, lists, startup] = await Promise.all([highlightTools(), listTools(listes), startupTools()]);
    return [...highlight, ...lists, convertTool, ...startup];
  };
}
