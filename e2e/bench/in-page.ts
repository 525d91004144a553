export { readPage } from '@/lib/linkedin/testing/read-page';
