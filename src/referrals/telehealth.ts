import type { VisitModality } from './visit.ts'

/** Ways of a visit that nobody travels to: by video, with a therapist, a psychiatrist or a psychologist. */
const remote: readonly string[] = ['telehealth', 'telepsychiatry', 'telepsychology'] satisfies VisitModality[]
export const isRemote = (modality: string): boolean => remote.includes(modality)

/**
 * The video visit a place leads to, with the host somebody reads beside it. Places are typed, by people
 * without an account too: nothing else is ever a link, nor is an address that hides where it leads.
 */
export function videoVisit({ modality, place }: { modality: string; place: string }) {
  const url = isRemote(modality) ? URL.parse(place.trim()) : null
  const isOpen = url?.protocol === 'https:' && url.username === '' && url.password === ''
  return isOpen ? { url: url.href, host: url.hostname } : undefined
}

export type TelehealthFacts = {
  readonly modality: string
  readonly place: string
  /** Whether somebody made sure with the family that the student has a room where nobody hears. */
  readonly privateSpace: boolean
  /** Whether the family's yes to visits by video with this agency holds. */
  readonly agreed: boolean
}
const obstacles = {
  video_not_agreed: ({ agreed }) => !agreed,
  video_link_missing: (facts) => videoVisit(facts) === undefined,
  private_space_missing: ({ privateSpace }) => !privateSpace,
} satisfies Record<string, (facts: TelehealthFacts) => boolean>
export type ObstacleToTelehealth = keyof typeof obstacles

/** Every reason a visit cannot be by video: the family's yes, the link, and a room of one's own [R349]. */
export const obstaclesToTelehealth = (facts: TelehealthFacts): ObstacleToTelehealth[] =>
  isRemote(facts.modality)
    ? (Object.keys(obstacles) as ObstacleToTelehealth[]).filter((name) => obstacles[name](facts))
    : []
