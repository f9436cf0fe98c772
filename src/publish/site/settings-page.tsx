import { SECTIONS } from '../../core/section.ts';
import { SECTION_NAMES } from '../format/section-names.ts';
import { Bookmarklet } from './bookmarklet.tsx';
import { KEYS, KeyList, PASSAGE_KEYS } from './key-sheet.tsx';
import { Layout } from './layout.tsx';
import type { Site } from './site.ts';

interface Choice {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

/** Settings with one value out of a few; values as in `assets/script/reader-state.js`, the first is the default. */
const CHOICES: readonly Choice[] = [
  {
    name: 'theme',
    label: 'Theme',
    options: [
      ['auto', 'as the system'],
      ['light', 'light'],
      ['dark', 'dark'],
    ],
  },
  {
    name: 'size',
    label: 'Text size',
    options: [
      ['small', 'small'],
      ['normal', 'normal'],
      ['large', 'large'],
      ['larger', 'larger'],
    ],
  },
  {
    name: 'width',
    label: 'Width of the text',
    options: [
      ['narrow', 'narrow'],
      ['normal', 'normal'],
      ['wide', 'wide'],
    ],
  },
  {
    name: 'form',
    label: 'Stories that a language model has written too',
    options: [
      ['site', 'as the site has them'],
      ['extracted', 'in the words of the articles'],
      ['written', 'as the model wrote them'],
    ],
  },
  {
    name: 'mute',
    label: 'Muted stories are',
    options: [
      ['hide', 'hidden'],
      ['blur', 'blurred, with the reason'],
    ],
  },
  {
    name: 'keys',
    label: 'Single keys',
    options: [
      ['on', 'on'],
      ['off', 'off'],
    ],
  },
];

/** Sections of a story page by their ids, in the order of the page. */
const STORY_SECTIONS: readonly (readonly [id: string, label: string])[] = [
  ['happened', 'What’s happened'],
  ['behind', 'What’s behind the headline?'],
  ['papers', 'What the papers say'],
  ['before', 'How we got here'],
  ['deeper', 'Go deeper'],
  ['topics', 'More on these topics'],
  ['articles', 'The articles'],
];

const FRONT_SECTIONS: readonly (readonly [id: string, label: string])[] = [
  ...SECTIONS.map((section) => [section, SECTION_NAMES[section]] as const),
  ['other', 'More stories'],
];

function Choices() {
  return (
    <form id="settings">
      {CHOICES.map(({ name, label, options }) => (
        <fieldset class="choice">
          <legend>{label}</legend>
          {options.map(([value, words]) => (
            <label>
              <input type="radio" name={name} value={value} disabled /> {words}
            </label>
          ))}
        </fieldset>
      ))}
    </form>
  );
}

function Removable({
  id,
  heading,
  empty,
}: {
  readonly id: string;
  readonly heading: string;
  readonly empty: string;
}) {
  return (
    <div class="removable">
      <h3>{heading}</h3>
      <p class="facts empty">{empty}</p>
      <ul id={id}></ul>
    </div>
  );
}

function Order({
  name,
  heading,
  sections,
}: {
  readonly name: string;
  readonly heading: string;
  readonly sections: readonly (readonly [id: string, label: string])[];
}) {
  return (
    <div class="removable">
      <h3>{heading}</h3>
      <ol data-order={name}>
        {sections.map(([id, label]) => (
          <li data-id={id}>{label}</li>
        ))}
      </ol>
    </div>
  );
}

/** What a reader may set. All of it is kept in the browser; the page itself is the same for everybody. */
export function SettingsPage({ site }: { readonly site: Site }) {
  return (
    <Layout site={site} title="Settings" path="/settings" indexed={false}>
      <div class="single settings">
        <h1>Settings</h1>
        <p>
          All of this is kept in this browser and sent nowhere; there are no cookies and no accounts. It needs
          the site’s own script. Without it everything can be read, in the colours and the text size of the
          system.
        </p>
        <p id="settings-status" class="facts" role="status"></p>
        <h2>How it looks</h2>
        <Choices />
        <h2>What you do not want to see</h2>
        <form id="mute-words" class="search-form">
          <p class="field grow">
            <label for="mute-word">Word or phrase in headline or summary</label>
            <input id="mute-word" name="word" maxlength={100} disabled />
          </p>
          <button type="submit" disabled>
            Mute it
          </button>
        </form>
        <Removable id="muted-words" heading="Muted words" empty="No word is muted." />
        <Removable
          id="muted-topics"
          heading="Muted topics"
          empty="No topic is muted. A topic’s page has the button."
        />
        <Removable
          id="muted-outlets"
          heading="Muted outlets"
          empty="No outlet is muted. An outlet’s page has the button. A story is muted when nobody else reports it."
        />
        <h2>What you follow</h2>
        <Removable
          id="followed"
          heading="Followed topics"
          empty="No topic is followed. A topic’s page has the button."
        />
        <p class="meta">
          <a href={site.address.href('/following')} data-following>
            Newest stories of the topics you follow
          </a>
        </p>
        <h2>Order of the sections</h2>
        <Order name="frontOrder" heading="Front page" sections={FRONT_SECTIONS} />
        <Order name="storyOrder" heading="Story page" sections={STORY_SECTIONS} />
        <h2>Take it with you</h2>
        <p id="export-row"></p>
        <p class="field">
          <label for="import-file">Read an exported file (replaces what is kept here)</label>
          <input id="import-file" type="file" accept="application/json" disabled />
        </p>
        {site.hasHandIn ? <Bookmarklet site={site} /> : null}
        <h2 id="keys-list">Keys</h2>
        <KeyList keys={KEYS} />
        <h3>While a passage is open</h3>
        <KeyList keys={PASSAGE_KEYS} />
      </div>
    </Layout>
  );
}
