import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { askWords } from '#consent/ask-words.ts'
import { items } from '#consent/consent.ts'
import { consentWords } from '#consent/words.ts'
import { partnerItems, schoolItems } from '#partnership/agreement.ts'
import { itemWords } from '#partnership/words.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import type { FamilyKey } from '#tests/riverside/families.ts'
import { referralStory, type Story } from '#tests/support/referral-story.ts'
import { agreeOnEveryItem } from '#tests/support/whole-agreement.ts'
import { packetWords } from './packet-words.ts'
import { readPreview } from './packet-preview.ts'
import { findReferral } from './store.ts'

let story: Story
beforeAll(async () => {
  story = await referralStory()
})
afterAll(() => story.close())

const observed = { observed: 'Eight pieces missing' }
const chosen = async (family: FamilyKey) => {
  const id = await story.decide(family)
  await story.choose(id)
  return id
}
const preview = (referralId: string) =>
  story.db.transaction(scopeOf(actorOf('maya')), async (tx) => {
    const referral = await findReferral(tx, actorOf('maya'), referralId)
    if (referral === undefined) throw new Error('There is no such referral')
    return (await readPreview(tx, referral, story.clock.now())).preview
  })
const sent = async (referralId: string) => {
  await story.send(referralId)
  const { rows } = await story.admin.query('select content from packet where referral_id = $1', [referralId])
  const disclosed = await story.admin.query(
    `select items from disclosure where referral_id = $1 and direction = 'to_partner'`,
    [referralId],
  )
  return { content: rows[0].content, items: disclosed.rows[0].items as string[] }
}

describe('What teachers noticed', () => {
  test('a yes alone does not let it cross while the agreement is silent [R127]', async () => {
    const id = await chosen('diego')
    await story.answer(id, 'diego', { referral_disclosure: 'yes', academic_observations: 'yes' })
    const { content, items: told } = await sent(id)
    expect(content.academic_observations).toBeUndefined()
    expect(told).not.toContain('academic_observations')
  })

  test('an agreement alone does not let it cross: it stays out while nobody asked, and after a no [R127]', async () => {
    await agreeOnEveryItem(story)
    const id = await chosen('sofia')
    await story.answer(id, 'sofia', { referral_disclosure: 'yes' })
    expect((await preview(id)).leftOut).toContainEqual({ item: 'academic_observations', why: 'not_asked' })
    await story.answer(id, 'sofia', { academic_observations: 'no' })
    expect((await preview(id)).leftOut).toContainEqual({ item: 'academic_observations', why: 'declined' })
    const { content, items: told } = await sent(id)
    expect(content.identity).toBeDefined()
    expect(content.academic_observations).toBeUndefined()
    expect(JSON.stringify(content)).not.toContain(observed.observed)
    expect(told).not.toContain('academic_observations')
  })

  test('with both it crosses, and the disclosure names it [R127]', async () => {
    const id = await chosen('mateo')
    await story.answer(id, 'mateo', { referral_disclosure: 'yes', academic_observations: 'yes' })
    const { content, items: told } = await sent(id)
    expect(content.academic_observations).toEqual(observed)
    expect(told).toContain('academic_observations')
  })
})

test('every item an agreement can name is one a consent can name, in words at school and for the family', () => {
  expect(
    [...schoolItems, ...partnerItems].filter((item) => !(items as readonly string[]).includes(item)),
  ).toEqual([])
  const [atSchool, inPacket, onShelf] = [itemWords(), packetWords(), consentWords()]
  expect(schoolItems.filter((item) => !atSchool.has(item) || !inPacket.has(item))).toEqual([])
  expect(schoolItems.filter((item) => !onShelf.has(`item.${item}`))).toEqual([])
  for (const language of ['en', 'es'] as const) {
    const say = askWords(language)
    for (const part of ['ask', 'say', 'only'] as const)
      expect(say.has(`${part}.academic_observations`), `${part} in ${language}`).toBe(true)
  }
  expect(askWords('es')('only.academic_observations')).not.toBe(askWords('en')('only.academic_observations'))
})
