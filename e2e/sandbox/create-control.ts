import { DOCUMENTED_RATE, type AccessState } from './access';
import type { Clock } from './clock';
import type { ContractBook } from './contract/book';
import type { Control } from './control';
import type { FaultBook } from './faults/book';
import type { RequestLog } from './request-log';
import { USUAL_TIMING, type MessageTiming } from './state/messages';
import type { WorkspaceName } from './state/team';
import type { Workspace } from './state/workspace';
import { createWorkspaceControl } from './workspace-control';

export interface ControlParts {
  readonly clock: Clock;
  readonly access: AccessState;
  readonly timing: MessageTiming;
  readonly log: RequestLog;
  readonly faults: FaultBook;
  readonly contract: ContractBook | null;
  readonly workspace: (name: WorkspaceName) => Workspace;
  readonly reseed: () => void;
}

export function createControl(parts: ControlParts): Control {
  const { clock, access, timing, log, faults, contract } = parts;
  const controls = {
    acme: createWorkspaceControl(() => parts.workspace('acme')),
    labs: createWorkspaceControl(() => parts.workspace('labs')),
  };
  return {
    ...controls.acme,
    workspace: (name) => controls[name],
    reset() {
      clock.reset();
      access.revoked.clear();
      access.perMinute = DOCUMENTED_RATE;
      Object.assign(timing, USUAL_TIMING);
      faults.clear();
      log.clear();
      contract?.clear();
      parts.reseed();
    },
    requests: log.all,
    clearRequests: log.clear,
    fault: faults.add,
    clearFaults: faults.clear,
    advance: clock.advance,
    setRateLimit(perMinute) {
      access.perMinute = perMinute;
    },
    setMessageTiming: (wanted) => void Object.assign(timing, wanted),
    revokeKey: (name = 'main') => void access.revoked.add(name),
    restoreKey: (name = 'main') => void access.revoked.delete(name),
    violations: () => contract?.violations() ?? [],
  };
}
