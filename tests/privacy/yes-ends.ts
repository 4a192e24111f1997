import { recordConsent } from '#consent/record-consent.ts'
import { revokeConsent } from '#consent/revoke-consent.ts'
import type { Doer } from '#access/doer.ts'
import { withdrawReferral } from '#referrals/withdraw-referral.ts'
import { house } from '../../src/compose.ts'
import { actorOf, type CastKey } from '../riverside/cast.ts'
import { perform } from '../riverside/stories/teller.ts'
import { pastGuards } from './plant.ts'
import type { OpenHouse } from './open-house.ts'
import { factsTold, type Reading, sendLess, type Sent, urlsOf } from './sent-facts.ts'
import { answersTo } from './twice/answers.ts'
import { rowInData } from './twice/leaks.ts'
import { inCopy, type Told } from './twice/worlds.ts'
import type { World } from './world.ts'

type End = { says: string; holds: boolean; come(copy: World, sent: Sent): Promise<unknown> }

const being = ({ database: { db }, clock }: World, key: CastKey): Doer => ({
  db,
  clock,
  reactions: house.reactions,
  provenLately: true,
  actor: actorOf(key),
})
const past = (text: string, values: (sent: Sent) => string[]) => (copy: World, sent: Sent) =>
  pastGuards(copy.database.admin, async () => {
    const { rowCount } = await copy.database.admin.query(text, values(sent))
    if (rowCount === 0) throw new Error(`Nothing was changed by ${text}`)
  })
const no = { referral_disclosure: 'no', status_feedback: 'no', participation: 'no', safety_signals: 'no' }

const takenBack = (copy: World, { consentId }: Sent) =>
  perform(being(copy, 'maya'), revokeConsent, {
    consentId,
    askedBy: 'The mother',
    channel: 'phone',
    extent: 'everything',
  })

/** Each way in which what holds ends, and one in which it does not. */
const ends: readonly End[] = [
  { says: 'nothing has ended', holds: true, come: async () => undefined },
  {
    says: 'it was taken back',
    holds: false,
    come: takenBack,
  },
  {
    says: 'its last day is over',
    holds: false,
    come: past(`update consent set ends_on = '2026-10-12' where referral_id = $1`, ({ referralId }) => [
      referralId,
    ]),
  },
  {
    says: 'the same person said no since',
    holds: false,
    come: (copy, { referralId, caregiverId }) =>
      perform(being(copy, 'maya'), recordConsent, {
        referralId,
        caregiverId,
        method: 'phone_witnessed',
        witness: 'Grace Whitfield',
        language: 'es',
        endsOn: '2027-06-30',
        answers: no,
      }),
  },
  {
    says: 'the referral was withdrawn',
    holds: false,
    come: (copy, { referralId }) =>
      perform(being(copy, 'maya'), withdrawReferral, { referralId, askedBy: 'caregiver', channel: 'phone' }),
  },
  {
    says: 'the assignment of whoever reads has ended',
    holds: false,
    come: past(
      `update assignment set ended_at = '2026-10-13T20:29:00Z' where partner_id = $1`,
      ({ partnerId }) => [partnerId],
    ),
  },
  {
    says: 'the agency’s work with the district has ended',
    holds: false,
    come: past(`update partner set ended_at = '2026-10-13T20:29:00Z' where id = $1`, ({ partnerId }) => [
      partnerId,
    ]),
  },
  {
    // "Care that has begun goes on: nobody loses a clinician over a signature."
    says: 'the agreement rests, and care goes on',
    holds: true,
    come: past(`update agreement set ends_on = '2026-10-12' where partner_id = $1`, ({ partnerId }) => [
      partnerId,
    ]),
  },
]

const asked = `select f.id as "referralId", f.student_id as "studentId", f.partner_id as "partnerId",
    c.id as "consentId", c.caregiver_id as "caregiverId"
  from referral f join packet p on p.district_id = f.district_id and p.referral_id = f.id
  join consent c on c.district_id = p.district_id and c.id = p.consent_id
  where f.district_id = $1 and f.partner_id = $2 and f.ended_at is null and c.caregiver_id is not null
    and c.ends_on > '2026-10-13' and not exists (select from consent_revocation r where r.consent_id = c.id)
    and not exists (select from consent d where d.referral_id = f.id and d.id <> c.id)
  order by f.id limit 1`

/** What one agency's intake reads of what was sent to it: how many words of the packet it met. */
async function wordsMet(open: OpenHouse, { copy, asker, sent }: Reading) {
  const answers = await answersTo({ app: open.app, asker, urls: urlsOf(sent), words: [], queries: 0 })
  const of = (word: string) => copy.planted.of(word)
  const met = [...answers.values()].flatMap((answer) => [...copy.planted.in(answer)])
  return met.filter(
    (word) =>
      of(word)?.place.startsWith('packet.content') && of(word)?.row['referral_id'] === sent.referralId,
  ).length
}

/** Who reads at the agency, and what was sent to it on a yes that holds. */
async function readingIn(told: Told, copy: World, district: string): Promise<Reading> {
  const asker = told.askers.find(({ role, by }) => role === 'partner_intake' && by === 'browser')
  const partnerId = asker && told.standing.get(asker)?.partnerId
  const { rows } = await copy.database.admin.query<Sent>(asked, [district, partnerId])
  const [sent] = rows
  if (asker === undefined || sent === undefined) throw new Error('Nothing was sent on a yes that holds')
  return { copy, asker, sent }
}

/**
 * Ends a family's yes in every way there is: from the next request on nothing of what was sent is read, no
 * word of the packet and no code, flag, day or link of the referral. Each answer says whether what was met is
 * what should be.
 */
export async function yesEnds(told: Told, district: string): Promise<Record<string, boolean>> {
  const found: Record<string, boolean> = {}
  for (const { says, holds, come } of ends)
    found[says] = await inCopy(told, { changes: [] }, async (open, copy) => {
      const reading = await readingIn(told, copy, district)
      if ((await wordsMet(open, reading)) === 0) throw new Error('What was sent was not read')
      await come(copy, reading.sent)
      if ((await wordsMet(open, reading)) > 0 !== holds) return false
      return holds || (await factsTold(open, reading)).length === 0
    })
  return found
}

const facts = `select string_agg(reason_category || service_sought || modality || high_need::text, ' ' order by id) from referral`
const rowLeaks = rowInData('/inbox/:referralId', facts)

/**
 * Whether the school's own facts of a referral reach its agency where the packet holds a name and no more,
 * and whether it is noticed where they do: there, and after a yes that was taken back.
 */
export async function factsBesideItems(told: Told, district: string): Promise<Record<string, boolean>> {
  const tells = (first: (reading: Reading) => Promise<unknown>, leak?: typeof rowLeaks) =>
    inCopy(told, { changes: [], ...(leak && { leak }) }, async (open, copy) => {
      const reading = await readingIn(told, copy, district)
      await first(reading)
      return (await factsTold(open, reading)).length > 0
    })
  return {
    'no fact of the school’s row is told outside of what was sent': !(await tells(sendLess)),
    'one that is would be noticed': await tells(sendLess, rowLeaks),
    'and one that is told after a yes was taken back': await tells(
      ({ copy, sent }) => takenBack(copy, sent),
      rowLeaks,
    ),
  }
}
