import { Hono } from 'hono';
import type { SandboxEnv } from '../../env';
import { stamp } from '../../state/workspace';
import { recordOf, textOf } from '../../wire/values';
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
    const field = (name: string): string => payloadField(form, name);
    if (file === null || typeof file === 'string' || field('name') === '') {
      throw invalid({ attachment: ['The attachment field is required.'] });
    }
    const made = stamp(c.get('workspace'));
    const payload = { name: field('name'), path: `attachments/${made.uuid}`, size: field('size'), type: field('type') };
    return c.json(c.get('workspace').attachments.add({ ...made, user_id: c.get('user').id, payload }), 201);
  });
  app.get('/flows/api/attachments/:uuid', (c) => {
    const row = c.get('workspace').attachments.get(c.req.param('uuid'));
    if (row === undefined) throw new Missing();
    return c.json(row);
  });
  return app;
}

/** `payload` comes as JSON (as OpenAPI writes objects in forms) or in brackets (as PHP reads them). */
function payloadField(form: FormData, name: string): string {
  const bracketed = textOf(form.get(`payload[${name}]`));
  if (bracketed !== null) return bracketed;
  const whole: unknown = JSON.parse(textOf(form.get('payload')) ?? '{}');
  return textOf(recordOf(whole)[name]) ?? '';
}
