import { ledgerArticle, type WrittenArticle } from './brief-input.ts';

const NORTH: WrittenArticle = {
  id: 'north-1',
  outlet: 'North Press',
  title: 'Mill fire in Harrow Bridge kills at least 12',
  at: '2025-03-04T08:00:00Z',
  country: 'GB',
  sentences: [
    {
      role: 'main',
      text: 'HARROW BRIDGE (North Press) – At least 12 people died when a fire swept through a paper mill in Harrow Bridge on Tuesday, the county fire service said.',
    },
    {
      role: 'main',
      text: 'The mill was making cardboard for three breweries when the fire broke out shortly before dawn.',
      block: true,
    },
    {
      role: 'current-context',
      text: 'Inspectors ordered new sprinklers for the mill because a small blaze had damaged its boiler room.',
      block: true,
    },
    {
      role: 'previous-event',
      text: 'The mill reopened in June 2019 after a strike of four months.',
      block: true,
    },
    {
      role: 'evaluation',
      text: '“We warned the owners about that boiler for years and nobody listened,” said Dora Lindqvist.',
      block: true,
    },
    {
      role: 'expectation',
      text: 'Dora Lindqvist said the county would close all four mills on the river next week.',
    },
    {
      role: 'expectation',
      text: 'The price of cardboard is likely to rise in the whole region before summer.',
    },
  ],
};

const WHISTLE: WrittenArticle = {
  id: 'whistle-1',
  outlet: 'Daily Whistle',
  title: 'INFERNO! Why did nobody stop the MILL OF DEATH?',
  at: '2025-03-04T11:00:00Z',
  country: 'AU',
  sentences: [
    {
      role: 'main',
      text: 'A raging inferno has gutted the Harrow Bridge paper mill and left 120 people dead.',
    },
    {
      role: 'main',
      text: 'The fire broke out shortly before dawn while the mill was making cardboard for breweries.',
      block: true,
    },
    {
      role: 'evaluation',
      text: '“We warned the owners about that boiler for years,” said Lindqvist.',
      block: true,
    },
    {
      role: 'consequence',
      text: 'Hundreds of families slept in a school hall after the police cleared the streets around the river.',
      block: true,
    },
    {
      role: 'previous-event',
      text: 'Four months of strike had shut the mill before it reopened in June 2019.',
    },
  ],
};

const COURIER: WrittenArticle = {
  id: 'courier-1',
  outlet: 'Eastreach Courier',
  title: 'Fire at Harrow Bridge mill kills 15, county fire service says',
  at: '2025-03-05T09:00:00Z',
  country: 'CA',
  sentences: [
    {
      role: 'main',
      text: 'The number of people killed in the fire at the Harrow Bridge paper mill rose to 15 people on Wednesday, the county fire service said.',
    },
    {
      role: 'main',
      text: 'But the fire, which broke out shortly before dawn, is now under control, the county fire service said.',
      block: true,
    },
    {
      role: 'consequence',
      text: 'Police cleared the streets around the river and families slept in a school hall.',
      block: true,
    },
    {
      role: 'current-context',
      text: 'New sprinklers had been ordered by inspectors because a blaze damaged the boiler room of the mill.',
      block: true,
    },
    { role: 'none', text: 'Read more: our pictures of the mill.', block: true },
  ],
};

/** Three outlets on one fire, with a tabloid that is out by a factor of ten, and a reprint of the first. */
export const MILL_FIRE = [
  ledgerArticle(NORTH),
  ledgerArticle(WHISTLE),
  ledgerArticle(COURIER),
  ledgerArticle({
    ...NORTH,
    id: 'harbour-1',
    outlet: 'Harbour Times',
    at: '2025-03-04T09:30:00Z',
    copyOf: 'north-1',
  }),
] as const;
