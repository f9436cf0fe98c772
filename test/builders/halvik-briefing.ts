import type { Briefing, BriefingSections } from '../../src/core/briefing.ts';
import type { FigureEntry } from '../../src/core/ledger.ts';
import type { ArticlePassages } from '../../src/core/library.ts';
import { type Place, statementBuilder } from './statement-builder.ts';

type Builder = ReturnType<typeof statementBuilder>;

const CLOSED: Place = [
  'nw1',
  'A fire aboard the container ship Maren Star has closed the port of Halvik, the harbour authority said on Sunday.',
];
const SHARE: Place = ['nw1', 'Halvik handles about 40 percent of the country’s container traffic.'];

function papersSay({ cite, say }: Builder): BriefingSections['papersSay'] {
  const columns = [
    'north-wire.example',
    'halvik-times.example',
    'atlantic-ledger.example',
    'port-and-trade.example',
    'daily-beacon.example',
    'radio-maren.example',
    'channel-one.example',
    'pulse.example',
  ];
  const ignored = say(['db1', 'Furious dockers said bosses had ignored warnings about a floating bomb.'], {
    support: [['ht1', 'Dockers had complained about battery cargo for more than a year, their union said.']],
    by: ['dockers', 'daily-beacon.example'],
  });
  const rejected = say(
    ['rm1', 'Harbour master Ingrid Solvang rejected the charge that warnings were ignored.'],
    {
      by: ['Ingrid Solvang', 'radio-maren.example'],
    },
  );
  return {
    agreement: [
      say(['rm1', 'The port of Halvik will not open before Wednesday.'], {
        support: [
          [
            'ht1',
            'The port stays closed until at least Wednesday, the harbour authority told this newspaper.',
          ],
          ['pu1', 'The port is to stay closed until Wednesday.'],
        ],
      }),
    ],
    differences: [
      {
        kind: 'denial',
        what: 'Whether warnings were ignored',
        sides: [
          {
            label: 'they were',
            outlets: ['daily-beacon.example', 'halvik-times.example'],
            statement: ignored,
          },
          { label: 'they were not', outlets: ['radio-maren.example'], statement: rejected },
        ],
      },
    ],
    matrix: {
      outlets: columns,
      facts: [
        {
          id: 'f1',
          statement: say([
            'nw1',
            'At least 31 people were injured and four members of the crew are missing.',
          ]),
          first: 'north-wire.example',
          cells: [
            cite(['nw1', 'At least 31 people']),
            null,
            cite(['al1', 'four of the crew are missing']),
            null,
            cite(['db1', 'Four sailors are missing']),
            cite(['rm1', 'four missing members of the crew']),
            cite(['c11', 'Four members of the crew are missing.']),
            null,
          ],
        },
        {
          id: 'f2',
          statement: say(SHARE),
          first: 'north-wire.example',
          cells: [
            cite(SHARE),
            null,
            cite(['al1', 'Halvik moves about 40 percent']),
            cite(['pt1', 'The port handles 40 percent']),
            null,
            null,
            null,
            null,
          ],
        },
        {
          id: 'f3',
          statement: say([
            'al1',
            'The inquiry into the terminal’s fire of March 2024 recommended that battery cargo be kept apart.',
          ]),
          first: 'north-wire.example',
          cells: [
            cite(['nw1', 'The inquiry recommended separate storage']),
            cite(['ht1', 'the rules written after the warehouse fire']),
            cite(['al1', 'The inquiry into the terminal’s fire']),
            null,
            null,
            null,
            null,
            cite(['pu1', 'A warehouse at the terminal burned down']),
          ],
        },
      ],
    },
    outlets: [
      {
        outletId: 'halvik-times.example',
        articleIds: ['ht1'],
        headline: 'Port shut as ship burns at Quay 7',
        headlineArticleId: 'ht1',
        leadsOn: say([
          'ht1',
          'The port of Halvik was shut on Sunday after fire tore through the Maren Star at Quay 7.',
        ]),
        onlyHere: [
          say([
            'ht1',
            'Residents of the Old Harbour were told to keep their windows closed because of the smoke.',
          ]),
        ],
        leavesOut: ['f1', 'f2'],
        quotes: [
          {
            speaker: 'Tomas Lund',
            citation: cite(['ht1', 'We heard a sound like a train and then the whole hold was white,']),
          },
        ],
        loadedWords: [],
        reprints: null,
      },
      {
        outletId: 'daily-beacon.example',
        articleIds: ['db1', 'dm1'],
        headline: 'INFERNO AT THE DOCKS: ‘They knew it would blow’',
        headlineArticleId: 'db1',
        leadsOn: say([
          'db1',
          'A hellish inferno ripped through a cargo ship in Halvik on Sunday and left 310 people hurt.',
        ]),
        onlyHere: [],
        leavesOut: ['f2', 'f3'],
        quotes: [{ speaker: 'one docker', citation: cite(['db1', 'They knew it would blow,']) }],
        loadedWords: [
          { text: 'hellish inferno', citation: cite(['db1', 'hellish inferno']) },
          { text: 'floating bomb', citation: cite(['db1', 'floating bomb']) },
        ],
        reprints: null,
      },
      {
        outletId: 'channel-one.example',
        articleIds: ['c11'],
        headline: 'Unsafe Western port paralysed by negligence',
        headlineArticleId: 'c11',
        leadsOn: say([
          'c11',
          'The so-called model port of Halvik is paralysed after a fire caused by negligence.',
        ]),
        onlyHere: [
          say(['c11', 'Experts said cargo should now be sent over the reliable eastern route.'], {
            by: ['experts', 'channel-one.example'],
          }),
        ],
        leavesOut: ['f2', 'f3'],
        quotes: [],
        loadedWords: [{ text: 'so-called', citation: cite(['c11', 'so-called']) }],
        tone: [
          {
            name: 'Port of Halvik',
            direction: 'critical',
            citations: [
              cite([
                'c11',
                'The so-called model port of Halvik is paralysed after a fire caused by negligence.',
              ]),
            ],
          },
        ],
        reprints: null,
      },
      {
        outletId: 'port-and-trade.example',
        articleIds: ['pt1'],
        headline: 'Insurers brace for €300m bill as Halvik closes',
        headlineArticleId: 'pt1',
        leadsOn: say([
          'pt1',
          'Insurers put the first estimate of the damage at Halvik at 300 million euros.',
        ]),
        onlyHere: [say(['pt1', 'Three lines have already sent their ships on to Oskarshavn.'])],
        leavesOut: ['f1', 'f3'],
        quotes: [
          {
            speaker: 'Pieter Roos',
            citation: cite(['pt1', 'Every day that Halvik is shut costs shippers nine million euros,']),
          },
        ],
        loadedWords: [],
        reprints: null,
      },
      {
        outletId: 'inland-post.example',
        articleIds: ['in1'],
        headline: 'Fire closes port of Halvik',
        headlineArticleId: 'in1',
        leadsOn: null,
        onlyHere: [],
        leavesOut: [],
        quotes: [],
        loadedWords: [],
        reprints: 'north-wire.example',
      },
    ],
  };
}

function figures({ cite }: Builder): FigureEntry[] {
  const report = (
    place: Place,
    value: number,
    outletId: string,
    at: string,
    modifier: 'exactly' | 'at-least' = 'exactly',
  ) => ({
    ...cite(place),
    value,
    high: null,
    modifier,
    text: place[1],
    outletId,
    publishedAt: Date.parse(at),
  });
  const injured = [
    report(['nw1', 'At least 31'], 31, 'north-wire.example', '2025-12-14T06:12:00Z', 'at-least'),
    report(['ht1', '38'], 38, 'halvik-times.example', '2025-12-14T07:05:00Z'),
    report(['db1', '310'], 310, 'daily-beacon.example', '2025-12-14T14:02:00Z'),
    report(['rm1', '36'], 36, 'radio-maren.example', '2025-12-14T17:45:00Z'),
  ];
  const share = [
    report(['nw1', 'about 40 percent'], 40, 'north-wire.example', '2025-12-14T06:12:00Z'),
    report(['al1', 'about 40 percent'], 40, 'atlantic-ledger.example', '2025-12-14T11:40:00Z'),
    report(['pt1', '40 percent'], 40, 'port-and-trade.example', '2025-12-14T13:20:00Z'),
  ];
  const damage = [
    report(['pt1', '300 million euros'], 300_000_000, 'port-and-trade.example', '2025-12-14T13:20:00Z'),
  ];
  return [
    {
      what: 'people injured',
      unit: 'count',
      latest: injured[3]!,
      reports: injured,
      disagreement: 'order-of-magnitude',
    },
    {
      what: 'share of container traffic',
      unit: 'percent',
      latest: share[2]!,
      reports: share,
      disagreement: 'none',
    },
    {
      what: 'damage, first estimate',
      unit: 'EUR',
      latest: damage[0]!,
      reports: damage,
      disagreement: 'none',
    },
  ];
}

function behindTheHeadline({ say }: Builder): BriefingSections['behindTheHeadline'] {
  return [
    {
      group: 'why-now',
      statements: [
        say(
          [
            'nw1',
            'The fire broke out shortly after 04:00 in a hold that carried lithium batteries, according to harbour master Ingrid Solvang.',
          ],
          {
            kind: 'current-context',
            support: [['pu1', 'The fire began in a hold with lithium batteries, the harbour master says.']],
          },
        ),
      ],
    },
    {
      group: 'at-stake',
      statements: [
        say(
          [
            'pt1',
            'The port handles 40 percent of the country’s container traffic and stays closed until Wednesday at the earliest.',
          ],
          { kind: 'consequence' },
        ),
      ],
    },
    {
      group: 'what-could-follow',
      statements: [
        say(
          [
            'al1',
            'Analysts at the Institute for Sea Trade expect freight rates on the northern route to rise by a tenth if the port stays closed for a week.',
          ],
          { kind: 'expectation', by: ['Institute for Sea Trade', 'atlantic-ledger.example'] },
        ),
      ],
    },
    {
      group: 'views',
      statements: [
        say(
          [
            'ht1',
            'The union’s chair, Ane Brekke, said the rules written after the warehouse fire of March 2024 were left in a drawer.',
          ],
          { kind: 'evaluation', by: ['Ane Brekke', 'halvik-times.example'] },
        ),
      ],
    },
  ];
}

function deeper({ say }: Builder): Pick<BriefingSections, 'howWeGotHere' | 'commonQuestions' | 'topics'> {
  return {
    howWeGotHere: [
      {
        date: '2024-03',
        precision: 'month',
        storySlug: null,
        statement: say(
          [
            'nw1',
            'In March 2024 a smaller fire at the same terminal destroyed a warehouse and led to an inquiry.',
          ],
          {
            kind: 'previous-event',
            support: [['pu1', 'A warehouse at the terminal burned down in March 2024.']],
          },
        ),
      },
      {
        date: '2025-12-12',
        precision: 'day',
        storySlug: 'ferry-timetable-vote',
        statement: say(['nw1', 'She said the ship had been declared safe to dock two days earlier.'], {
          kind: 'previous-event',
        }),
      },
    ],
    commonQuestions: [
      {
        slug: 'why-do-lithium-batteries-burn-so-long',
        question: 'Why are fires of lithium batteries hard to put out?',
        intro: say(['pu1', 'The number of injured has been given as 31, 36 and 38 during the day.']),
        answer: [
          say([
            'pu1',
            'Lithium batteries can burn without air, which is why water alone does not put them out.',
          ]),
        ],
      },
      {
        slug: 'who-owns-the-maren-star',
        question: 'Who owns the Maren Star?',
        intro: null,
        answer: [],
      },
    ],
    topics: [
      {
        topicId: 't-halvik',
        slug: 'halvik',
        title: 'Halvik',
        type: 'place',
        qid: 'Q1',
        extract: 'Halvik is an invented port town on the northern coast, with about 61,000 inhabitants.',
        source: 'Encyclopaedia of Invented Places',
        licence: 'CC BY-SA 4.0',
        asOf: '2025-12-02',
        wikipediaUrl: 'https://encyclopaedia.example/Halvik',
        imageUrl: 'https://images.example/halvik.jpg',
        described: null,
      },
      {
        topicId: 't-solvang',
        slug: 'ingrid-solvang',
        title: 'Ingrid Solvang',
        type: 'person',
        qid: null,
        extract: null,
        source: null,
        licence: null,
        asOf: null,
        wikipediaUrl: null,
        imageUrl: null,
        described: say(['nw1', 'harbour master Ingrid Solvang'], { kind: 'description' }),
      },
    ],
  };
}

/** A briefing with every section filled, every offset computed from the texts. */
export function halvikBriefing(articles: readonly ArticlePassages[]): Briefing {
  const builder = statementBuilder(articles);
  const { cite, say } = builder;
  return {
    storyId: 's-halvik',
    slug: 'halvik-port-fire',
    headline: 'Fire on container ship closes port of Halvik, four crew missing',
    headlineArticleId: 'nw1',
    asOf: Date.parse('2025-12-14T19:10:00Z'),
    counts: { articles: 10, copies: 2, independentOutlets: 8, countries: 6 },
    sections: {
      whatHappened: [
        say(CLOSED, {
          support: [
            [
              'ht1',
              'The port of Halvik was shut on Sunday after fire tore through the Maren Star at Quay 7.',
            ],
            [
              'al1',
              'A fire that closed the port of Halvik on Sunday has turned attention to a rule that never took effect.',
            ],
            ['db1', 'Four sailors are missing after the blaze, which shut the whole port.'],
          ],
        }),
        say([
          'rm1',
          'Divers will search for the four missing members of the crew through the night, the coast guard said.',
        ]),
        say(['rm1', 'The harbour authority raised the number of injured to 36 on Sunday afternoon.'], {
          support: [['pu1', 'The number of injured has been given as 31, 36 and 38 during the day.']],
        }),
      ],
      behindTheHeadline: behindTheHeadline(builder),
      papersSay: papersSay(builder),
      ...deeper(builder),
    },
    figures: figures(builder),
    quotes: [],
    roles: [
      {
        name: 'Ingrid Solvang',
        topicId: 't-solvang',
        text: 'harbour master',
        office: 'master',
        organisation: null,
        tense: 'current',
        asOf: Date.parse('2025-12-14T17:45:00Z'),
        stands: true,
        citation: cite(['rm1', 'Harbour master Ingrid Solvang']),
      },
    ],
    thin: {},
  };
}
