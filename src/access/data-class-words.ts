import type { DataClass } from '#database/classes.ts'
import { catalog } from '#platform/words.ts'

/** What each class of data about a student is called, wherever somebody reads of it. */
export const dataClassWords = catalog({
  en: {
    identity: 'Who the student is',
    background: 'Language, place and needs',
    contact_details: 'Family and how to reach them',
    protected_contacts: 'Contacts that are protected',
    concerns: 'Concerns',
    triage: 'Triage',
    supports: 'Support at school',
    consent: 'Consent',
    protected_care: 'Care a student agreed to alone',
    referrals: 'Referrals',
    handoffs: 'Warm handoff',
    packets: 'What was sent to an agency',
    visits: 'Visits',
    signals: 'Signals between school and agency',
    clinical_responsibility: 'Who answers for treatment',
    crisis: 'Crisis',
    told_without_consent: 'What was told without consent',
    disclosures: 'What crossed, and who read it',
    access_record: 'Who looked',
    kept_away: 'Who is kept away',
    record_requests: 'Requests about the record',
    roster: 'Roster files',
    care_notices: 'Handle With Care notices',
    provider_notes: 'An agency’s own notes',
    family_needs: 'A family’s days and needs',
  } satisfies Record<DataClass, string>,
})

/** Why each class is held at all [R145]. */
export const dataClassPurposes = catalog({
  en: {
    identity:
      'To know whom something is about, and to find them: name, number, birth date, grade and school.',
    background:
      'To meet a student in their language and with what they need, and to see whether help reaches everybody alike.',
    contact_details: 'To reach the family safely, and to know who may consent.',
    protected_contacts:
      'To reach somebody a court or an address program protects, by named people and nobody else.',
    concerns:
      'To hear a worry once and take it to a decision: what was noticed, where and when, and by whom.',
    triage: 'To decide on one path by the same questions for everybody, and to test a decision again later.',
    supports: 'To help at school for a time, with a review and an end.',
    consent: 'To know what the family agreed to, with whom, for what and until when.',
    protected_care:
      'To keep apart what a student agreed to alone, and care for substance use, from the family.',
    referrals: 'To carry a referral to a confirmed end, and to know at each moment who owes the next step.',
    handoffs:
      'To bring a family to a first visit: what was talked about and arranged, and what stands in the way.',
    packets: 'To know exactly what an agency was sent.',
    visits: 'To get to a visit: when, where, with whom, and whether it took place.',
    signals: 'To hear what the other side sees, in a word of a closed list, where the family agreed.',
    clinical_responsibility: 'To know at each moment who answers for treatment.',
    crisis: 'To keep a student safe now, and to know who was told.',
    told_without_consent:
      'To account for what was told in an emergency or a report, and to have it reviewed.',
    disclosures: 'To account for what crossed, to whom, on which basis, and who read it.',
    access_record: 'To find out who looked at a student, and whether they had a reason.',
    kept_away: 'To keep somebody from a student, by an order, a conflict or an objection.',
    record_requests: 'To let a family see and correct the record, and to keep what must be kept.',
    roster: 'To learn from the student system who is at which school.',
    care_notices:
      'To be gentle with a child who may have been exposed to something, for some days, and to know nothing of what.',
    family_needs: 'To meet a family where it is: its days, its way to a visit, and what it needs at home.',
    provider_notes: 'To treat: what a clinician writes for their own agency, and nobody else reads.',
  } satisfies Record<DataClass, string>,
})
