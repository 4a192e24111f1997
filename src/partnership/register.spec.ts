import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreementId } from '#tests/riverside/agency-rows.ts'
import { cast } from '#tests/riverside/cast.ts'
import { partners } from '#tests/riverside/places.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { addLegalRule } from './add-legal-rule.ts'
import { isReviewOverdue } from './legal-rule.ts'
import { linkLegalRule } from './link-legal-rule.ts'
import { lookPartner } from './look-partner.ts'
import { lookRegister } from './look-register.ts'
import { reviewLegalRule } from './review-legal-rule.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const rule = {
  level: 'federal',
  title: 'Family Educational Rights and Privacy Act',
  source: '34 CFR part 99',
  ownerId: cast.leila.id,
  reviewOn: '2026-10-12',
}

describe('The register of rules', () => {
  test('says who looks after a rule, what is overdue, and which agreements implement it [R140]', async () => {
    const added = await addLegalRule.perform(world.being('leila'), rule)
    if (!added.done) throw new Error('not added')
    const { legalRuleId } = added.result
    const seen = async () => (await lookRegister.see(world.being('thomas'), {})).rules[0]
    expect(await seen()).toMatchObject({ ownerName: 'Leila Haddad', overdue: true, agreements: [] })
    const given = { legalRuleId, agreementId: agreementId(partners.cedarStreet.id) }
    expect(await linkLegalRule.perform(world.being('leila'), given)).toMatchObject({ done: true })
    expect(await linkLegalRule.perform(world.being('leila'), given)).toEqual({
      done: false,
      because: ['linked_already'],
    })
    expect((await seen())?.agreements).toMatchObject([{ partnerName: 'Cedar Street' }])
    const { agreements } = await lookPartner.see(world.being('yolanda'), {
      partnerId: partners.cedarStreet.id,
    })
    expect(agreements.map((each) => each.implements)).toEqual([[rule.title]])
    const looked = { legalRuleId, found: 'Nothing changed', nextReviewOn: '2027-10-12' }
    expect(await reviewLegalRule.perform(world.being('yolanda'), looked)).toMatchObject({ done: true })
    expect(await seen()).toMatchObject({ overdue: false, reviewOn: '2027-10-12', found: 'Nothing changed' })
  })

  test('is overdue the day after, and kept by those who answer for it alone', async () => {
    expect(isReviewOverdue({ reviewOn: '2026-10-13' }, '2026-10-13')).toBe(false)
    expect(isReviewOverdue({ reviewOn: '2026-10-13' }, '2026-10-14')).toBe(true)
    await expect(addLegalRule.perform(world.being('thomas'), rule)).rejects.toMatchObject({
      code: 'not_allowed',
    })
  })
})
