import type { Guide } from './terms.ts'

/** Samples of our own, marked and not approved for use: a district writes its protocols anew. */
export const sampleGuides: Readonly<Record<Guide, readonly string[]>> = {
  care_coordination: [
    'Every student who is served has one person at school who coordinates, and the family knows who it is.',
    'We coordinate only with agencies the family said yes to, and only about dates and who does what.',
    'We look at every student on the caseload once a week, and what is decided has a name and a day.',
    'A barrier that is named becomes help somebody owes, until it is done or was not possible.',
  ],
  wraparound: [
    'The family chooses who is on the team, and may end the team or a membership at any time.',
    'The caregiver and the student are part of the team, and hear everything that is planned.',
    'Each member knows their part of the plan, and no more of it than the family agreed to.',
    'The plan says what the team does for the student, by whom and by when. It says nothing of treatment.',
  ],
  on_campus: [
    'I work to the standard of my own clinic, and follow the rules of the school for visitors and rooms.',
    'I see a student at the times agreed with the teacher, in a room where nobody hears us.',
    'What is said in care stays in the record of my agency. The school hears what the family agreed to.',
    'In danger I follow the crisis standard of the school, and call the lead at once.',
  ],
}
