import type { CopyKind } from '../../src/core/story.ts';

/** One invented article: sentences by block, so that a builder can compute every offset. */
export interface PressText {
  readonly id: string;
  readonly outletId: string;
  readonly title: string;
  readonly at: string;
  readonly byline?: string;
  readonly copyOf?: string;
  readonly copyKind?: CopyKind;
  readonly blocks: readonly (readonly string[])[];
}

const WIRE_BLOCKS = [
  [
    'A fire aboard the container ship Maren Star has closed the port of Halvik, the harbour authority said on Sunday.',
    'At least 31 people were injured and four members of the crew are missing.',
  ],
  [
    'The fire broke out shortly after 04:00 in a hold that carried lithium batteries, according to harbour master Ingrid Solvang.',
    'She said the ship had been declared safe to dock two days earlier.',
    'Tugs pulled two tankers away from the quay before the flames reached them.',
  ],
  [
    'Halvik handles about 40 percent of the country’s container traffic.',
    'The government called a crisis meeting for Sunday evening.',
  ],
  [
    'In March 2024 a smaller fire at the same terminal destroyed a warehouse and led to an inquiry.',
    'The inquiry recommended separate storage for battery cargo, a rule that has not come into force.',
  ],
];

/** Ten articles of eight invented outlets on one invented event; two repeat the wire's text. */
export const HALVIK_TEXTS: readonly PressText[] = [
  {
    id: 'nw1',
    outletId: 'north-wire.example',
    title: 'Fire on container ship closes port of Halvik, four crew missing',
    at: '2025-12-14T06:12:00Z',
    blocks: WIRE_BLOCKS,
  },
  {
    id: 'ht1',
    outletId: 'halvik-times.example',
    title: 'Port shut as ship burns at Quay 7',
    at: '2025-12-14T07:05:00Z',
    byline: 'Sigrid Aune',
    blocks: [
      [
        'The port of Halvik was shut on Sunday after fire tore through the Maren Star at Quay 7.',
        'Residents of the Old Harbour were told to keep their windows closed because of the smoke.',
      ],
      [
        'Doctors at the regional hospital said they had treated 38 people, six of them in a serious condition.',
        '“We heard a sound like a train and then the whole hold was white,” said Tomas Lund, a crane driver.',
      ],
      [
        'Dockers had complained about battery cargo for more than a year, their union said.',
        'The union’s chair, Ane Brekke, said the rules written after the warehouse fire of March 2024 were left in a drawer.',
      ],
      ['The port stays closed until at least Wednesday, the harbour authority told this newspaper.'],
    ],
  },
  {
    id: 'al1',
    outletId: 'atlantic-ledger.example',
    title: 'Halvik port fire exposes a gap in battery cargo rules',
    at: '2025-12-14T11:40:00Z',
    byline: 'Helen Marsh',
    blocks: [
      [
        'A fire that closed the port of Halvik on Sunday has turned attention to a rule that never took effect.',
        'The inquiry into the terminal’s fire of March 2024 recommended that battery cargo be kept apart.',
        'Parliament has not voted on it.',
      ],
      [
        'At least 31 people were injured, the harbour authority said, and four of the crew are missing.',
        'Transport minister Erik Dahl said the ministry would publish the draft within days.',
      ],
      [
        'Analysts at the Institute for Sea Trade expect freight rates on the northern route to rise by a tenth if the port stays closed for a week.',
      ],
      ['Halvik moves about 40 percent of the country’s containers, most of them for industry inland.'],
    ],
  },
  {
    id: 'pt1',
    outletId: 'port-and-trade.example',
    title: 'Insurers brace for €300m bill as Halvik closes',
    at: '2025-12-14T13:20:00Z',
    byline: 'Joost van Dam',
    blocks: [
      [
        'Insurers put the first estimate of the damage at Halvik at 300 million euros.',
        'The Maren Star carried 4,100 containers, 260 of them with lithium batteries.',
      ],
      [
        'The port handles 40 percent of the country’s container traffic and stays closed until Wednesday at the earliest.',
        'Three lines have already sent their ships on to Oskarshavn.',
      ],
      [
        'Freight brokers expect rates to jump before Christmas.',
        '“Every day that Halvik is shut costs shippers nine million euros,” said Pieter Roos of the brokers’ league.',
      ],
    ],
  },
  {
    id: 'db1',
    outletId: 'daily-beacon.example',
    title: 'INFERNO AT THE DOCKS: ‘They knew it would blow’',
    at: '2025-12-14T14:02:00Z',
    blocks: [
      [
        'A hellish inferno ripped through a cargo ship in Halvik on Sunday and left 310 people hurt.',
        'Four sailors are missing after the blaze, which shut the whole port.',
      ],
      [
        'Furious dockers said bosses had ignored warnings about a floating bomb.',
        '“They knew it would blow,” said one docker who would not give his name.',
      ],
      ['Shoppers face empty shelves at Christmas, the newspaper understands.'],
    ],
  },
  {
    id: 'rm1',
    outletId: 'radio-maren.example',
    title: 'Halvik: search for the missing goes on into the night',
    at: '2025-12-14T17:45:00Z',
    blocks: [
      [
        'Divers will search for the four missing members of the crew through the night, the coast guard said.',
        'The fire at Quay 7 was under control by 15:30.',
      ],
      [
        'The harbour authority raised the number of injured to 36 on Sunday afternoon.',
        'Harbour master Ingrid Solvang rejected the charge that warnings were ignored.',
        '“Every complaint was passed to the ministry, and we have the letters,” she said.',
      ],
      ['The port of Halvik will not open before Wednesday.'],
    ],
  },
  {
    id: 'c11',
    outletId: 'channel-one.example',
    title: 'Unsafe Western port paralysed by negligence',
    at: '2025-12-14T18:30:00Z',
    blocks: [
      [
        'The so-called model port of Halvik is paralysed after a fire caused by negligence.',
        'Four members of the crew are missing.',
      ],
      ['Experts said cargo should now be sent over the reliable eastern route.'],
    ],
  },
  {
    id: 'pu1',
    outletId: 'pulse.example',
    title: 'What we know about the fire at Halvik',
    at: '2025-12-14T19:10:00Z',
    byline: 'Priya Nair',
    blocks: [
      [
        'The fire began in a hold with lithium batteries, the harbour master says.',
        'Lithium batteries can burn without air, which is why water alone does not put them out.',
      ],
      [
        'The number of injured has been given as 31, 36 and 38 during the day.',
        'The port is to stay closed until Wednesday.',
      ],
      ['A warehouse at the terminal burned down in March 2024.'],
    ],
  },
  {
    id: 'dm1',
    outletId: 'daily-beacon.example',
    title: 'Four missing after port fire',
    at: '2025-12-14T07:30:00Z',
    copyOf: 'nw1',
    copyKind: 'wire-copy',
    blocks: WIRE_BLOCKS,
  },
  {
    id: 'in1',
    outletId: 'inland-post.example',
    title: 'Fire closes port of Halvik',
    at: '2025-12-14T08:15:00Z',
    copyOf: 'nw1',
    copyKind: 'wire-copy',
    blocks: WIRE_BLOCKS,
  },
];

/** One article of one outlet, dated by day only. */
export const FERRY_TEXT: PressText = {
  id: 'fe1',
  outletId: 'halvik-times.example',
  title: 'Council delays vote on island ferry timetable',
  at: '2025-12-13T00:00:00Z',
  blocks: [
    [
      'The council of Halvik has delayed its vote on the island ferry timetable until January.',
      'Islanders had asked for a late boat on Fridays.',
    ],
    ['The mayor said the figures were not ready.', 'A first draft was published in the autumn.'],
  ],
};
