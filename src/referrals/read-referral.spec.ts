import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consentsPage } from '#consent/consents-page.ts'
import { Problem } from '#platform/problem.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { referralStory, type Story } from '#tests/support/referral-story.ts'
import { receiveReferral } from './receive-referral.ts'
import { referralPage } from './referral-page.ts'

let story: Story
beforeAll(async () => {
  story = await referralStory()
})
afterAll(() => story.close())

const sent = async (family: 'mateo' | 'sofia' | 'theo' | 'hana' | 'ada', feedback: 'yes' | 'no' = 'yes') => {
  const id = await story.decide(family)
  await story.choose(id)
  await story.answer(id, family, { referral_disclosure: 'yes', status_feedback: feedback })
  await story.send(id)
  return id
}

describe('Who reads a referral', () => {
  test('the care team reads it whole, the principal how it stands and no consent, the rest nothing [R051]', async () => {
    const id = await sent('theo')
    const nurse = await referralPage.see(story.being('ines'), { referralId: id })
    expect(nurse.full?.packet?.content.identity?.name).toBe('Theo Brandt')
    expect(nurse.mayWork).toBe(false)
    const principal = await referralPage.see(story.being('marcus'), { referralId: id })
    expect(principal.full).toBeNull()
    expect(principal.referral.state).toBe('sent')
    // Nor what was decided in triage and by whom, nor when a family agreed.
    const said = ({ names, chain: [link] }: typeof principal) => [names.deciderName, link?.consentAt ?? null]
    expect(said(nurse)).not.toContain(null)
    expect(said(principal)).toEqual([null, null])
    await expect(referralPage.see(story.being('joan'), { referralId: id })).rejects.toThrow(
      new Problem('not_allowed'),
    )
    await expect(referralPage.see(story.being('priya'), { referralId: id })).rejects.toThrow(
      new Problem('not_found'),
    )
    for (const key of ['noor', 'yolanda'] as const)
      await expect(referralPage.see(story.being(key), { referralId: id }), key).rejects.toThrow(
        new Problem('not_allowed'),
      )
    await expect(consentsPage.see(story.being('marcus'), { referralId: id })).rejects.toThrow(
      new Problem('not_allowed'),
    )
    expect((await consentsPage.see(story.being('leila'), { referralId: id })).history.length).toBeGreaterThan(
      0,
    )
    const { rows } = await story.admin.query(
      `select role from audit_event where kind = 'read' and name = 'referrals/referral' and subject_id = $1`,
      [id],
    )
    expect(rows.map(({ role }) => role)).toEqual(['nurse', 'principal'])
  })

  test('the same people read what the agency says of it where the family agreed, and elsewhere that it is not shared [R051]', async () => {
    const pages = await pagesOf(story)
    const readOf = async (family: 'hana' | 'ada', feedback: 'yes' | 'no') => {
      const id = await sent(family, feedback)
      const receipt = await receiveReferral.perform(story.being('noor'), { referralId: id })
      expect(receipt.done).toBe(feedback === 'yes')
      return (await pages.get('ines', `/referrals/${id}`)).html
    }
    const [shared, kept] = [await readOf('hana', 'yes'), await readOf('ada', 'no')]
    expect(shared).toContain('The agency says so')
    expect(shared).not.toContain('Not shared: the family has not agreed')
    expect(kept).toContain('Not shared: the family has not agreed')
    expect(kept).not.toContain('The agency says so')
    await pages.close()
  })
})
