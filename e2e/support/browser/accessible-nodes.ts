import type { Target } from './target';

/** A node of the accessibility tree. */
export interface AxNode {
  readonly ignored: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly backendDOMNodeId?: number;
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

export type Role =
  'button' | 'combobox' | 'textbox' | 'option' | 'switch' | 'checkbox' | 'link' | 'heading' | 'StaticText' | 'log';

/** All nodes with this role and name, in document order. */
export async function accessibleNodes(target: Target, role: Role, name: RegExp): Promise<readonly AxNode[]> {
  const { nodes } = await target.send<{ nodes: readonly AxNode[] }>('Accessibility.getFullAXTree');
  return nodes.filter((node) => !node.ignored && node.role?.value === role && name.test(node.name?.value ?? ''));
}

export function isEnabled({ properties = [] }: AxNode): boolean {
  return properties.every(({ name, value }) => name !== 'disabled' || value.value !== true);
}
