import type { z } from 'zod';
import type { VersionEventSchema } from '../api/list-schemas.ts';

/** A new version of a story, or word that too much was missed and lists have to be read anew. */
export type StoryEvent =
  | { readonly kind: 'version'; readonly id: string; readonly data: z.output<typeof VersionEventSchema> }
  | { readonly kind: 'reset' };

/** One message of the stream: its fields by name (WHATWG HTML §9.2.6). Comments have none. */
function fieldsOf(message: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of message.split(/\r\n|\r|\n/)) {
    const [, name = '', value = ''] = /^([^:]+)(?:: ?(.*))?$/.exec(line) ?? [];
    const former = fields.get(name);
    if (name !== '')
      fields.set(name, name === 'data' && former !== undefined ? `${former}\n${value}` : value);
  }
  return fields;
}

function eventOf(message: string): StoryEvent | null {
  const fields = fieldsOf(message);
  const kind = fields.get('event');
  if (kind === 'reset') return { kind };
  if (kind !== 'version') return null;
  return { kind, id: fields.get('id') ?? '', data: JSON.parse(fields.get('data') ?? '') };
}

/** The events of a stream, as they arrive; other kinds and signs of life are passed over. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StoryEvent> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
      const messages = text.split(/\r\n\r\n|\n\n|\r\r/);
      text = messages.pop() ?? '';
      for (const message of messages) {
        const event = eventOf(message);
        if (event !== null) yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
