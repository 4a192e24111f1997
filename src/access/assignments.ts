import { catalog, type Language } from '#platform/words.ts'
import type { Actor, Opening } from './actor.ts'
import { assignableRoles, type Role, roles, roleWords, sideOf } from './roles.ts'
import { lackedBy } from './trainings.ts'

/** One assignment in force, as `house.standings_of` and `house.standing_of_token` answer it. */
export type Standing = {
  district_id: string
  person_id: string
  assignment_id: string
  name: string
  role: string
  partner_id: string | null
  student_id: string | null
  whole_district: boolean
  school_ids: readonly string[]
  /** How often the district's arrangements had changed. */
  revision?: number
  /** Students this person is kept from. */
  blocked_ids: readonly string[]
  /** Students they opened in this assignment, and until when; null for none, and for a machine. */
  openings?: readonly (Omit<Opening, 'endsAt'> & { endsAt: string })[] | null
  /** The last day their acknowledgement holds; null when they owe it, `infinity` for nothing to owe. */
  terms_end_on?: string | null
  /** Trainings the district requires of which they have none that holds; null for none. */
  untrained?: readonly string[] | null
}

/** The same with what a menu says of it, as `house.places_of` answers it. */
export type Place = Standing & {
  language: string
  district_name: string
  /** IANA zone of the district. */
  time_zone: string
  demo: boolean
  partner_name: string | null
  school_names: readonly string[]
}

/** One line of the assignment menu. */
export type AssignmentLine = { id: string; label: string; detail: string; current: boolean }

const words = catalog({
  en: {
    every_school: 'All schools, {district}',
    own_family: 'Your family',
  },
  es: {
    every_school: 'Todas las escuelas, {district}',
    own_family: 'Su familia',
  },
})

const isRole = (text: string): text is Role => (roles as string[]).includes(text)

/** What a standing says of an acknowledgement: nothing where none is asked for. A silent one owes it. */
function termsOf({ terms_end_on: endOn }: Standing): Pick<Actor, 'owesTerms' | 'termsEndOn'> {
  if (endOn === undefined || endOn === null) return { owesTerms: true }
  return endOn === 'infinity' ? {} : { termsEndOn: endOn }
}

function trainingOf({ untrained }: Standing, role: Role): Pick<Actor, 'untrained'> {
  const lacked = lackedBy(role, untrained ?? [])
  return lacked.length === 0 ? {} : { untrained: lacked }
}

/**
 * Somebody acting through one of their assignments.
 * @returns undefined for a role this version does not know: it gives no rights
 */
export function actorOf(standing: Standing): Actor | undefined {
  const { role } = standing
  if (!isRole(role) || !assignableRoles.includes(role)) return undefined
  const covered = standing.whole_district ? null : standing.school_ids
  const openings = standing.openings ?? []
  return {
    personId: standing.person_id,
    assignmentId: standing.assignment_id,
    districtId: standing.district_id,
    name: standing.name,
    role,
    schoolIds: sideOf(role) === 'school' ? covered : [],
    partnerId: standing.partner_id,
    studentId: standing.student_id,
    ...(standing.revision !== undefined && { revision: standing.revision }),
    ...(standing.blocked_ids.length > 0 && { blockedIds: standing.blocked_ids }),
    ...(openings.length > 0 && {
      openings: openings.map((opening) => ({ ...opening, endsAt: new Date(opening.endsAt) })),
    }),
    ...termsOf(standing),
    ...trainingOf(standing, role),
  }
}

/**
 * The assignment a session is using: the one that was chosen while it is in force, else the person's first.
 */
export const placeInUse = (places: readonly Place[], chosen: string | null): Place | undefined =>
  places.find((place) => place.assignment_id === chosen) ?? places[0]

function detailOf(place: Place, language: Language): string {
  const say = words(language)
  const side = isRole(place.role) ? sideOf(place.role) : 'system'
  if (side === 'family') return say('own_family')
  if (side === 'partner') return place.partner_name ?? place.district_name
  if (place.whole_district) return say('every_school', { district: place.district_name })
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(place.school_names)
}

/** The person's assignments for the menu, in the order of their first day. */
export const assignmentLines = (
  places: readonly Place[],
  { current, language }: { current: string; language: Language },
): AssignmentLine[] =>
  places.map((place) => ({
    id: place.assignment_id,
    label: isRole(place.role) ? roleWords(language)(place.role) : place.role,
    detail: detailOf(place, language),
    current: place.assignment_id === current,
  }))

/** Whether the person only ever acts for their own family: then a long password is enough. */
export const isOnlyFamily = (places: readonly { role: string }[]): boolean =>
  places.length > 0 && places.every(({ role }) => isRole(role) && sideOf(role) === 'family')
