import { lifecycle, type StateOf } from '#platform/lifecycle.ts'

/**
 * A roster file on its way: read, looked at by a person, then applied whole or not at all. Who asks the
 * command line to apply it has looked before.
 */
export const rosterLifecycle = lifecycle({
  reading: { preview: 'previewed', apply: 'applying', refuse: 'refused' },
  previewed: { apply: 'applying', discard: 'discarded' },
  applying: { finish: 'applied', refuse: 'refused' },
  applied: {},
  discarded: {},
  refused: {},
})

export type RosterState = StateOf<typeof rosterLifecycle>
