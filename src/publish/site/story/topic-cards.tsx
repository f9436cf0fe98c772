import type { TopicCard } from '../../../core/briefing.ts';
import type { RoleEntry } from '../../../core/ledger.ts';
import { paths } from '../../address.ts';
import { formatDay } from '../../format/time.ts';
import { TopicImage } from '../topic-image.tsx';
import { TopicSource } from '../topic-source.tsx';
import { Section } from './section.tsx';
import { EvidenceLink, Said, StatementPassage } from './statement.tsx';
import type { StoryView } from './story-view.ts';

const TENSES: Readonly<Record<RoleEntry['tense'], string>> = {
  current: '',
  former: 'former ',
  elect: 'elected ',
  acting: 'acting ',
};

/** What the articles call a person, each with its day: nobody holds two roles at once without a date. */
function Roles({ view, roles }: { readonly view: StoryView; readonly roles: readonly RoleEntry[] }) {
  if (roles.length === 0) return null;
  return (
    <ul class="roles">
      {roles.map((role) => {
        const prefix = role.text.toLowerCase().includes(TENSES[role.tense].trim()) ? '' : TENSES[role.tense];
        return (
          <li>
            <EvidenceLink view={view} citation={role.citation}>
              {`${prefix}${role.text}`}
            </EvidenceLink>{' '}
            <span class="facts">as of {formatDay(role.asOf)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Card({
  view,
  card,
  place,
}: {
  readonly view: StoryView;
  readonly card: TopicCard;
  readonly place: string;
}) {
  const roles = view.page.briefing.roles.filter((role) => role.topicId === card.topicId).slice(0, 3);
  return (
    <article class="topic-card">
      <h3>
        <a href={view.site.address.href(paths.topic(card.slug))}>{card.title}</a>
      </h3>
      {card.picture == null ? null : (
        <TopicImage site={view.site} picture={card.picture} title={card.title} />
      )}
      {card.extract === null ? null : (
        <>
          <p>{card.extract}</p>
          <TopicSource topic={card} />
        </>
      )}
      {card.described === null ? null : (
        <>
          <p>
            <Said view={view} statement={card.described} place={place} />
          </p>
          {card.extract === null ? <p class="facts">as the articles describe it</p> : null}
          <StatementPassage view={view} statement={card.described} place={place} />
        </>
      )}
      <Roles view={view} roles={roles} />
    </article>
  );
}

/** Cards of the main people, places and bodies. A card with nothing to say is left out. */
export function TopicCards({ view }: { readonly view: StoryView }) {
  const { sections, thin } = view.page.briefing;
  const cards = sections.topics.filter(({ extract, described }) => extract !== null || described !== null);
  return (
    <Section id="topics" heading="More on these topics" thin={thin.topics} filled={cards.length > 0}>
      <div class="topic-cards wide">
        {cards.map((card, index) => (
          <Card view={view} card={card} place={`topic-${index + 1}`} />
        ))}
      </div>
    </Section>
  );
}
