/** Where an experiment comes from. */
export interface Source {
  /** Title of the publication. */
  readonly title: string;
  /** Its authors, separated by commas. */
  readonly authors: string;
  /** Its number in a repository, such as "arXiv:2506.02664", or its journal. */
  readonly identifier?: string;
  /** What of it is shown. */
  readonly claim?: string;
  /** Year of publication. */
  readonly year?: number;
}
