import { describe, expect, it } from 'vitest';
import { parseExpression } from './python-expression.ts';

const path = (...steps: (string | number)[]) => ({ kind: 'path', steps });
const literal = (value: unknown) => ({ kind: 'literal', value });

describe('expectations as Python writes them', () => {
  it.each([
    ["feed['a']", path('feed', 'a')],
    ['entries[0].a', path('entries', 0, 'a')],
    ["'a' 'b'", literal('ab')],
    ["u'\\u00e9\\x41\\n\\''", literal("éA\n'")],
    ['"""it\'s"""', literal("it's")],
    ["'a' + '-' + 'b'", literal('a-b')],
    ['(1, -2)', literal([1, -2])],
    ['(1,)', literal([1])],
    ['(1)', literal(1)],
    ["{'a': 1, 'b': None}", literal({ a: 1, b: null })],
    ["a == 'x'", { kind: 'compare', sides: [path('a'), literal('x')], operators: ['=='] }],
    ['a == b == 1', { kind: 'compare', sides: [path('a'), path('b'), literal(1)], operators: ['==', '=='] }],
    ['a is not None', { kind: 'compare', sides: [path('a'), literal(null)], operators: ['!='] }],
    ["'k' not in a", { kind: 'compare', sides: [literal('k'), path('a')], operators: ['not in'] }],
    ['not a and b', { kind: 'and', parts: [{ kind: 'not', of: path('a') }, path('b')] }],
    ['a and b or c', { kind: 'or', parts: [{ kind: 'and', parts: [path('a'), path('b')] }, path('c')] }],
    ["a.has_key('k')", { kind: 'call', of: path('a', 'has_key'), args: [literal('k')] }],
  ])('reads %s', (source, expected) => expect(parseExpression(source)).toEqual(expected));

  it.each(['', 'a ==', "'open", 'a[b]', 'lambda x: x', 'a b', 'f(1'])('leaves %j alone', (source) =>
    expect(parseExpression(source)).toBeNull(),
  );
});
