import { type CrisisResponse, crisisResponses, isExternal } from '#standards/contract.ts'

export const contactKinds = [
  'emergency',
  'crisis_line',
  'mobile_crisis',
  'stabilization',
  'emergency_department',
  'other',
] as const
export type ContactKind = (typeof contactKinds)[number]

/** Somebody to call, with when they answer and since when the number is known to be right. */
export type Contact = {
  id: string
  kind: ContactKind
  name: string
  number: string
  note: string
  /** In a few words; null for at any hour. */
  hours: string | null
  /** Null for every school of the district. */
  schoolId: string | null
  schoolName: string | null
  checkedOn: string | null
  checkedByName: string | null
}

/** Whom a response is called at. */
const kindOf: Readonly<Record<CrisisResponse, ContactKind | undefined>> = {
  school_team: undefined,
  crisis_line: 'crisis_line',
  mobile_crisis: 'mobile_crisis',
  stabilization: 'stabilization',
  emergency_services: 'emergency',
}

/** Whom to call for a response: those of the school before those of the district. */
export const contactsFor = (contacts: readonly Contact[], response: CrisisResponse): Contact[] =>
  contacts
    .filter(({ kind }) => kind === kindOf[response])
    .sort((one, other) => Number(one.schoolId === null) - Number(other.schoolId === null))

/** Responses of the tree that nobody could call: each is shown as a gap [R096]. */
export const responsesWithout = (contacts: readonly Contact[]): CrisisResponse[] =>
  crisisResponses.filter((response) => isExternal(response) && contactsFor(contacts, response).length === 0)

const dayBefore = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

/** Whether somebody has to call a number again to make sure of it: never checked, or too long ago [R119]. */
export const isUnchecked = (
  { checkedOn }: Pick<Contact, 'checkedOn'>,
  { today, withinDays }: { today: string; withinDays: number },
): boolean => checkedOn === null || checkedOn < dayBefore(today, withinDays)
