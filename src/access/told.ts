import { happening } from './happening.ts'

/** Somebody was told something in the app: ids and a code. */
export type PersonTold = {
  personId: string
  /** The kind of news. */
  kind: string
  subject: { type: string; id: string }
  /** Told once more of the same: a message of its own. */
  again?: true
}

/** What does not wait until somebody looks: a message follows it. */
export const personTold = happening<PersonTold>('access/person-told')
