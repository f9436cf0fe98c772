/** The part of Python's expressions in which the Universal Feed Parser's cases state what they expect. */
export type Literal =
  | string
  | number
  | boolean
  | null
  | readonly Literal[]
  | { readonly [key: string]: Literal };

export type Expression =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  /** `a == b == c`: each operator stands between two neighbours. */
  | { readonly kind: 'compare'; readonly sides: readonly Expression[]; readonly operators: readonly string[] }
  /** `entries[0]['title']` and `entries[0].title` are the same path: `entries`, 0, `title`. */
  | { readonly kind: 'path'; readonly steps: readonly (string | number)[] }
  | { readonly kind: 'call'; readonly of: Expression; readonly args: readonly Expression[] }
  | { readonly kind: 'literal'; readonly value: Literal };

const TOKEN =
  /\s*(?:(?:[uUrRbB]{0,2})("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(==|!=|<=|>=|[-+<>()[\]{}.,:]))/y;

interface Token {
  readonly kind: 'string' | 'number' | 'name' | 'sign';
  readonly text: string;
}

/** Parses one expression. Null for what is outside of the part that occurs. */
export function parseExpression(source: string): Expression | null {
  const tokens = tokensOf(source.trim());
  if (tokens === null) return null;
  const parser = new Parser(tokens);
  try {
    const expression = parser.or();
    return parser.isAtEnd() ? expression : null;
  } catch (error) {
    if (error instanceof UnknownForm) return null;
    throw error;
  }
}

function tokensOf(source: string): Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const match = TOKEN.exec(source);
    if (match === null) return null;
    const [, string, number, name, sign] = match;
    if (string !== undefined) tokens.push({ kind: 'string', text: unquote(string) });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
  }
  return tokens;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };

function unquote(quoted: string): string {
  const length = /^(?:"""|''')/.test(quoted) ? 3 : 1;
  return quoted
    .slice(length, -length)
    .replace(
      /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|([\s\S]))/gi,
      (whole, two?: string, four?: string, eight?: string, other?: string) => {
        const code = two ?? four ?? eight;
        if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
        if (other === undefined) return whole;
        return ESCAPES[other] ?? (/['"\\]/.test(other) ? other : whole);
      },
    );
}

class UnknownForm extends Error {}

/** Recursive descent over Python's precedence: or, and, not, comparison, sum, postfix, atom. */
class Parser {
  private at = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  or(): Expression {
    const parts = [this.and()];
    while (this.take('or')) parts.push(this.and());
    return parts.length === 1 ? (parts[0] as Expression) : { kind: 'or', parts };
  }

  private and(): Expression {
    const parts = [this.not()];
    while (this.take('and')) parts.push(this.not());
    return parts.length === 1 ? (parts[0] as Expression) : { kind: 'and', parts };
  }

  private not(): Expression {
    return this.take('not') ? { kind: 'not', of: this.not() } : this.comparison();
  }

  private comparison(): Expression {
    const sides = [this.sum()];
    const operators: string[] = [];
    for (let operator = this.operator(); operator !== null; operator = this.operator()) {
      operators.push(operator);
      sides.push(this.sum());
    }
    return operators.length === 0 ? (sides[0] as Expression) : { kind: 'compare', sides, operators };
  }

  private operator(): string | null {
    for (const sign of ['==', '!=', '<', '>', '<=', '>=']) if (this.take(sign)) return sign;
    if (this.take('in')) return 'in';
    if (this.take('is')) return this.take('not') ? '!=' : '==';
    if (this.peek(1) === 'in' && this.take('not') && this.take('in')) return 'not in';
    return null;
  }

  private sum(): Expression {
    let left = this.postfix();
    while (this.take('+')) {
      const right = this.postfix();
      if (left.kind !== 'literal' || right.kind !== 'literal') throw new UnknownForm();
      left = { kind: 'literal', value: `${String(left.value)}${String(right.value)}` };
    }
    return left;
  }

  private postfix(): Expression {
    let base = this.atom();
    for (;;) {
      if (base.kind === 'path' && this.take('.')) base = stepInto(base, this.next('name').text);
      else if (base.kind === 'path' && this.take('[')) {
        const index = this.sum();
        this.expect(']');
        if (index.kind !== 'literal' || (typeof index.value !== 'string' && typeof index.value !== 'number'))
          throw new UnknownForm();
        base = stepInto(base, index.value);
      } else if (this.take('(')) base = { kind: 'call', of: base, args: this.list(')') };
      else return base;
    }
  }

  private atom(): Expression {
    if (this.take('-')) {
      return { kind: 'literal', value: -Number(this.next('number').text) };
    }
    if (this.take('(')) {
      const isTuple = this.tupleAhead();
      const items = this.list(')');
      if (!isTuple && items.length === 1) return items[0] as Expression;
      return { kind: 'literal', value: items.map(literalOf) };
    }
    if (this.take('[')) return { kind: 'literal', value: this.list(']').map(literalOf) };
    if (this.take('{')) return { kind: 'literal', value: this.dictionary() };
    const token = this.tokens[this.at++];
    if (token?.kind === 'string') return { kind: 'literal', value: this.joined(token.text) };
    if (token?.kind === 'number') return { kind: 'literal', value: Number(token.text) };
    if (token?.kind !== 'name') throw new UnknownForm();
    if (token.text in CONSTANTS) return { kind: 'literal', value: CONSTANTS[token.text] ?? null };
    return { kind: 'path', steps: [token.text] };
  }

  /** Neighbouring string literals are one string. */
  private joined(first: string): string {
    let text = first;
    while (this.tokens[this.at]?.kind === 'string') text += this.tokens[this.at++]?.text ?? '';
    return text;
  }

  private list(close: string): Expression[] {
    const items: Expression[] = [];
    while (!this.take(close)) {
      items.push(this.or());
      if (!this.take(',')) {
        this.expect(close);
        break;
      }
    }
    return items;
  }

  private dictionary(): Literal {
    const entries: [string, Literal][] = [];
    while (!this.take('}')) {
      const key = String(literalOf(this.or()));
      this.expect(':');
      entries.push([key, literalOf(this.or())]);
      this.take(',');
    }
    return Object.fromEntries(entries);
  }

  /** A bracket holds a tuple when a comma stands at its own level. */
  private tupleAhead(): boolean {
    let depth = 0;
    for (let at = this.at; at < this.tokens.length; at++) {
      const { kind, text } = this.tokens[at] as Token;
      if (kind !== 'sign') continue;
      if ('([{'.includes(text)) depth++;
      else if (')]}'.includes(text) && depth-- === 0) return false;
      else if (text === ',' && depth === 0) return true;
    }
    return false;
  }

  private peek(ahead: number): string | undefined {
    const token = this.tokens[this.at + ahead];
    return token?.kind === 'string' ? undefined : token?.text;
  }

  private take(text: string): boolean {
    if (this.peek(0) !== text) return false;
    this.at++;
    return true;
  }

  private expect(text: string): void {
    if (!this.take(text)) throw new UnknownForm();
  }

  private next(kind: Token['kind']): Token {
    const token = this.tokens[this.at++];
    if (token?.kind !== kind) throw new UnknownForm();
    return token;
  }
}

const CONSTANTS: Readonly<Record<string, Literal>> = { True: true, False: false, None: null };

function stepInto(path: Extract<Expression, { kind: 'path' }>, step: string | number): Expression {
  return { kind: 'path', steps: [...path.steps, step] };
}

function literalOf(expression: Expression): Literal {
  if (expression.kind !== 'literal') throw new UnknownForm();
  return expression.value;
}
