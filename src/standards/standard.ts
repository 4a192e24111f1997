/**
 * A standard is one version of one part of the model: what it says, since when, and who approved it here.
 * Versions are never edited. A decision stores the version it used, so it can be judged by it later.
 */
import type { Bodies, Kind } from './kinds.ts'

/** The district's own approval of what a version says. */
export type Approval = {
  readonly approvedBy: string
  readonly approvedAt: Date
  /** The meeting decision it rests on. */
  readonly decision: string
}

export type Standard<K extends Kind = Kind> = {
  readonly [Each in K]: {
    readonly kind: Each
    /** Counts up from 1 in each kind. */
    readonly version: number
    readonly inForceFrom: Date
    readonly body: Bodies[Each]
    /** Shipped wording: marked on screen and paper, and not for use with students before local approval. */
    readonly sample: boolean
    readonly approval?: Approval | undefined
  }
}[K]

/** One version of every kind: the model in force at a moment. */
export type Model = { readonly [K in Kind]: Standard<K> }
