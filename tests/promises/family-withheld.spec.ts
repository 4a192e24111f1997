import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMinorRule } from '#consent/add-minor-rule.ts'
import { approveMinorRule } from '#consent/approve-minor-rule.ts'
import { lookAccounting } from '#consent/look-accounting.ts'
import { recordConsent } from '#consent/record-consent.ts'
import { recordException } from '#exceptions/record-exception.ts'
import { lookShared } from '#family/look-shared.ts'
import { choosePartner } from '#handoffs/choose-partner.ts'
import { addCaregiver } from '#people/add-caregiver.ts'
import { blockAccess } from '#people/block-access.ts'
import { cast, type CastKey } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { partners } from '../riverside/places.ts'
import { type AgencyStory, agencyStory, everything } from '../support/agency-story.ts'
import { shownTo as shownIn } from '../support/family-shown.ts'
import { pagesOf } from '../support/pages.ts'
import { byPhone } from '../support/referral-story.ts'

let story: AgencyStory
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  story = await agencyStory()
  pages = await pagesOf(story)
  const { must, being } = story
  const rule = { state: 'CA', care: 'mental_health', fromAge: '12', caregiverTold: 'no', source: 'A law' }
  const added = await addMinorRule.perform(being('yolanda'), { ...rule, inForceFrom: '2026-09-01' })
  const approval = { ruleId: must(added).ruleId, approvedBy: 'Counsel', approvedOn: '2026-09-02' }
  must(await approveMinorRule.perform(being('leila'), approval))
})
afterAll(async () => {
  await pages.close()
  await story.close()
})

const shownTo = (key: CastKey) => shownIn(pages, key)

/** The page before and after something is written down about the student. */
async function around(key: CastKey, work: () => Promise<unknown>) {
  const before = await shownTo(key)
  await work()
  return { before, after: await shownTo(key) }
}

const told = {
  items: ['identity', 'what_was_observed'],
  channel: 'phone',
  onDay: '2026-10-12',
  atTime: '11:00',
}
const tell = async (given: object) =>
  story.must(await recordException.perform(story.being('daniel'), { ...told, ...given }))
const report = {
  basis: 'mandated_report',
  recipientKind: 'child_protection',
  recipientName: 'CANARYWORKER',
  recipientOffice: 'CANARYPROTECTION',
  reportReference: 'CANARYNUMBER',
}

/** A student answers alone, and something crosses and is read on it. */
async function answersAlone(): Promise<void> {
  const { must, being, decide } = story
  const referralId = await decide('amal', { by: 'priya', navigator: 'jonah' })
  const partnerId = partners.northbank.id
  must(await choosePartner.perform(being('jonah'), { referralId, partnerId }))
  const alone = {
    referralId,
    grantorKind: 'student',
    method: 'paper',
    documentReference: 'CANARYFOLDER',
    language: 'en',
    endsOn: '2027-06-30',
    answers: { ...everything, services: 'yes' },
  }
  must(await recordConsent.perform(being('jonah'), alone))
  // An agency that treats a student on their own word, and tells the school of it.
  await story.admin.query(`begin; set local session_replication_role = replica;
    insert into disclosure (district_id, id, student_id, referral_id, partner_id, consent_id, direction, items, purpose, at, family_sees)
      select district_id, gen_random_uuid(), student_id, referral_id, partner_id, id, 'to_school', '{status}', purpose, given_at, family_sees
      from consent where student_id = '${families.amal.id}';
    insert into disclosure_reading (district_id, id, student_id, referral_id, partner_id, consent_id, kind, items, family_sees, at, read_as)
      select district_id, gen_random_uuid(), student_id, referral_id, partner_id, id, 'portal_view', '{reason}', family_sees, given_at, 'clinician'
      from consent where student_id = '${families.amal.id}' and kind = 'release'; commit`)
}

/** What is handed to a family on paper, or kept in the school's own file. */
async function accountingFor(to: 'caregiver' | 'student' | 'file') {
  const asked = { studentId: families.amal.id, whole: 'yes', to }
  const { crossed, read, opened } = await lookAccounting.see(story.being('leila'), asked)
  expect(opened === undefined).toBe(to !== 'file')
  return { crossed, read }
}

describe('What is withheld on the page of a family', () => {
  test('reads as if there were no report for the child’s protection [R137]', async () => {
    const { before, after } = await around('elena', () =>
      tell({ ...report, studentId: families.mateo.id, familySees: 'family' }),
    )
    expect(after).toBe(before)
    expect(after).not.toContain('CANARY')
  })

  test('tells of an emergency, unless whoever told it said that knowing it is a danger', async () => {
    const emergency = {
      basis: 'health_safety_emergency',
      threat: 'CANARYTHREAT that nobody could wait for',
      recipientKind: 'police',
      recipientName: 'CANARYDISPATCHER',
      studentId: families.mateo.id,
    }
    const kept = { ...emergency, recipientOffice: 'CANARYOFFICE', familySees: 'nobody' }
    const { before, after } = await around('elena', () => tell(kept))
    expect(after).toBe(before)
    await tell({ ...emergency, recipientOffice: 'Riverside police', atTime: '11:05', familySees: 'family' })
    const shown = await shownTo('elena')
    expect(shown).toContain('In an emergency, the school told Riverside police')
    expect(shown).not.toContain('CANARY')
  })

  test('shows what a minor agreed to alone to the student, and not a word of it to a caregiver [R137]', async () => {
    const earlier = await accountingFor('caregiver')
    const { before, after } = await around('samira', answersAlone)
    expect(after).toBe(before)
    expect(await accountingFor('caregiver')).toEqual(earlier)
    expect((await accountingFor('student')).crossed).toHaveLength(earlier.crossed.length + 2)
    expect((await accountingFor('file')).crossed).toHaveLength(earlier.crossed.length + 2)
    expect(after).toContain('Nothing is shared with anybody outside the school.')
    const own = await shownTo('amal')
    expect(own).toContain('Northbank Youth Counseling')
    expect(own).not.toContain('CANARY')
  })

  test('shows nothing of care under 42 CFR Part 2 to a caregiver, unless the student said yes [R137]', async () => {
    const { openDoor } = partners
    await story.admin.query(
      `begin; set local session_replication_role = replica;
       insert into partner_service (district_id, id, partner_id, name, kind, tiers, ages)
       select district_id, gen_random_uuid(), '${openDoor.id}', 'Recovery', 'substance_use', tiers, ages from partner_service limit 1;
       commit`,
    )
    const referralId = await story.decide('sofia')
    await story.admin.query(
      `begin; set local session_replication_role = replica;
       update referral set partner_id = '${openDoor.id}' where id = '${referralId}'; commit`,
    )
    const answering = { referralId, ...byPhone('sofia'), answers: everything }
    const { before, after } = await around('carmen', async () =>
      story.must(await recordConsent.perform(story.being('maya'), answering)),
    )
    expect(after).toBe(before)
    expect(after).not.toContain('Open Door')
  })

  test('never says how to reach another caregiver, or who is kept away and why [R137]', async () => {
    const { being, must } = story
    const other = { name: 'CANARYFATHER', phone: '555-0999', email: 'canary@father.example', language: 'en' }
    const studentId = families.mateo.id
    const { before, after } = await around('elena', async () => {
      const given = { ...other, studentId, relationship: 'father', authority: 'may_consent', position: 2 }
      must(await addCaregiver.perform(being('maya'), given))
      const order = { studentId, personId: cast.ines.id, kind: 'custody', documentReference: 'CANARYORDER' }
      must(await blockAccess.perform(being('leila'), order))
    })
    expect(after).toBe(before)
    expect(after).not.toMatch(/CANARY|555-0999|canary@/)
  })

  test('is no page at all for a caregiver who is kept away from the child', async () => {
    const { actor } = story.being('elena')
    const kept = story.as({ ...actor, blockedIds: [families.mateo.id] })
    await expect(lookShared.see(kept, {})).rejects.toMatchObject({ code: 'not_found' })
  })

  test('would show what is withheld if the record said otherwise', async () => {
    const { before, after } = await around('samira', () =>
      story.admin.query(
        `begin; set local session_replication_role = replica;
         update consent set family_sees = 'family' where student_id = '${families.amal.id}';
         update consent_answer set family_sees = 'family' where student_id = '${families.amal.id}'; commit`,
      ),
    )
    expect(before).not.toContain('Northbank')
    expect(after).toContain('Northbank')
  })
})
