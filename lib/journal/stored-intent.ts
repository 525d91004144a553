import type { Intent } from '@/lib/domain/intent';

/** An intent as it lies on disk, with what the indexes need beside it. */
export interface StoredIntent {
  readonly id: string;
  readonly createdAt: string;
  readonly stateName: Intent['state']['name'];
  readonly intent: Intent;
}

export function toStored(intent: Intent): StoredIntent {
  return { id: intent.id, createdAt: intent.createdAt, stateName: intent.state.name, intent };
}
