/** What does not belong in the repository, and what to do instead. */
export type Ban = {
  name: string
  pattern: RegExp
  because: string
  /** Where it is looked for; everywhere when left out. */
  in?: RegExp
  /** Files it may stand in, each with the reason. */
  except?: Readonly<Record<string, string>>
}

/** What is served or run for a district: the product without its specs. */
export const product = /^(?:src|bin)\/(?!.*\.spec\.tsx?$)/
