export { readPage } from '@/lib/linkedin/read/read-page';
