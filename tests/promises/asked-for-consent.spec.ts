import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { givePaper } from '#consent/give-paper.ts'
import { lookWorklist } from '#consent/look-worklist.ts'
import { consentsPage } from '#consent/consents-page.ts'
import { askByLink } from '#consent/ask-by-link.ts'
import { nameFamilyContact } from '#consent/name-family-contact.ts'
import { recordConsent } from '#consent/record-consent.ts'
import { withdrawLink } from '#consent/withdraw-link.ts'
import { setAbsence } from '#district/set-absence.ts'
import { type CastKey, cast } from '#tests/riverside/cast.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { perform } from '#tests/riverside/stories/teller.ts'
import type { Walk } from '#tests/riverside/stories/walk.ts'
import { type LinkStory, linkStory } from '#tests/support/link-story.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let story: LinkStory
beforeAll(async () => {
  story = await linkStory()
})
afterAll(() => story.close())

const asked = ['referral_disclosure', 'status_feedback']
const caregiverOf = (family: FamilyKey) => families[family].caregivers[0]?.id ?? ''
const paper = ({ referralId }: Walk, family: FamilyKey, more: object = {}) => ({
  referralId,
  paperTo: caregiverOf(family),
  paperScopes: asked,
  againOn: '2026-11-20',
  ...more,
})
const link = ({ referralId }: Walk, family: FamilyKey, more: object = {}) => ({
  referralId,
  linkTo: caregiverOf(family),
  linkScopes: asked,
  linkUntil: '2027-06-30',
  ...more,
})
const listed = async (state: 'to_ask' | 'requested', { referralId }: Walk, key: CastKey = 'maya') =>
  (await lookWorklist.see(story.being(key), { state })).rows.find(({ id }) => id === referralId)
const seen = (walk: Walk, key: CastKey) => consentsPage.see(story.being(key), { referralId: walk.referralId })
const traces = (walk: Walk) =>
  story.rows<{ name: string; role: string; detail: object }>(
    `select name, role, detail from audit_event where name like 'family_contact.%'
       and student_id = (select student_id from referral where id = $1) order by at, id`,
    [walk.referralId],
  )
const pass = (hours: number) => story.clock.set(new Date(story.clock.now().getTime() + hours * 3_600_000))

describe('That a family was asked for consent', () => {
  test('is kept with who, when, how and until when, and stands in a list of its own until it answers', async () => {
    const walk = await story.begun('sofia')
    await story.reach('sofia')
    expect(await listed('to_ask', walk)).toMatchObject({ askedAt: null, answerDueAt: null })
    const at = story.clock.now()
    await perform(story.being('maya'), givePaper, paper(walk, 'sofia', { againOn: '2026-10-20' }))
    expect(await listed('to_ask', walk)).toBeUndefined()
    expect(await listed('requested', walk)).toMatchObject({
      askedAt: at,
      askedBy: 'Maya Okafor',
      askedWay: 'paper',
      // The end of the day on the district's clock.
      answerDueAt: new Date('2026-10-21T07:00:00Z'),
    })
    const page = await story.pages.get('maya', '/consents?state=requested')
    expect(page.html).toContain('On paper')
    expect(page.html).toContain('Answer by')
    pass(8 * 24)
    const late = await story.pages.get('maya', '/consents?state=requested')
    expect(late.html).toContain('Ask again.')
    await perform(story.being('maya'), recordConsent, {
      referralId: walk.referralId,
      caregiverId: caregiverOf('sofia'),
      method: 'in_person',
      witness: 'Grace Lindholm',
      language: 'es',
      endsOn: '2027-06-30',
      answers: { referral_disclosure: 'yes', status_feedback: 'no' },
    })
    expect(await listed('requested', walk)).toBeUndefined()
    expect((await seen(walk, 'maya')).requests).toMatchObject([{ way: 'paper', open: false }])
  })

  test('by a link is asked for half an hour, and no more once the link is taken back', async () => {
    const walk = await story.begun('kayla')
    await story.reach('kayla')
    const sentAt = story.clock.now()
    const { linkId } = await perform(story.being('maya'), askByLink, link(walk, 'kayla'))
    expect(await listed('requested', walk)).toMatchObject({
      askedWay: 'link',
      answerDueAt: new Date(sentAt.getTime() + 30 * 60_000),
    })
    await perform(story.being('maya'), withdrawLink, { linkId })
    expect(await listed('requested', walk)).toBeUndefined()
    expect(await listed('to_ask', walk)).toBeDefined()
  })
})

describe('One named person collects consent and papers from a family', () => {
  test('a second person who asks is warned by name, and asks only with a reason, which is in the trail [R063]', async () => {
    const walk = await story.begun('lena')
    await story.reach('lena')
    // Nobody is named: it is whoever navigates.
    expect((await seen(walk, 'maya')).contact).toMatchObject({ isOwn: true, beside: false })
    await perform(story.being('maya'), nameFamilyContact, {
      referralId: walk.referralId,
      contactPersonId: cast.helen.id,
    })
    expect((await seen(walk, 'maya')).contact).toMatchObject({
      who: { name: cast.helen.name, named: true },
      beside: true,
    })
    const page = await story.pages.get('maya', `/referrals/${walk.referralId}/consents`)
    expect(page.html).toContain(`${cast.helen.name} collects consent and papers from this family.`)
    expect(page.html).toContain(`${cast.helen.name} collects consent from this family. Why do you ask?`)

    const handoff = await story.pages.get('maya', `/referrals/${walk.referralId}/handoff`)
    expect(handoff.html).toContain(`${cast.helen.name} collects consent and papers from this family.`)
    for (const outcome of [
      await givePaper.perform(story.being('maya'), paper(walk, 'lena')),
      await askByLink.perform(story.being('maya'), link(walk, 'lena')),
    ])
      expect(outcome).toEqual({ done: false, because: ['has_contact'] })
    expect((await seen(walk, 'maya')).requests).toEqual([])

    await perform(story.being('maya'), givePaper, paper(walk, 'lena', { beside: 'family_asked' }))
    expect((await seen(walk, 'helen')).requests).toMatchObject([
      { askedByName: cast.maya.name, besideName: cast.helen.name, besideBecause: 'family_asked' },
    ])
    const passed = { contactId: cast.helen.id, reason: 'family_asked' }
    expect(await traces(walk)).toMatchObject([
      { name: 'family_contact.named', detail: { personId: cast.helen.id } },
      { name: 'family_contact.passed_over', role: 'navigator', detail: passed },
    ])
    const of = [cast.helen.id, walk.referralId]
    const told = await story.rows('select kind from notice where person_id = $1 and subject_id = $2', of)
    expect(told).toContainEqual({ kind: 'asked_beside_you' })
  })

  test('the contact asks without a word, and so does whoever stands in for them while they are away', async () => {
    const walk = await story.begun('owen')
    await story.reach('owen')
    await perform(story.being('maya'), nameFamilyContact, {
      referralId: walk.referralId,
      contactPersonId: cast.daniel.id,
    })
    await perform(story.being('daniel'), givePaper, paper(walk, 'owen'))
    expect(await givePaper.perform(story.being('maya'), paper(walk, 'owen'))).toMatchObject({
      because: ['has_contact'],
    })
    const today = story.clock.now().toISOString().slice(0, 10)
    await perform(story.being('daniel'), setAbsence, {
      personId: cast.daniel.id,
      fromOn: today,
      throughOn: today,
      backupId: cast.maya.id,
    })
    await perform(story.being('maya'), givePaper, paper(walk, 'owen'))
    expect((await traces(walk)).map(({ name }) => name)).toEqual(['family_contact.named'])
  })

  test('is somebody who asks families of this school', async () => {
    const walk = await story.begun('ada')
    const name = (contactPersonId: string) =>
      nameFamilyContact.perform(story.being('maya'), { referralId: walk.referralId, contactPersonId })
    expect(await name(cast.noor.id)).toEqual({ done: false, because: ['not_at_school'] })
    expect(await name(cast.joan.id)).toEqual({ done: false, because: ['not_at_school'] })
    expect(await name(cast.helen.id)).toMatchObject({ done: true })
    expect(await name(cast.helen.id)).toEqual({ done: false, because: ['named_already'] })
  })
})
