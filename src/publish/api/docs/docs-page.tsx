import { Layout } from '../../site/layout.tsx';
import type { Site } from '../../site/site.ts';
import { fieldsOf, type JsonSchema, type TypePart, typeParts } from './schema-text.ts';

export interface ApiParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: JsonSchema;
}

export interface ApiOperation {
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly parameters: readonly ApiParameter[];
  readonly responses: readonly {
    readonly status: string;
    readonly description: string;
    readonly schema: JsonSchema | null;
  }[];
}

/** A description of the API, as the page shows it. */
export interface ApiDescription {
  readonly paragraphs: readonly string[];
  readonly server: string;
  readonly hasKeys: boolean;
  readonly operations: readonly ApiOperation[];
  readonly schemas: readonly (readonly [name: string, schema: JsonSchema])[];
}

function anchorOf({ path }: ApiOperation): string {
  return `get${path.replace(/[{}]/g, '').replaceAll('/', '-')}`;
}

/** Text in which `such words` are code. */
function Prose({ text }: { readonly text: string }) {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>;
}

function Type({ parts }: { readonly parts: readonly TypePart[] }) {
  return (
    <>{parts.map(({ text, ref }) => (ref === undefined ? text : <a href={`#schema-${ref}`}>{text}</a>))}</>
  );
}

function Parameters({ parameters }: { readonly parameters: readonly ApiParameter[] }) {
  if (parameters.length === 0) return null;
  return (
    <dl class="parameters">
      {parameters.map(({ name, required, schema = {}, description }) => (
        <div>
          <dt>
            <code>{name}</code>
            {required ? <span class="needed">needed</span> : null}
          </dt>
          <dd>
            <span class="type">
              <Type parts={typeParts(schema)} />
              {schema.default === undefined ? '' : `, else ${JSON.stringify(schema.default)}`}
            </span>{' '}
            <Prose text={description ?? schema.description ?? ''} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Operation({ operation, server }: { readonly operation: ApiOperation; readonly server: string }) {
  const { path, summary, parameters, responses } = operation;
  const canBeTried = !path.includes('{') && !parameters.some(({ required }) => required);
  const success = responses.find(({ status }) => status === '200');
  const others = responses.filter(({ status }) => status !== '200').map(({ status }) => status);
  return (
    <section class="operation" id={anchorOf(operation)}>
      <h3>
        <span class="method">GET</span>{' '}
        <code>{canBeTried ? <a href={`${server}${path}`}>{path}</a> : path}</code>
      </h3>
      <p>{summary}</p>
      <Parameters parameters={parameters} />
      <p class="facts">
        Gives {success?.schema ? <Type parts={typeParts(success.schema)} /> : null}. Problems:{' '}
        {others.join(', ')}
      </p>
    </section>
  );
}

function Schema({ name, schema }: { readonly name: string; readonly schema: JsonSchema }) {
  return (
    <section class="schema" id={`schema-${name}`}>
      <h3>{name}</h3>
      <section class="scroll" aria-label={`Fields of ${name}`} tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Type</th>
              <th scope="col">What it is</th>
            </tr>
          </thead>
          <tbody>
            {fieldsOf(schema).map(({ path, type, description }) => (
              <tr>
                <th scope="row">
                  <code>{path}</code>
                </th>
                <td>
                  <Type parts={type} />
                </td>
                <td>
                  <Prose text={description} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** The API as a page: what can be asked, and what the answers hold. Made from the same document that programs read. */
export function DocsPage({ site, api }: { readonly site: Site; readonly api: ApiDescription }) {
  const tags = Map.groupBy(api.operations, ({ tag }) => tag);
  const description = 'What the API of this site gives, and how to ask for it';
  return (
    <Layout
      site={site}
      title="API"
      description={description}
      path="/api/v1/docs"
      style={site.assets.reference}
    >
      <div class="reference">
        <header class="page-head">
          <h1>API</h1>
          {api.paragraphs.map((paragraph) => (
            <p class="summary">
              <Prose text={paragraph} />
            </p>
          ))}
          <pre>
            <code>{`curl ${api.hasKeys ? '-H "Authorization: Bearer KEY" ' : ''}${api.server}/stories?limit=5`}</code>
          </pre>
          <p class="facts">
            For programs: <a href={site.address.href('/api/v1/openapi.json')}>OpenAPI 3.1</a>. For TypeScript:{' '}
            <code>import {'{ createClient }'} from 'variorum/client'</code>.
          </p>
        </header>
        <nav aria-label="Parts of the API">
          <ul class="plain-row">
            {[...tags.keys(), 'Schemas'].map((tag) => (
              <li>
                <a href={`#${tag.toLowerCase()}`}>{tag}</a>
              </li>
            ))}
          </ul>
        </nav>
        {[...tags].map(([tag, operations]) => (
          <section id={tag.toLowerCase()}>
            <h2>{tag}</h2>
            {operations.map((operation) => (
              <Operation operation={operation} server={api.server} />
            ))}
          </section>
        ))}
        <section id="schemas">
          <h2>Schemas</h2>
          {api.schemas.map(([name, schema]) => (
            <Schema name={name} schema={schema} />
          ))}
        </section>
      </div>
    </Layout>
  );
}
