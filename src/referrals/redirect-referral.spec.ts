import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withdrawSignOff } from '#partnership/withdraw-sign-off.ts'
import { idOf } from '#tests/riverside/ids.ts'
import { partners } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { declineReferral } from './decline-referral.ts'
import { lookInbox } from './look-inbox.ts'
import { redirectReferral } from './redirect-referral.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const { northbank, openDoor } = partners
const ask = (referralId: string, partnerId: string) =>
  redirectReferral.perform(story.being('maya'), { referralId, partnerId, reason: 'capacity' })

describe('Another agency is asked instead', () => {
  test('and not one that nothing may be sent to: the reasons are those of choosing and of sending [R029]', async () => {
    const { referralId } = await story.sent('mateo')
    expect(await ask(referralId, openDoor.id)).toEqual({ done: false, because: ['full'] })
    story.must(
      await withdrawSignOff.perform(story.being('leila'), { signOffId: idOf(`sign-off/${northbank.id}`) }),
    )
    expect(await ask(referralId, northbank.id)).toEqual({ done: false, because: ['sign_off_withdrawn'] })
    await story.admin.query('begin')
    await story.admin.query('set local session_replication_role = replica')
    await story.admin.query('update partner set ended_at = $2 where id = $1', [
      northbank.id,
      new Date('2026-10-01T16:00:00Z'),
    ])
    await story.admin.query(`update agreement set ends_on = '2026-10-12' where partner_id = $1`, [
      northbank.id,
    ])
    await story.admin.query('commit')
    expect(await ask(referralId, northbank.id)).toEqual({
      done: false,
      because: ['partnership_ended', 'agreement_ended', 'sign_off_withdrawn'],
    })
    expect(await story.rowOf(referralId)).toMatchObject({ state: 'sent', ended_at: null })
  })

  test('left open, the next agency is chosen in the new handoff', async () => {
    const { referralId } = await story.sent('hana')
    story.must(await redirectReferral.perform(story.being('maya'), { referralId, reason: 'capacity' }))
    expect(await story.rowOf(referralId)).toMatchObject({ state: 'redirected' })
  })

  test('the agency it is taken from is told to stop, unless it had said no itself', async () => {
    const told = async (referralId: string) =>
      (await lookInbox.see(story.noor(), {})).stops.some((stop) => stop.referralId === referralId)
    const { referralId } = await story.accepted('emma')
    story.must(await redirectReferral.perform(story.being('maya'), { referralId, reason: 'capacity' }))
    expect(await told(referralId)).toBe(true)
    const { referralId: declined } = await story.sent('lena')
    const no = { referralId: declined, reason: 'capacity' }
    story.must(await declineReferral.perform(story.noor(), no))
    story.must(await redirectReferral.perform(story.being('maya'), no))
    expect(await told(declined)).toBe(false)
  })
})
