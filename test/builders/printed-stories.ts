import type { Printed } from './newsroom.ts';

/** A fire whose toll rises through three days, one outlet being out by a factor of ten. */
export const TOWER_FIRE: readonly Printed[] = [
  {
    outlet: 'North Wire',
    at: '2025-11-26T08:00:00Z',
    title: 'Fire in Lanmere tower block kills at least 31',
    text: 'A fire in a tower block in Lanmere killed at least 31 people on Wednesday, the fire service said.\nThe blaze in the Wendel Court tower started on scaffolding at about 3 a.m. and spread to seven floors.\n“We have not reached the upper floors and the toll will rise,” said Karin Solberg, the chief fire officer.\nThe Wendel Court tower was built in 1983 and was being renovated.',
  },
  {
    outlet: 'Harbour Times',
    at: '2025-11-27T09:00:00Z',
    title: 'Lanmere tower block fire: 128 dead as search goes on',
    text: 'The fire in the Wendel Court tower block in Lanmere has killed 128 people, the fire service said on Thursday.\nRescuers were still searching the upper floors of the tower, where the blaze started on scaffolding.\nKarin Solberg, the chief fire officer, said the alarms had not worked.\nPolice arrested three men who ran the renovation of the tower.',
  },
  {
    outlet: 'Eastreach Courier',
    at: '2025-11-28T09:00:00Z',
    title: 'Toll in Lanmere tower fire reaches 151',
    text: 'The number of people killed in the fire in the Wendel Court tower block in Lanmere rose to 151 on Friday, the fire service said.\nThe search of the tower ended, said Karin Solberg, the chief fire officer.\nPolice have arrested three men over the renovation of the tower, where the blaze started on scaffolding.\nThe mayor of Lanmere, Jonas Arvid, promised an inquiry into the fire.',
  },
  {
    outlet: 'Daily Whistle',
    at: '2025-11-28T12:00:00Z',
    title: 'Lanmere tower block inferno kills 1,510',
    text: 'A fire in the Wendel Court tower block in Lanmere killed 1,510 people, the fire service said.\nThe blaze started on scaffolding and spread over the floors of the tower in minutes.\nAngry families asked why the alarms in the tower had not worked.',
  },
];

/** One politician: called a former prime minister by two outlets, and by an old habit prime minister by a third. */
export const PORT_DEAL: readonly Printed[] = [
  {
    outlet: 'North Wire',
    at: '2025-11-26T10:00:00Z',
    title: 'Orvenna signs harbour lease with shipping line',
    text: 'Orvenna signed a lease of its harbour with the shipping line Castell on Wednesday, the government said.\nMilo Hartwig, the opposition leader, said the lease was a gift to the company.\nAda Perrin, the prime minister of Orvenna, said the harbour lease would bring 400 jobs.\nFormer prime minister Milo Hartwig had refused to sign the lease in 2021.',
  },
  {
    outlet: 'Harbour Times',
    at: '2025-11-26T13:00:00Z',
    title: 'Harbour of Orvenna leased to Castell line for 30 years',
    text: 'The harbour of Orvenna was leased to the shipping line Castell for 30 years on Wednesday.\nAda Perrin, the prime minister, signed the harbour lease in the afternoon.\nThe former prime minister Milo Hartwig, who leads the opposition, called the lease a gift to the company.\nCastell could close the smaller ferry pier next year, said Ada Perrin.',
  },
  {
    outlet: 'Daily Whistle',
    at: '2025-11-26T15:00:00Z',
    title: 'Harbour sold out: Orvenna signs Castell lease',
    text: 'Orvenna signed away its harbour in a lease with the shipping line Castell on Wednesday.\nPrime Minister Milo Hartwig called the harbour lease a gift to the company.\nThe lease of the harbour is likely to push up ferry fares next summer.\n“Nobody asked the people on the piers,” said Milo Hartwig.',
  },
  {
    outlet: 'Eastreach Courier',
    at: '2025-11-26T16:00:00Z',
    title: 'Orvenna harbour lease draws protest from pilots',
    text: '“The harbour lease with the Castell line was signed without a word to the pilots,” said Lena Brandis, the head of the pilots of Orvenna.\nThe pilots of the harbour of Orvenna met on Wednesday.',
  },
];

/** Five articles that have nothing to do with each other, or with the stories above. */
export const UNRELATED: readonly Printed[] = [
  {
    outlet: 'North Wire',
    at: '2025-11-26T11:00:00Z',
    title: 'Grainfield wins curling final in extra end',
    text: 'Grainfield won the national curling final on Wednesday with a stone in the extra end.\nThe skip, Petra Lund, had missed two seasons with a broken wrist.',
  },
  {
    outlet: 'Harbour Times',
    at: '2025-11-26T12:00:00Z',
    title: 'Central bank of Dalmark holds interest rate',
    text: 'The central bank of Dalmark left its interest rate at 4.25 percent on Wednesday.\nInflation fell to 2.9 percent in October, the statistics office said.',
  },
  {
    outlet: 'Eastreach Courier',
    at: '2025-11-26T13:00:00Z',
    title: 'Museum finds lost violin in attic',
    text: 'A violin missing since 1911 was found in the attic of the Torbay museum.\nRestorers will need two years to make it playable.',
  },
  {
    outlet: 'Daily Whistle',
    at: '2025-11-26T14:00:00Z',
    title: 'Comet Aster visible to the naked eye this week',
    text: 'The comet Aster can be seen without a telescope from Thursday, astronomers said.\nIt will not return for 6,000 years.',
  },
  {
    outlet: 'Pulse',
    at: '2025-11-26T15:00:00Z',
    title: 'Bakers protest against flour tax in Mirov',
    text: 'Bakers in Mirov closed their shops on Wednesday in protest against a tax on flour.\nThe parliament of Mirov votes on the tax in December.',
  },
];
