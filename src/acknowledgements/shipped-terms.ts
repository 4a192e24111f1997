import type { Audience } from './terms.ts'

/** Samples of our own, marked and not approved for use: a district has its legal team write them anew. */
export const sampleTerms: Readonly<Record<Audience, readonly string[]>> = {
  teacher: [
    'I raise a concern about what I saw and heard. I do not guess at a diagnosis.',
    'What I learn of a student here stays with those who need it for that student.',
    'I do not ask which agency a student sees, or why. If a family tells me, it goes no further.',
    'I talk about a student where nobody else can hear, and I leave no screen open.',
    'I do not copy names or notes into mail, chats or other tools.',
    'If something went to the wrong person, I tell the privacy officer the same day.',
  ],
  school: [
    'I open only records of students I work with, and only as much as the task needs.',
    'Nothing about a student leaves the school before the family has agreed to it, item by item. In danger, I act first and write down what I told.',
    'What an agency tells the school goes no further than the family agreed to.',
    'I reach families only in the way that is safe for them. A name or a reason is in no mail, text or voicemail.',
    'I do not look up my own family, neighbors or colleagues. I step back where I am too close.',
    'My sign-in is mine alone. I sign out of a shared device.',
    'If something went to the wrong person, I tell the privacy officer the same day.',
  ],
  partner: [
    'I use what a school sends only for the student it was sent for, and for the purpose the family agreed to.',
    'I tell the school only what the family agreed to. No note and no diagnosis is typed here.',
    'When sharing stops, I use nothing new from that day on.',
    'Records of substance use care are passed on only with the family’s written consent, or where the law says so.',
    'I reach families only in the way that is safe for them.',
    'My sign-in is mine alone. When I leave the agency, I say so before my last day.',
    'If something went to the wrong person, I tell the school’s privacy officer the same day.',
  ],
}
