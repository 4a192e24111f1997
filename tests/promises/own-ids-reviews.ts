import { cast } from '../riverside/cast.ts'
import { termsId } from '../riverside/acknowledged.ts'
import { families } from '../riverside/families.ts'
import { schools } from '../riverside/places.ts'
import { careScenes } from './own-ids-care.ts'
import { absenceScenes } from './own-ids-absences.ts'

/** Acts of a weekly review that take more ids than the one they are about. */
export const reviewScenes = [
  ...absenceScenes,
  ...careScenes,
  { act: 'caseloads/assign-coordinator', given: { personId: cast.grace.id } },
  { act: 'caseloads/relieve-coordinator', given: {} },
  {
    act: 'acknowledgements/train-in-guide',
    given: { guide: 'wraparound', termsId: termsId('wraparound') },
  },
  { act: 'wraparound/form-team', given: { studentId: families.kayla.id } },
  {
    act: 'wraparound/add-member',
    given: { side: 'school', role: 'leads', personId: cast.maya.id, referralId: '', caregiverId: '' },
  },
  { act: 'wraparound/add-step', given: { what: 'meet_again', dueOn: '2026-10-20' } },
  { act: 'wraparound/end-step', given: { outcome: 'done' } },
  { act: 'reviews/open-review', given: { schoolIds: schools.larkspur.id } },
  {
    act: 'reviews/open-progress-meeting',
    given: { schoolIds: schools.larkspur.id, studentIds: families.kayla.id },
  },
  {
    act: 'classroom/agree-time',
    given: {
      studentId: families.sofia.id,
      teacherId: cast.joan.id,
      partnerId: '',
      weekday: '2',
      fromAt: '09:00',
      untilAt: '10:00',
    },
  },
  {
    act: 'classroom/log-school-visit',
    given: { studentId: families.sofia.id, purpose: 'meet_teachers', visitedOn: '2026-10-13' },
  },
  {
    act: 'navigation/name-outside',
    given: { name: 'Harbor', phone: '555-0199', service: 'group', way: 'family_calls', callOn: '2026-10-20' },
  },
  {
    act: 'navigation/call-outside',
    given: { referralId: '=open', asked: 'family', learned: 'no_room' },
  },
  { act: 'households/keep-profile', given: { studentId: families.sofia.id, version: '0' } },
  {
    act: 'households/note-need',
    given: { studentId: families.sofia.id, kind: 'housing', dueOn: '2026-10-20' },
  },
  { act: 'households/take-need', by: 'daniel' as const, given: { studentId: families.sofia.id } },
  { act: 'households/end-need', given: { studentId: families.sofia.id, outcome: 'met' } },
  { act: 'navigation/take-suggested', given: { referralId: '=open', barriers: ['competing_priorities'] } },
  { act: 'alerts/send-to-agency', given: { studentId: families.sofia.id, about: 'loss' } },
  { act: 'alerts/send-to-school', by: 'noor' as const, given: { about: 'change_at_home' } },
  { act: 'alerts/acknowledge-at-school', given: { studentId: families.sofia.id } },
  { act: 'alerts/acknowledge-at-agency', by: 'noor' as const, given: {} },
  { act: 'classroom/end-time', given: { studentId: families.sofia.id } },
  {
    act: 'classroom/tell-observation',
    by: 'joan' as const,
    given: { studentId: families.sofia.id, observed: 'joins_in', seenOn: '2026-10-13' },
  },
  { act: 'referrals/name-holder', given: { holderId: cast.ines.id } },
  { act: 'reviews/open-case-review', given: { schoolIds: schools.larkspur.id } },
  {
    act: 'reviews/mark-line',
    given: {
      referralId: '=reviewedId',
      outcome: 'reviewed',
      decision: 'task',
      what: 'call_family',
      ownerId: cast.maya.id,
      dueOn: '2026-10-20',
    },
  },
  { act: 'reviews/close-review', given: { personIds: cast.maya.id } },
]
