import { catalog } from '#platform/words.ts'
import type { SchoolNeed } from './served.ts'

export const needWords = catalog({
  en: {
    support: 'Brief support at school',
    barrier: 'A barrier is open',
    help: 'Practical help is owed',
  } satisfies Record<SchoolNeed, string>,
})

export const caseloadWords = catalog({
  en: {
    title: 'Care coordination',
    caseloads: 'Caseloads',
    lead: 'Care coordination stands between the agencies. Each agency has somebody who coordinates with it.',
    to_own: 'My caseload',
    to_reviews: 'Case reviews',
    who: 'Who coordinates with whom',
    nobody: 'Nobody coordinates yet',
    nobody_note: 'Until somebody does, no student is on a caseload across agencies.',
    coordinator: 'Care coordinator',
    agency: 'Agency',
    since: 'Since',
    end: 'End',
    end_of: '{name} coordinates with {agency} no more',
    served: 'Students agencies serve now',
    served_none: 'No agency serves a student of these schools now.',
    students: 'Students',
    planned: 'Plan of treatment complete',
    reached: 'First milestone reached',
    of: '{count} of {of} in care',
    uncoordinated: 'Nobody coordinates',
    gap: '{count, plural, one {# student} other {# students}}',
    none: 'none',
    assign: 'Name who coordinates with whom',
    assign_note: 'They do so at the schools of their assignment.',
    choose: 'Choose',
    assign_save: 'Save',
    own: 'My caseload',
    own_lead: 'Students an agency serves, whose family said yes to care coordination.',
    own_agencies: 'You coordinate with {agencies}.',
    own_no_agency:
      'You coordinate with no agency yet. The designated lead or the head of the district says with which.',
    not_consented:
      '{count, plural, =0 {Everybody they serve agreed.} one {# more is not consented.} other {# more are not consented.}}',
    own_none: 'Nobody is on your list',
    own_none_note:
      'A student comes onto it when an agency accepted and the family said yes to care coordination.',
    student: 'Student',
    grade: 'Grade {grade}, {school}',
    agencies: 'Agencies',
    next_visit: 'Next visit',
    no_visit: '{agency}: none booked',
    visit_at: '{agency}: {when}',
    needs: 'Open at school',
    no_needs: 'Nothing now',
  },
})
