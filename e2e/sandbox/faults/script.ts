import type { KeyHolder } from '../access/keys';
import type { FaultEffect, FaultRule } from './rule';

export interface FaultHandle {
  readonly id: number;
  /** How many requests it has applied to. */
  readonly hits: () => number;
  readonly remove: () => void;
}

/** The scripted faults of a sandbox. The oldest matching rule that is not used up applies. */
export interface FaultScript {
  readonly add: (rule: FaultRule) => FaultHandle;
  readonly clear: () => void;
  /** The effect for this request, which counts as a use; null when none applies. */
  readonly take: (method: string, path: string, holder: KeyHolder | null) => FaultEffect | null;
}

interface Entry {
  readonly rule: FaultRule;
  readonly pattern: RegExp;
  seen: number;
  hits: number;
}

export function createFaultScript(): FaultScript {
  const entries = new Map<number, Entry>();
  let nextId = 1;
  return {
    add(rule) {
      const id = nextId;
      nextId += 1;
      const entry: Entry = { rule, pattern: patternOf(rule.path), seen: 0, hits: 0 };
      entries.set(id, entry);
      return { id, hits: () => entry.hits, remove: () => void entries.delete(id) };
    },
    clear: () => entries.clear(),
    take(method, path, holder) {
      for (const entry of entries.values()) {
        const { rule } = entry;
        if (rule.method !== undefined && rule.method.toUpperCase() !== method) continue;
        if (!entry.pattern.test(path) || !isFrom(rule.where ?? {}, holder)) continue;
        entry.seen += 1;
        if (entry.seen <= (rule.skip ?? 0) || entry.hits >= (rule.times ?? Infinity)) continue;
        entry.hits += 1;
        return rule.effect;
      }
      return null;
    },
  };
}

function isFrom({ workspace, keyName }: NonNullable<FaultRule['where']>, holder: KeyHolder | null): boolean {
  if (workspace !== undefined && workspace !== holder?.team.workspace) return false;
  return keyName === undefined || keyName === holder?.name;
}

function patternOf(path: string): RegExp {
  const source = path
    .split('**')
    .map((part) => part.split('*').map(escaped).join('[^/]*'))
    .join('.*');
  return new RegExp(`^${source}$`);
}

function escaped(text: string): string {
  return text.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
}
