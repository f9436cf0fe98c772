import type { Difference, Statement } from '../../../core/briefing.ts';
import type { ArticleCard, StoryPage } from '../../../core/library.ts';
import { formatMoment } from '../../format/time.ts';
import { webLink } from '../../format/web-link.ts';
import { counted } from '../../format/words.ts';
import { GROUP_TITLES } from '../briefing-text.ts';

/** A story's page as a chapter: its statements with the numbers of the articles behind them, listed at its end. */
interface Chapter {
  readonly page: StoryPage;
  /** Number of an article in the chapter's list, from 1. */
  readonly numbers: ReadonlyMap<string, number>;
}

function Sources({ chapter, statement }: { readonly chapter: Chapter; readonly statement: Statement }) {
  const numbers = [
    ...new Set(statement.citations.flatMap(({ articleId }) => chapter.numbers.get(articleId) ?? [])),
  ];
  return (
    <sup>
      {numbers.map((number, index) => (
        <>
          {index === 0 ? '' : ' '}
          <a href={`#source-${number}`}>{String(number)}</a>
        </>
      ))}
    </sup>
  );
}

function Said({ chapter, statement }: { readonly chapter: Chapter; readonly statement: Statement }) {
  return (
    <>
      {statement.text}
      {statement.by === null ? '' : ` (${statement.by.name})`}{' '}
      <Sources chapter={chapter} statement={statement} />
    </>
  );
}

function Statements({ chapter, list }: { readonly chapter: Chapter; readonly list: readonly Statement[] }) {
  return (
    <>
      {list.map((statement) => (
        <p>
          <Said chapter={chapter} statement={statement} />
        </p>
      ))}
    </>
  );
}

function Section({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: string | undefined;
  readonly children?: unknown;
}) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
      {note === undefined ? null : <p class="thin">{note}</p>}
    </section>
  );
}

function Differences({ chapter, list }: { readonly chapter: Chapter; readonly list: readonly Difference[] }) {
  return (
    <>
      {list.map(({ what, sides }) => (
        <>
          <h3>They differ on {what}</h3>
          <ul>
            {sides.map(({ label, statement }) => (
              <li>
                <strong>{label}:</strong> <Said chapter={chapter} statement={statement} />
              </li>
            ))}
          </ul>
        </>
      ))}
    </>
  );
}

function Background({ chapter }: { readonly chapter: Chapter }) {
  const { briefing } = chapter.page;
  const { behindTheHeadline, howWeGotHere, commonQuestions } = briefing.sections;
  const { thin } = briefing;
  return (
    <>
      {behindTheHeadline.length === 0 && thin.behindTheHeadline === undefined ? null : (
        <Section title="What’s behind the headline?" note={thin.behindTheHeadline}>
          {behindTheHeadline.map(({ group, statements }) => (
            <>
              <h3>{GROUP_TITLES[group]}</h3>
              <Statements chapter={chapter} list={statements} />
            </>
          ))}
        </Section>
      )}
      {howWeGotHere.length === 0 ? null : (
        <Section title="How we got here" note={thin.howWeGotHere}>
          <ul>
            {howWeGotHere.map(({ date, statement }) => (
              <li>
                <strong>{date}</strong> <Said chapter={chapter} statement={statement} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {commonQuestions.length === 0 ? null : (
        <Section title="Common questions" note={thin.commonQuestions}>
          {commonQuestions.map(({ question, answer }) => (
            <>
              <h3>{question}</h3>
              {answer.length === 0 ? (
                <p>The sources do not say.</p>
              ) : (
                <Statements chapter={chapter} list={answer} />
              )}
            </>
          ))}
        </Section>
      )}
    </>
  );
}

function Source({ article, number }: { readonly article: ArticleCard; readonly number: number }) {
  const link = webLink(article.url);
  return (
    <li id={`source-${number}`}>
      {article.outlet.name}: {link === null ? article.title : <a href={link}>{article.title}</a>},{' '}
      {formatMoment(article.publishedAt, article.datePrecision)}
      {article.originName === null ? '' : ` (text of ${article.originName})`}
    </li>
  );
}

/** The body of a story's chapter. */
export function StoryChapter({ page }: { readonly page: StoryPage }) {
  const articles = page.articles.map(({ article }) => article);
  const numbers = new Map(articles.map(({ id }, index) => [id, index + 1]));
  const chapter: Chapter = { page, numbers };
  const { headline, counts, asOf, sections, thin } = page.briefing;
  const { agreement, differences } = sections.papersSay;
  return (
    <>
      <h1>{headline}</h1>
      <p class="facts">
        {counted(counts.independentOutlets, 'independent outlet')}, {counted(counts.articles, 'article')}, as
        of {formatMoment(asOf)}
      </p>
      <Section title="What’s happened" note={thin.whatHappened}>
        <Statements chapter={chapter} list={sections.whatHappened} />
      </Section>
      <Background chapter={chapter} />
      {agreement.length + differences.length === 0 && thin.papersSay === undefined ? null : (
        <Section title="What the papers say" note={thin.papersSay}>
          <Statements chapter={chapter} list={agreement} />
          <Differences chapter={chapter} list={differences} />
        </Section>
      )}
      <Section title="The articles">
        <ol>
          {articles.map((article, index) => (
            <Source article={article} number={index + 1} />
          ))}
        </ol>
      </Section>
    </>
  );
}
