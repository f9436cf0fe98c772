/** The parts of a JSON Schema (2020-12) that our documents use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly example?: unknown;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly required?: readonly string[];
}

/** One line of what an object holds; `path` as in `counts.articles` or `versions[].at`. */
export interface Field {
  readonly path: string;
  readonly type: readonly TypePart[];
  readonly description: string;
}

/** Words of a type; `ref` names the schema that a word stands for. */
export interface TypePart {
  readonly text: string;
  readonly ref?: string;
}

function nameOf(ref: string): string {
  return ref.split('/').at(-1) ?? ref;
}

/** A type in words: `list of Story`, `text (date-time) or null`. */
export function typeParts(schema: JsonSchema): readonly TypePart[] {
  if (schema.$ref !== undefined) return [{ text: nameOf(schema.$ref), ref: nameOf(schema.$ref) }];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined)
    return choices.flatMap((choice, index) => [
      ...(index === 0 ? [] : [{ text: ' or ' }]),
      ...typeParts(choice),
    ]);
  if (schema.enum !== undefined)
    return [{ text: schema.enum.map((value) => JSON.stringify(value)).join(' | ') }];
  if (schema.items !== undefined) return [{ text: 'list of ' }, ...typeParts(schema.items)];
  const types = [schema.type ?? 'object'].flat();
  const text = types.map((type) => (type === 'string' ? 'text' : type)).join(' or ');
  return [{ text: schema.format === undefined ? text : `${text} (${schema.format})` }];
}

/** Schemas that stand in place of a field: its own, those of its items, its choices. */
function innerObjects(schema: JsonSchema, path: string): readonly (readonly [string, JsonSchema])[] {
  if (schema.items !== undefined) return innerObjects(schema.items, `${path}[]`);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.flatMap((choice) => innerObjects(choice, path));
  return schema.properties === undefined ? [] : [[path, schema]];
}

/** All fields of an object, those of objects within it too; named schemas are told apart and only linked. */
export function fieldsOf(schema: JsonSchema, prefix = ''): readonly Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const own: Field = { path, type: typeParts(field), description: field.description ?? '' };
    return [own, ...innerObjects(field, path).flatMap(([place, inner]) => fieldsOf(inner, place))];
  });
}
