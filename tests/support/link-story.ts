import { addMinorRule } from '#consent/add-minor-rule.ts'
import { approveMinorRule } from '#consent/approve-minor-rule.ts'
import { askByLink } from '#consent/ask-by-link.ts'
import { choosePartner } from '#handoffs/choose-partner.ts'
import { setCaregiverChoice } from '#messages/set-caregiver-choice.ts'
import { updateCaregiver } from '#people/update-caregiver.ts'
import { house } from '../../src/compose.ts'
import { families, type FamilyKey } from '../riverside/families.ts'
import { partners } from '../riverside/places.ts'
import { perform } from '../riverside/stories/teller.ts'
import { Walk } from '../riverside/stories/walk.ts'
import { bornAs, phoneOf } from './link-phone.ts'
import { pagesOf } from './pages.ts'
import { postingOf } from './posting.ts'
import { riverside, type World } from './riverside.ts'

const navigatorOf = (family: FamilyKey) => (families[family].school === 'harlow' ? 'jonah' : 'maya')

/** Writes down how a caregiver is reached safely, and that they agreed to texts. @returns who it is */
async function reach({ being }: World, family: FamilyKey, position = 0): Promise<string> {
  const { id: studentId, caregivers } = families[family]
  const caregiver = caregivers[position]
  if (caregiver === undefined) throw new Error('This family has no such caregiver')
  const { id: caregiverId, name, language, relationship } = caregiver
  const whose = { studentId, caregiverId }
  const reached = {
    name,
    language,
    phone: `206-555-01${30 + position}`,
    contactRule: 'any',
    contactHours: '',
  }
  const may = { relationship, authority: 'may_consent', version: 1 }
  await perform(being(navigatorOf(family)), updateCaregiver, { ...whose, ...reached, ...may })
  await perform(being(navigatorOf(family)), setCaregiverChoice, { ...whose, version: 0, text: 'yes' })
  return caregiverId
}

/** A referral whose agency is chosen, and nobody asked yet. */
async function begun({ being, clock }: World, family: FamilyKey): Promise<Walk> {
  const walk = new Walk({ being, at: (moment) => clock.set(moment) }, family)
  await walk.raise('Quiet for two weeks.')
  await walk.decide('b')
  const { referralId } = walk
  await walk.by(walk.navigator, choosePartner, { referralId, partnerId: partners.cedarStreet.id })
  return walk
}

/** Somebody at school sends the link. @returns its id */
async function ask({ being }: World, { navigator, referralId }: Walk, linkTo: string): Promise<string> {
  const asked = { linkTo, linkScopes: ['referral_disclosure', 'status_feedback'], linkUntil: '2027-06-30' }
  return (await perform(being(navigator), askByLink, { referralId, ...asked })).linkId
}

/** The one rule of minors the legal team approved. */
async function ruleForMinors({ being }: World): Promise<void> {
  const rule = { state: 'CA', care: 'mental_health', fromAge: '15', caregiverTold: 'no', source: 'Invented' }
  const { ruleId } = await perform(being('yolanda'), addMinorRule, { ...rule, inForceFrom: '2026-09-01' })
  const approval = { ruleId, approvedBy: 'Counsel', approvedOn: '2026-09-02' }
  await perform(being('leila'), approveMinorRule, approval)
}

/** Riverside with its whole house, families who are asked by a link, and the phones they read it on. */
export async function linkStory() {
  const world = await riverside({ wiring: house.reactions })
  const pages = await pagesOf(world)
  const posting = postingOf(world)
  const comesIn = async (door: string, born: string) => {
    const phone = phoneOf(pages)
    return { phone, reply: await phone.post(door, bornAs(born)) }
  }
  return {
    ...world,
    pages,
    posting,
    reach: (family: FamilyKey, position?: number) => reach(world, family, position),
    begun: (family: FamilyKey) => begun(world, family),
    ask: (walk: Walk, caregiverId: string) => ask(world, walk, caregiverId),
    ruleForMinors: () => ruleForMinors(world),
    comesIn,
    /** The address in the text that went out last. */
    async received(): Promise<string> {
      await posting.round()
      return /\/family\/link\/[\w-]{43}/.exec(posting.texts.at(-1)?.text ?? '')?.[0] ?? ''
    },
    async rows<Row extends object = Record<string, unknown>>(text: string, values: unknown[] = []) {
      return (await world.admin.query<Row>(text, values)).rows
    },
    async close() {
      await pages.close()
      await world.close()
    },
  }
}
export type LinkStory = Awaited<ReturnType<typeof linkStory>>

/** A caregiver who was sent a link and came in by it. */
export async function comeInside(story: LinkStory, family: FamilyKey) {
  const walk = await story.begun(family)
  const caregiverId = await story.reach(family)
  const linkId = await story.ask(walk, caregiverId)
  const door = await story.received()
  const { phone, reply } = await story.comesIn(door, families[family].born)
  if (reply.status !== 303) throw new Error(`${family} did not come in`)
  return { walk, caregiverId, linkId, door, phone, referralId: walk.referralId }
}
