import { Hono } from 'hono';
import { renderPage } from '../../site/render-page.ts';
import type { SiteSource } from '../../site/site.ts';
import type { ApiDescription, ApiOperation, ApiParameter } from './docs-page.tsx';
import { DocsPage } from './docs-page.tsx';
import type { JsonSchema } from './schema-text.ts';

/** The parts of an OpenAPI 3.1 document that the page shows. */
interface OpenApi {
  readonly info: { readonly description?: string };
  readonly servers?: readonly { readonly url: string }[];
  readonly security?: readonly unknown[];
  readonly paths?: Readonly<Record<string, { readonly get?: Operation }>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, JsonSchema>> };
}

interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly parameters?: readonly ApiParameter[];
  readonly responses?: Readonly<
    Record<
      string,
      {
        readonly description?: string;
        readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>>;
      }
    >
  >;
}

function operationOf(path: string, { tags, summary, parameters, responses }: Operation): ApiOperation {
  return {
    path,
    tag: tags?.[0] ?? 'Other',
    summary: summary ?? '',
    parameters: parameters ?? [],
    responses: Object.entries(responses ?? {}).map(([status, { description, content }]) => ({
      status,
      description: description ?? '',
      schema: Object.values(content ?? {})[0]?.schema ?? null,
    })),
  };
}

function describe(document: OpenApi): ApiDescription {
  const schemas = Object.entries(document.components?.schemas ?? {});
  return {
    paragraphs: (document.info.description ?? '').split('\n\n'),
    server: document.servers?.[0]?.url ?? '',
    hasKeys: (document.security ?? []).length > 0,
    operations: Object.entries(document.paths ?? {}).flatMap(([path, { get }]) =>
      get === undefined ? [] : [operationOf(path, get)],
    ),
    schemas: schemas.filter(([, schema]) => schema.properties !== undefined),
  };
}

/** `/docs`: the description of the API for people, made once from the one for programs. */
export function docsRoutes(document: object, site: SiteSource): Hono {
  const description = describe(document as OpenApi);
  return new Hono().get('/docs', async (c) =>
    c.html(renderPage(<DocsPage site={await site()} api={description} />)),
  );
}
