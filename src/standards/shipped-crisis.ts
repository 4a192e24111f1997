import { afterwards, type CrisisStandard } from './crisis.ts'

/**
 * A sample in our own words, and no instrument: what somebody can see and ask without training in it. It is
 * closed to live schools until the district and its partners signed a version.
 */
export const sampleCrisis: CrisisStandard = {
  statement:
    'A guide for staff, and not a diagnostic tool. In doubt, choose further to the right. Anybody may call 911 first.',
  items: [
    {
      code: 'hurt_or_in_reach',
      question: 'Is somebody hurt, or is something dangerous in reach?',
      low: 'No',
      moderate: 'Not sure',
      high: 'Yes',
    },
    {
      code: 'said',
      question: 'What did the student say or show about hurting themselves or somebody else?',
      low: 'Nothing like that',
      moderate: 'Something that worries me',
      high: 'That they mean to',
    },
    {
      code: 'with_an_adult',
      question: 'Can the student stay with an adult and talk?',
      low: 'Yes',
      moderate: 'For a short while',
      high: 'No',
    },
    {
      code: 'today',
      question: 'What is different today?',
      low: 'A hard day, and the student sees a way on',
      moderate: 'Something happened that the student cannot see past',
      high: 'The student says goodbye, or gives things away',
    },
  ],
  tree: { low: 'school_team', moderate: 'mobile_crisis', high: 'emergency_services' },
  responses: [
    {
      code: 'school_team',
      criteria: 'Low: the counselor or nurse sees the student today and decides what follows.',
    },
    {
      code: 'crisis_line',
      criteria: 'The student wants to talk now, or no team can come: call or text 988 together.',
    },
    {
      code: 'mobile_crisis',
      criteria: 'Moderate: a team comes to the school. Stay together until it is there.',
    },
    {
      code: 'stabilization',
      criteria: 'The team that comes advises a place to stay for a short time, and the caregiver agrees.',
    },
    {
      code: 'emergency_services',
      criteria: 'High: somebody is in danger now. Call 911, then the lead.',
    },
  ],
  actions: [
    { code: 'not_alone', what: 'An adult stays with the student' },
    { code: 'others_away', what: 'Other students are somewhere else' },
    { code: 'things_away', what: 'What could hurt is out of reach' },
    { code: 'way_clear', what: 'The way in is clear for help' },
  ],
  caregiverRule:
    'A caregiver is told the same day, once the student is safe. Where telling is dangerous, the lead says why.',
  exceptions: [
    { code: 'danger_at_home', reason: 'Telling would put the student in danger' },
    { code: 'nobody_reached', reason: 'Nobody could be reached, and somebody goes on trying' },
    { code: 'law_says_not', reason: 'The law or an order says not to' },
  ],
  policies: [
    {
      code: 'mandatory_reporting',
      title: 'Mandatory reporting',
      says: 'Whoever suspects that a child is hurt or not cared for reports it themselves, the same day. Nobody has to agree.',
      reviewOn: '2027-06-30',
    },
    {
      code: 'reentry_after_suicide_threat',
      title: 'Coming back after a threat of suicide',
      says: 'Before the student comes back: a meeting with the family, a named adult, the next visit, and what to do if risk rises.',
      reviewOn: '2027-06-30',
    },
  ],
  ...afterwards,
  contactsCheckedWithinDays: 90,
  checkEveryMinutes: 15,
}
