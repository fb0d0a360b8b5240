import { Component, type ReactNode } from 'react';

interface Props {
  readonly sign: (detail: string) => ReactNode;
  readonly children: ReactNode;
}

/** Shows `sign` in place of what is inside when that throws, so that no page ever turns white without a word. */
export class StopSign extends Component<Props, { readonly detail?: string }> {
  override state: { readonly detail?: string } = {};

  static getDerivedStateFromError(thrown: unknown): { readonly detail: string } {
    return { detail: String(thrown) };
  }

  override render(): ReactNode {
    const { detail } = this.state;
    return detail === undefined ? this.props.children : this.props.sign(detail);
  }
}
