import { lifecycle, type StateOf } from '#platform/lifecycle.ts'

/** A roster file on its way: read, looked at by a person, then applied whole or not at all. */
export const rosterLifecycle = lifecycle({
  reading: { preview: 'previewed', refuse: 'refused' },
  previewed: { apply: 'applying', discard: 'discarded' },
  applying: { finish: 'applied', refuse: 'refused' },
  applied: {},
  discarded: {},
  refused: {},
})

export type RosterState = StateOf<typeof rosterLifecycle>
