import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { lookToday } from '#coordination/look-today.ts'
import { lookProfile } from '#households/look-profile.ts'
import { makeDue } from '#messages/make-due.ts'
import { endHelp } from '#navigation/end-help.ts'
import { requestHelp } from '#navigation/request-help.ts'
import { families } from '#tests/riverside/families.ts'
import { type LinkStory, linkStory } from '#tests/support/link-story.ts'
import { insidePlan } from '#tests/support/plan-story.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let story: LinkStory
beforeAll(async () => {
  story = await linkStory()
})
afterAll(() => story.close())

const page = '/family/plan'
const today = async () => JSON.stringify(await lookToday.see(story.being('maya'), {}))
const pauses = (referralId: string) =>
  story.rows('select reason, from_on, through_on, ended_on from referral_pause where referral_id = $1', [
    referralId,
  ])

describe('A family that asks to wait', () => {
  test('gives no reason; until then nothing asks it, a visit of these days is moved, and it goes on when it wants to [R354]', async () => {
    const { phone, referralId, appointmentId } = await insidePlan(story, 'ruben')
    const said = { referralId, barriers: 'work_schedule', language: 'en' }
    expect((await phone.send(page, '/family/barriers', said)).location).toBe(`${page}?lang=en`)
    const asking = async () =>
      (
        await story.rows('select id from barrier where referral_id = $1 and resolved_at is null', [
          referralId,
        ])
      )
        .concat(await story.rows('select id from appointment_reminder where referral_id = $1', [referralId]))
        .map(({ id }) => String(id))
    const before = await today()
    expect((await asking()).filter((id) => before.includes(id)).length).toBeGreaterThan(1)

    const none = await phone.send(page, '/family/waits?lang=es', { referralId, language: 'es' })
    expect(none.status).toBe(422)
    const wish = { referralId, days: '14', language: 'es' }
    expect((await phone.send(page, '/family/waits', wish)).location).toBe(`${page}?lang=es`)
    expect(await pauses(referralId)).toMatchObject([{ reason: 'family_asked', ended_on: null }])
    const [visit] = await story.rows('select move_asked_at from appointment where id = $1', [appointmentId])
    expect(visit?.['move_asked_at']).not.toBeNull()
    const after = await today()
    expect((await asking()).filter((id) => after.includes(id))).toEqual([])
    const system = story.asSystem(story.districtId)
    await makeDue.perform(system, {})
    expect(await story.rows(`select 1 from message where kind = 'reminder'`, [])).toEqual([])
    expect((await phone.get(`${page}?lang=es`)).html).toContain('Usted nos pidió esperar')
    const again = await phone.send(page, '/family/waits', wish)
    expect(again.html).toContain('Ya estamos esperando')

    const on = { referralId, language: 'en' }
    expect((await phone.send(page, '/family/waits/end', on)).location).toBe(`${page}?lang=en`)
    const now = await today()
    expect((await asking()).filter((id) => now.includes(id)).length).toBeGreaterThan(0)
    expect((await phone.send(page, '/family/waits/end?lang=en', on)).html).toContain(
      'We do not wait any more.',
    )
  })

  test('is named with its other choices where they were made, without a reason and without blame [R354]', async () => {
    const { phone, referralId } = await insidePlan(story, 'kayla')
    const food = { referralId, kind: 'food', dueOn: '2026-10-28' }
    const asked = await requestHelp.perform(story.being('maya'), food)
    const helpId = asked.done ? asked.result.helpId : ''
    const no = { helpId, outcome: 'family_declined' }
    expect(await endHelp.perform(story.being('maya'), no)).toMatchObject({ done: true })
    await phone.send(page, '/family/waits', { referralId, days: '7', language: 'en' })
    await phone.send(page, '/family/waits/end', { referralId, language: 'en' })
    await phone.send(page, '/family/withdrawals', { referralId, sure: 'yes', language: 'en' })
    const { choices } = await lookProfile.see(story.being('maya'), { studentId: families.kayla.id })
    expect([...new Set(choices.map(({ kind }) => kind))].toSorted()).toEqual([
      'accepted',
      'declined_help',
      'picked_agency',
      'waits',
      'withdrew',
    ])
    const { html } = await story.pages.get('maya', `/students/${families.kayla.id}/family`)
    expect(html).toContain('Chose to go without practical help')
    expect(html).toContain('Chose not to go on')
    expect(html).not.toMatch(/refus|non-compl|failed|missed/i)
  })

  test('of which the need is high is asked to call: the lead decides with it, and nothing is paused', async () => {
    const { phone, referralId } = await insidePlan(story, 'mateo')
    await story.admin.query('begin; set local session_replication_role = replica')
    await story.admin.query('update referral set high_need = true where id = $1', [referralId])
    await story.admin.query('commit')
    const wish = { referralId, days: '7', language: 'en' }
    expect((await phone.send(page, '/family/waits?lang=en', wish)).html).toContain(
      'We want to plan the wait with you.',
    )
    expect(await pauses(referralId)).toEqual([])
  })
})
