export { readPage } from '@/lib/linkedin/read-page';
