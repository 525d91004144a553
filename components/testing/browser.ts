import { freshStorage } from '@/e2e/support/extension-storage';
import { memoryLocks } from '@/e2e/support/memory-locks';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { freshChrome, installChrome } from './chrome';
import { dialogs } from './dialogs';
import { layout } from './layout';
import { settleAfterActions } from './settled';
import { pressesAreUntrusted } from './trusted';

installChrome();
dialogs();
layout();
settleAfterActions();
Object.defineProperty(navigator, 'locks', { value: memoryLocks(), configurable: true });

beforeEach(() => {
  freshStorage();
  freshChrome();
});
afterEach(() => {
  cleanup();
  pressesAreUntrusted();
  vi.useRealTimers();
});
