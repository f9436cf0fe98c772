import type { DiscourseRole } from '../../core/annotation.ts';

/** Names of the discourse roles in NewsDiscourse (Choubey et al., ACL 2020), for training and evaluation. */
export const GOLD_ROLES: Readonly<Record<string, DiscourseRole>> = {
  Main: 'main',
  Main_Consequence: 'consequence',
  Cause_Specific: 'previous-event',
  Cause_General: 'current-context',
  Distant_Historical: 'historical',
  Distant_Anecdotal: 'anecdotal',
  Distant_Evaluation: 'evaluation',
  Distant_Expectations_Consequences: 'expectation',
  NA: 'none',
};
