import { Component, type ReactNode } from 'react';
import { NBSP } from '../text';

interface Props {
  readonly children: ReactNode;
  readonly hote: string;
  readonly version: string;
}

interface State {
  readonly detail: string | null;
}

/** Never a blank pane: when drawing itself fails, plain elements say so. Fluent may be what failed, so it is not used here. */
export class Defect extends Component<Props, State> {
  override state: State = { detail: null };

  static getDerivedStateFromError(error: unknown): State {
    return { detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }

  override render(): ReactNode {
    const { detail } = this.state;
    if (detail === null) return this.props.children;
    const text = `Annexe ${this.props.version}\nHôte : ${this.props.hote}\n${detail}`;
    return (
      <main style={{ padding: 12, fontFamily: 'sans-serif' }}>
        <div role="alert">
          <h1 style={{ fontSize: '1em' }}>Erreur interne{NBSP}: le volet n’a pas pu s’afficher.</h1>
          <p>La feuille n’a pas été modifiée. Copiez le diagnostic et transmettez-le, puis rouvrez le volet.</p>
        </div>
        <button type="button" onClick={() => void navigator.clipboard.writeText(text)}>
          Copier le diagnostic
        </button>{' '}
        <button type="button" onClick={() => this.setState({ detail: null })}>
          Recommencer
        </button>
      </main>
    );
  }
}
