import { Button } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';
import type { HostTool } from '../../sheet';
import { useLook } from '../look/styles';
import { usePane } from '../paneContext';

/** The commands that this host alone has, each with what it does and, once done, what was done. */
export function HostTools(): ReactElement | null {
  const { state, hote } = usePane();
  const look = useLook();
  if (state.outils.length === 0) return null;
  return (
    <>
      <h2 className={look.title}>Dans {hote}</h2>
      <ul className={look.list}>
        {state.outils.map((tool) => (
          <Command key={tool.id} tool={tool} />
        ))}
      </ul>
      {state.fait !== null && <p className={look.text}>{state.fait.texte}</p>}
    </>
  );
}

function Command({ tool }: { readonly tool: HostTool }): ReactElement {
  const { commands } = usePane();
  const look = useLook();
  const help = useId();
  return (
    <li className={look.column} style={{ padding: '4px 0' }}>
      <div className={look.row}>
        <Button size="small" aria-describedby={help} onClick={() => void commands.runTool(tool)}>
          {tool.label}
        </Button>
      </div>
      <span id={help} className={look.muted}>
        {tool.help}
      </span>
    </li>
  );
}
