import { closeEscalation } from '#escalations/close-escalation.ts'
import { decideEscalation } from '#escalations/decide-escalation.ts'
import { takeEscalation } from '#escalations/take-escalation.ts'
import type { Asked } from './misplaced.ts'

/** Taking one again is for somebody who has it from another. */
export const escalationAsked = (id: string): Asked => ({
  relation: 'escalation',
  key: 'id',
  id,
  acts: {
    take: {
      act: takeEscalation,
      who: 'lucia',
      given: { escalationId: id },
      because: ['closed_already'],
    },
    decide: {
      act: decideEscalation,
      who: 'ruth',
      given: { escalationId: id, decision: 'continue', againOn: '2026-10-19' },
      because: ['closed_already'],
    },
    close: {
      act: closeEscalation,
      who: 'ruth',
      given: { escalationId: id, ending: 'other_plan', words: 'Talks at school', againOn: '2026-10-19' },
      because: ['closed_already', 'nothing_decided'],
    },
  },
})
