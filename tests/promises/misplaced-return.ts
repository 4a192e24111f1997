import { agreePlan } from '#returns/agree-plan.ts'
import { changePlan } from '#returns/change-plan.ts'
import { lookAtReturn } from '#returns/look-at-return.ts'
import { noteReturn } from '#returns/note-return.ts'
import { setAside } from '#returns/set-aside.ts'
import type { Asked } from './misplaced.ts'

/** A plan to come back is known by its incident. */
export const returnAsked = (incidentId: string): Asked => ({
  relation: 'return_plan',
  key: 'incident_id',
  id: incidentId,
  acts: {
    resume: { act: agreePlan, who: 'grace', given: { incidentId }, because: ['not_open'] },
    end: {
      act: lookAtReturn,
      who: 'grace',
      given: { incidentId, outcome: 'ends', because: 'Moved away' },
      because: ['not_returned'],
    },
    agree: { act: agreePlan, who: 'grace', given: { incidentId }, because: ['not_open'] },
    set_aside: {
      act: setAside,
      who: 'grace',
      given: { incidentId, because: 'The family moves away' },
      because: ['not_open'],
    },
    return: {
      act: noteReturn,
      who: 'grace',
      given: { incidentId, returnedOn: '2026-10-12' },
      because: ['not_agreed'],
    },
    settle: {
      act: lookAtReturn,
      who: 'grace',
      given: { incidentId, outcome: 'stable' },
      because: ['not_returned'],
    },
    // The last: there are two versions then.
    replace: {
      act: changePlan,
      who: 'grace',
      given: { incidentId, how: 'change', because: 'The day moved' },
      because: ['nothing_agreed'],
    },
  },
})
