/** Whether an agency takes new referrals now. */
export const acceptances = ['accepting', 'waitlist', 'full', 'paused'] as const
export type Acceptance = (typeof acceptances)[number]

export const modalities = [
  'in_person',
  'on_campus',
  'home',
  'telehealth',
  'telepsychiatry',
  'telepsychology',
] as const
export type Modality = (typeof modalities)[number]

export const payers = ['medicaid', 'private', 'uninsured', 'sliding_fee'] as const
export type Payer = (typeof payers)[number]

export const routeKinds = ['portal_queue', 'e_referral', 'secure_message', 'phone_line'] as const
export type RouteKind = (typeof routeKinds)[number]

/** Ways a referral really leaves by. Over the others nothing would reach anybody, so none can be in use. */
const connected = ['portal_queue'] as const satisfies readonly RouteKind[]
export const isConnected = (kind: RouteKind): boolean => (connected as readonly RouteKind[]).includes(kind)

/** The one way a referral reaches an agency. */
export type Route = { id: string; kind: RouteKind; address: string; openedAt: Date }

export const serviceKinds = [
  'assessment',
  'individual',
  'group',
  'family',
  'psychiatry',
  'substance_use',
  'other',
] as const
export type ServiceKind = (typeof serviceKinds)[number]

export type Service = { id: string; name: string; kind: ServiceKind; tiers: number[]; ages: string }

/** What is kept by hand of an agency: what it does, whom it serves and how it is reached. */
export type Entry = Pick<
  Partner,
  'about' | 'contactName' | 'phone' | 'crisisPhone' | 'address' | 'hours' | 'populations'
>

/** What people call an agency: in full, and in a sentence. */
export type Names = Pick<Partner, 'name' | 'shortName'>

/** How an agency sees families, when, and who pays. */
export type Offer = Pick<Partner, 'languages' | 'modalities' | 'payers' | 'afterSchool' | 'weekends'>

/** A community agency that answers referrals, with what it offers and the one route that leads to it. */
export type Partner = {
  id: string
  name: string
  shortName: string
  about: string
  address: string
  phone: string
  /** When they are open, in plain words. */
  hours: string
  contactName: string
  crisisPhone: string | null
  populations: string | null
  relationshipOwner: string | null
  acceptance: Acceptance
  /** Why not, or what the wait is. */
  acceptanceNote: string | null
  openPlaces: number
  nextOpeningOn: string | null
  capacityUpdatedAt: Date
  languages: string[]
  modalities: Modality[]
  payers: Payer[]
  afterSchool: boolean
  weekends: boolean
  /** Null until the onboarding list is complete: nothing is sent before. */
  onboardedAt: Date | null
  endedAt: Date | null
  version: number
  services: Service[]
  route: Route | null
}
