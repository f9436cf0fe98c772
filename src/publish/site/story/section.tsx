import type { Child } from 'hono/jsx';

/**
 * A section of the story page. Without content and without a note it is left out altogether: no heading ever stands
 * over nothing.
 */
export function Section({
  id,
  heading,
  thin,
  filled,
  form,
  margin,
  children,
}: {
  readonly id: string;
  readonly heading: string;
  /** What the reader is told when there is little behind the section. */
  readonly thin?: string | undefined;
  readonly filled: boolean;
  /** Whose words it is in, where a model may have written it. */
  readonly form?: Child;
  /** Goes beside the text where the window is wide enough, after it elsewhere. */
  readonly margin?: Child;
  readonly children?: Child;
}) {
  if (!filled && thin === undefined) return null;
  return (
    <section class="part" id={id} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{heading}</h2>
      <div class="part-text">
        {filled ? (form ?? null) : null}
        {filled ? children : null}
        {thin === undefined ? null : <p class="thin">{thin}</p>}
      </div>
      {margin === undefined ? null : <div class="part-margin">{margin}</div>}
    </section>
  );
}
