import * as z from 'zod/mini';
import { UUID_PATTERN } from '@/lib/domain/ids';

const ApiPath = z.string().brand<'ApiPath'>();
/** A path of GetSales' API, written in `lib/getsales/resources` (docs/getsales-api.md#endpoints). */
export type ApiPath = z.infer<typeof ApiPath>;

/** The only way to make a path: every slot must be a UUID. Anything else there is a bug and must not end up in a URL. */
export function apiPath(parts: TemplateStringsArray, ...ids: readonly string[]): ApiPath {
  if (!ids.every((id) => UUID_PATTERN.test(id))) throw new TypeError('not a UUID in a path');
  return ApiPath.parse(String.raw({ raw: parts }, ...ids));
}
