/** What says that two stories of different languages are one. */
export interface LinkGrounds {
  /** Cosine of the stories' topics, weighted by how few stories have them; 0 to 1. */
  readonly topicSimilarity: number;
  /** Topics that both are about. */
  readonly topics: number;
  /** Numbers that both give, other than days, years and round ones. */
  readonly figures: number;
  /** Dates that both name, other than those of the news itself. */
  readonly dates: number;
}

/** That two stories of different languages are one story. `storyId` is the smaller id. */
export interface StoryLink {
  readonly storyId: string;
  readonly otherId: string;
  readonly grounds: LinkGrounds;
}
