import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { recordConsent } from '#consent/record-consent.ts'
import { sendReferral } from '#referrals/send-referral.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { signedPaper } from '#tests/riverside/signed-paper.ts'
import type { Walk } from '#tests/riverside/stories/walk.ts'
import { type LinkStory, linkStory } from '#tests/support/link-story.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let story: LinkStory
beforeAll(async () => {
  story = await linkStory()
})
afterAll(() => story.close())

const minute = 60_000
const pass = () => story.clock.set(new Date(story.clock.now().getTime() + minute))
const said = { referral_disclosure: 'yes', status_feedback: 'yes' }
const record = (walk: Walk, how: object) =>
  walk.by(walk.navigator, recordConsent, {
    referralId: walk.referralId,
    caregiverId: walk.caregiver.id,
    language: walk.caregiver.language,
    endsOn: '2027-06-30',
    answers: said,
    ...how,
  })

/** The caregiver is sent the link, comes in with what they know, and answers. */
async function byLink(walk: Walk, family: FamilyKey) {
  const linkId = await story.ask(walk, await story.reach(family))
  const { phone } = await story.comesIn(await story.received(), families[family].born)
  const fields = { linkId, language: 'en', signature: walk.caregiver.name }
  const answers = Object.fromEntries(Object.entries(said).map(([scope, yes]) => [`answers.${scope}`, yes]))
  const reply = await phone.send('/family/consent', '/family/consent', { ...fields, ...answers })
  expect(reply.status).toBe(303)
}

type Way = { family: FamilyKey; method: string; witness: boolean; capture(walk: Walk): Promise<unknown> }
const ways: Way[] = [
  { family: 'lena', method: 'link', witness: false, capture: (walk) => byLink(walk, 'lena') },
  {
    family: 'owen',
    method: 'phone_witnessed',
    witness: true,
    capture: (walk) => record(walk, { method: 'phone_witnessed', witness: 'Grace Lindholm' }),
  },
  {
    family: 'ada',
    method: 'paper',
    witness: false,
    capture: async (walk) => record(walk, { method: 'paper', scans: [await signedPaper()] }),
  },
]

/** What crossed of a referral, and the consent it crossed on. */
const crossed = async (referralId: string) =>
  (
    await story.admin.query<{
      method: string
      witness: string | null
      document: string | null
      after: boolean
    }>(
      `select c.method, c.witness, c.document_reference as document, d.at > c.given_at as after
       from disclosure d join consent c on c.district_id = d.district_id and c.id = d.consent_id
       where d.referral_id = $1`,
      [referralId],
    )
  ).rows

describe('A consent captured during the handoff call', () => {
  test.each(ways)(
    'by $method is kept with its method and who witnessed it or what was signed, and nothing crosses before it [R149]',
    async ({ family, method, witness, capture }) => {
      const walk = await story.begun(family)
      await walk.talk()
      const given = { referralId: walk.referralId, caregiverPresent: 'yes' }
      const early = await sendReferral.perform(story.being(walk.navigator), given)
      expect(early.done).toBe(false)
      expect(await crossed(walk.referralId)).toEqual([])
      pass()
      await capture(walk)
      pass()
      await walk.send()
      const rows = await crossed(walk.referralId)
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) {
        expect(row).toMatchObject({ method, after: true })
        expect(row.witness !== null).toBe(witness)
        expect(row.document !== null).toBe(!witness)
      }
    },
  )
})
