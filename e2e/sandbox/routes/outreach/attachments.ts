import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import { stamp } from '../../state/workspace';
import { recordOf, textOf } from '../../wire/values';
import { queriedPage } from '../list-page';
import { invalid, Missing, Problem } from '../../wire/problem';

/** Files for messages: multipart up, metadata down (docs/getsales-api.md#conversation). */
export function attachmentRoutes(): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();

  app.post('/flows/api/attachments', async (c) => {
    const type = c.req.header('content-type') ?? '';
    if (!type.startsWith('multipart/form-data')) {
      throw new Problem(
        415,
        'unsupported_media_type',
        'Only multipart/form-data is accepted.',
        'Unsupported Media Type',
      );
    }
    // The body has been read for the log, so the form is parsed from its bytes.
    const form = await new Response(await c.req.arrayBuffer(), { headers: { 'content-type': type } }).formData();
    const file = form.get('attachment');
    if (file === null || typeof file === 'string') {
      throw invalid({ attachment: ['The attachment field is required.'] });
    }
    // One client sends the file alone.
    const field = (name: string, ofFile: string): string => payloadField(form, name) || ofFile;
    const made = stamp(c.get('workspace'));
    const payload = {
      name: field('name', file.name),
      path: `attachments/${made.uuid}`,
      size: field('size', String(file.size)),
      type: field('type', file.type),
    };
    return c.json(c.get('workspace').attachments.add({ ...made, user_id: c.get('user').id, payload }), 201);
  });
  // Another client reads and deletes them at the second place.
  for (const place of ['/flows/api/attachments', '/leads/api/attachments']) {
    app.get(place, (c) => c.json(queriedPage(c, c.get('workspace').attachments.all(), {})));
    app.get(`${place}/:uuid`, (c) => {
      const row = c.get('workspace').attachments.get(c.req.param('uuid'));
      if (row === undefined) throw new Missing();
      return c.json(row);
    });
    app.delete(`${place}/:uuid`, (c) => {
      if (!c.get('workspace').attachments.remove(c.req.param('uuid'))) throw new Missing();
      return c.body(null, 204);
    });
  }
  return app;
}

/** `payload` comes as JSON (as OpenAPI writes objects in forms) or in brackets (as PHP reads them). */
function payloadField(form: FormData, name: string): string {
  const bracketed = textOf(form.get(`payload[${name}]`));
  if (bracketed !== null) return bracketed;
  const whole: unknown = JSON.parse(textOf(form.get('payload')) ?? '{}');
  return textOf(recordOf(whole)[name]) ?? '';
}
