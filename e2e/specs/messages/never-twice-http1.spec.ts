import { test } from '../../support/browser/fixtures';
import { testSentOnce } from './sent-once';

test.use({ protocol: 'http/1.1' });

testSentOnce('1.1');
