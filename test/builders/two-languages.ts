/**
 * An invented press in English and German: a ferry fire that both report, and one further story in each that shares
 * its country, its town and its week.
 */
const TOPICS = [
  { qid: 'Q990001', label: 'Halvik', types: ['city', 'place'], aliases: [] },
  { qid: 'Q990002', label: 'Norrland', types: ['country', 'place'], aliases: ['Nordland'] },
  { qid: 'Q990003', label: 'Sund Line', types: ['company', 'organization'], aliases: ['Sund-Linie'] },
  { qid: 'Q990004', label: 'Ingrid Solvang', types: ['person'], aliases: ['Solvang'] },
  { qid: 'Q990006', label: 'Torsby', types: ['city', 'place'], aliases: [] },
  { qid: 'Q990005', label: 'Merrow', types: ['island', 'place'], aliases: [] },
];

/** Rows of a base of topics, for `parseTopicRow`. */
export const TOPIC_LINES = TOPICS.map((topic) =>
  JSON.stringify({ ...topic, description: `invented: ${topic.label}` }),
);

interface Row {
  readonly id: string;
  readonly domain: string;
  readonly language: string;
  readonly title: string;
  readonly publishedAt: string;
  readonly text: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    id: 'fire-en-1',
    domain: 'harbour-post.example',
    language: 'en',
    title: 'Ferry fire off Halvik injures 47',
    publishedAt: '2025-12-12T07:30:00Z',
    text: [
      'A fire on a Sund Line ferry off Halvik injured 47 people early on Friday, the coastguard of Norrland said.',
      'The ship was carrying 412 passengers and crew from Halvik to the island of Merrow when the fire broke out in the engine room. All of them were brought ashore by noon.',
      'Ingrid Solvang, the transport minister of Norrland, said that an inquiry would begin on Monday. “We want to know why the alarm was silent,” Solvang said in Halvik.',
      'Sund Line said that the ferry had last been inspected in August 2019. The company runs six ships between Halvik and Merrow.',
    ],
  },
  {
    id: 'fire-en-2',
    domain: 'coast-ledger.example',
    language: 'en',
    title: 'Sund Line ferry burns on the way from Halvik to Merrow',
    publishedAt: '2025-12-12T12:10:00Z',
    text: [
      'Passengers told of thick smoke and a silent alarm after a ferry of Sund Line caught fire between Halvik and the island of Merrow.',
      'Of the 412 people aboard, 47 were hurt, two of them badly, a hospital in Halvik said. Rescue boats took four hours to bring everybody ashore.',
      'The transport minister of Norrland, Ingrid Solvang, travelled to Halvik and promised an inquiry into Sund Line. The ship was inspected for the last time in August 2019.',
      'The line between Halvik and Merrow stays closed until Sunday.',
    ],
  },
  {
    id: 'fire-de-1',
    domain: 'kuestenblatt.example',
    language: 'de',
    title: 'Fähre vor Halvik in Brand: 47 Verletzte',
    publishedAt: '2025-12-12T09:05:00Z',
    text: [
      'Bei einem Brand auf einer Fähre der Sund-Linie sind vor Halvik in der Nacht zum Freitag 47 Menschen verletzt worden. Das teilte die Küstenwache von Nordland mit.',
      'Das Schiff war mit 412 Menschen an Bord von Halvik auf dem Weg zur Insel Merrow, als im Maschinenraum Feuer ausbrach. Bis zum Mittag waren alle an Land.',
      'Die Verkehrsministerin von Nordland, Ingrid Solvang, kündigte eine Untersuchung an. „Wir wollen wissen, warum der Alarm stumm blieb“, sagte Solvang in Halvik.',
      'Nach Angaben der Sund-Linie war die Fähre zuletzt im August 2019 überprüft worden. Die Reederei betreibt sechs Schiffe zwischen Halvik und Merrow.',
    ],
  },
  {
    id: 'fire-de-2',
    domain: 'nordkurier.example',
    language: 'de',
    title: 'Feuer auf Fähre der Sund-Linie zwischen Halvik und Merrow',
    publishedAt: '2025-12-12T15:40:00Z',
    text: [
      'Dichter Rauch und kein Alarm: So schildern Reisende den Brand auf einer Fähre der Sund-Linie zwischen Halvik und der Insel Merrow.',
      'Von den 412 Menschen an Bord wurden 47 verletzt, zwei davon schwer, wie eine Klinik in Halvik am Freitag mitteilte. Rettungsboote brachten alle an Land.',
      'Ministerin Ingrid Solvang reiste nach Halvik und versprach, die Sund-Linie zu prüfen. Die Strecke nach Merrow bleibt bis Sonntag geschlossen.',
    ],
  },
  {
    id: 'budget-en',
    domain: 'harbour-post.example',
    language: 'en',
    title: 'Torsby council passes budget after long debate',
    publishedAt: '2025-12-12T18:00:00Z',
    text: [
      'The council of Torsby passed a budget of 318 million crowns after nine hours of debate.',
      'The second town of Norrland will spend 47 million of it on schools and close two libraries. Teachers protested in front of the town hall.',
      'The budget of Torsby takes effect in January. Property tax stays as it is, the mayor said.',
    ],
  },
  {
    id: 'museum-de',
    domain: 'kuestenblatt.example',
    language: 'de',
    title: 'Museum in Torsby zeigt Spielzeug aus drei Jahrhunderten',
    publishedAt: '2025-12-12T17:20:00Z',
    text: [
      'Das neue Spielzeugmuseum in Torsby hat seine Türen geöffnet. Es zeigt 47 Puppenhäuser aus drei Jahrhunderten.',
      'Nordland hat den Bau mit Geld aus dem Kulturfonds gefördert. Die Sammlung stammt von einem Lehrer, der sie der Stadt vermacht hat.',
      'Geöffnet ist täglich außer montags. Schulklassen aus Torsby haben freien Eintritt.',
    ],
  },
];

/** The articles as lines of an import file. */
export const ARTICLE_LINES = ROWS.map(({ domain, text, ...row }) =>
  JSON.stringify({
    ...row,
    outlet: { name: domain, domain },
    url: `https://${domain}/${row.id}`,
    text: text.join('\n'),
  }),
);
