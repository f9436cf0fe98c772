/** Pieces of markup that break documents in the ways feeds are broken. */
const PIECES = [
  ...[
    '<',
    '>',
    '&',
    '"',
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '<?',
    '\0',
    '\u0085',
    '\ufffd',
    '&#0;',
    '&#xD800;',
  ],
  ...[
    '<item>',
    '</item>',
    '<entry>',
    '</entry>',
    '<title>',
    '</title>',
    '<link href="',
    '<content mode="base64">',
  ],
  ...[
    '</channel>',
    '<!DOCTYPE x [<!ENTITY a "&a;">]>',
    ' xml:base="http://[',
    ' xml:lang=""',
    '__proto__',
    '{',
    '[',
    '}',
  ],
].map((piece) => Buffer.from(piece));

/** One document with one to eight changes; now and then a stretch of it hundreds of times. The same numbers make the same document. */
export function mutated(documents: readonly Buffer[], random: () => number): Buffer {
  let now = pick(documents, random);
  const changes = 1 + Math.floor(random() * 8);
  for (let change = 0; change < changes; change++) {
    const [start, end] = stretch(now, random);
    const kind = Math.floor(random() * 6);
    if (kind === 0) now = now.subarray(0, start);
    else
      now = Buffer.concat([
        now.subarray(0, start),
        put(kind, now.subarray(start, end), documents, random),
        now.subarray(end),
      ]);
  }
  return now;
}

const LONGEST_REPEATED = 100_000;

function put(kind: number, old: Buffer, documents: readonly Buffer[], random: () => number): Buffer {
  if (kind === 1) return Buffer.alloc(0);
  if (kind === 2) return pick(PIECES, random);
  if (kind === 3)
    return Buffer.from(
      Array.from({ length: 1 + Math.floor(random() * 8) }, () => Math.floor(random() * 256)),
    );
  if (kind === 4) {
    const times = random() < 0.05 ? 500 : 2;
    return Buffer.concat(Array.from({ length: times }, () => old)).subarray(0, LONGEST_REPEATED);
  }
  const other = pick(documents, random);
  return other.subarray(...stretch(other, random));
}

function stretch(bytes: Buffer, random: () => number): [number, number] {
  const start = Math.floor(random() * (bytes.length + 1));
  return [start, start + Math.floor(random() * Math.min(200, bytes.length - start))];
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)] as Item;
}
