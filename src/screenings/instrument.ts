/** One answer that can be chosen, and what it counts. */
export type Answer = { readonly code: string; readonly points: number }
/** One question: how an answer file names it, and its answers. Its words are not kept. */
export type Item = { readonly linkId: string; readonly answers: readonly Answer[] }

/** An instrument as it was read: what scoring needs and nothing else. */
export type InstrumentRead = {
  /** Its canonical address: with the version, the name it is known by everywhere. */
  readonly url: string
  readonly version: string
  readonly title: string
  /** Whether it says of itself that it is experimental: made to try this out, and not to screen by. */
  readonly sample: boolean
  readonly items: readonly Item[]
}

/** An instrument the district brought. */
export type Instrument = Omit<InstrumentRead, 'version'> & {
  readonly id: string
  readonly edition: string
  readonly importedByName: string
  readonly importedAt: Date
}

/** From how many points on a result is brought to triage: a version, with who set it and why. */
export type CutOff = {
  readonly id: string
  readonly instrumentId: string
  readonly number: number
  readonly points: number
  readonly decision: string
  readonly setByName: string
  readonly setAt: Date
}

/** A round: one instrument, one school, some grades, between two days. */
export type Round = {
  readonly id: string
  readonly schoolId: string
  readonly schoolName: string
  readonly instrumentId: string
  readonly title: string
  readonly edition: string
  readonly sample: boolean
  readonly items: readonly Item[]
  readonly cutOffId: string
  readonly cutOffNumber: number
  readonly cutOffPoints: number
  readonly grades: readonly string[]
  readonly opensOn: string
  readonly closesOn: string
  readonly openedByName: string
}
