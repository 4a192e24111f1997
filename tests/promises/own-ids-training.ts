import { cast } from '../riverside/cast.ts'
import { schools } from '../riverside/places.ts'

const by = 'ruth' as const

/** Acts about trainings that take ids, and what of one is asked in a crisis. */
export const trainingScenes = [
  { act: 'training/record-completion', by, given: { personIds: cast.daniel.id, trainedOn: '2026-10-12' } },
  { act: 'training/take-back-completion', by, given: {} },
  {
    act: 'training/record-session',
    by,
    given: { schoolId: schools.alderCreek.id, grade: '7', heldOn: '2026-10-12', invited: '9', present: '9' },
  },
  { act: 'training/take-back-session', by, given: {} },
  {
    act: 'staffing/record-credential',
    by,
    given: {
      personId: cast.daniel.id,
      kind: 'counseling',
      issuer: 'State board',
      licenseNumber: 'C-1001',
      validUntil: '2027-06-30',
    },
  },
  {
    act: 'staffing/name-supervisor',
    by,
    given: { personId: cast.daniel.id, supervisorId: cast.helen.id },
  },
  {
    act: 'staffing/record-supervision',
    by,
    given: { personId: cast.daniel.id, heldOn: '2026-10-12', form: 'individual', minutes: '60' },
  },
  { act: 'crisis/ask-trained', by: 'daniel', given: {} },
] as const
