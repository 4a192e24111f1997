import { answerFileOf } from '../support/screening-files.ts'
import { families } from '../riverside/families.ts'
import { schools } from '../riverside/places.ts'

const days = { opensOn: '2026-10-12', closesOn: '2026-10-16' }

/** Acts about screening rounds and instruments. */
export const screeningScenes = [
  { act: 'screenings/set-cut-off', by: 'yolanda', given: { points: '5', decision: 'A meeting' } },
  {
    act: 'screenings/open-round',
    by: 'daniel',
    given: { schoolId: schools.alderCreek.id, grades: ['7'], ...days },
  },
  {
    act: 'screenings/load-results',
    by: 'daniel',
    given: { file: [answerFileOf([[families.kayla.localId, '2026-10-13', 'never never never never']])] },
  },
  { act: 'screenings/opt-out', by: 'daniel', given: { saidOn: '2026-10-12' } },
  { act: 'screenings/end-opt-out', by: 'daniel', given: {} },
] as const
