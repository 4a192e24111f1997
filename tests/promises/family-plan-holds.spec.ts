import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bookAppointment } from '#handoffs/book-appointment.ts'
import { cast } from '#tests/riverside/cast.ts'
import { perform } from '#tests/riverside/stories/teller.ts'
import { visitFor } from '#tests/support/handoff-story.ts'
import { type LinkStory, linkStory } from '#tests/support/link-story.ts'
import { insidePlan } from '#tests/support/plan-story.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let story: LinkStory
beforeAll(async () => {
  story = await linkStory()
})
afterAll(() => story.close())

const page = '/family/plan'

/** The matrix in force as if the district had published it so. */
async function published(cells: object) {
  await story.rows('begin')
  await story.rows('set local session_replication_role = replica')
  await story.rows(`update standard set body = $1 where kind = 'minimum_necessary'`, [{ cells }])
  await story.rows('commit')
}

describe('A family that may not know of visits', () => {
  test('is told whom to call for day and time, and never that none is booked', async () => {
    const { phone, appointmentId } = await insidePlan(story, 'sofia')
    const read = async (lang: string) => (await phone.get(`${page}?lang=${lang}`)).html
    const before = await read('en')
    for (const told of ['Next visit', '4:30', appointmentId]) expect(before).toContain(told)
    await published({ caregiver: { visits: { for: [], because: 'Visits are told by phone here' } } })
    const words = {
      en: [`Call ${cast.maya.name} for the day and time.`, 'We are setting up the visit'],
      es: [`Llame a ${cast.maya.name} para saber el día y la hora.`, 'Estamos preparando la cita'],
      ar: [`اتصلوا بـ ${cast.maya.name} لمعرفة اليوم والساعة.`, 'نحن نرتب الموعد'],
    }
    for (const [lang, [call = '', soon = '']] of Object.entries(words)) {
      const html = await read(lang)
      expect(html.replaceAll(/<\/?bdi>/g, '')).toContain(call)
      expect(html).not.toContain(soon)
      expect(html).not.toContain('4:30')
    }
    expect(await read('en')).not.toContain(appointmentId)
  })

  test('is none whose district published its matrix before visits stood in it: what ships holds there', async () => {
    await published({ caregiver: { identity: { for: ['family'], because: 'Board of October 2' } } })
    const { phone } = await insidePlan(story, 'liam')
    const { html } = await phone.get(`${page}?lang=en`)
    expect(html).toContain('Next visit')
    expect(html).not.toContain('for the day and time')
    await published({})
  })
})

describe('A family that changes its mind about a time', () => {
  test('alerts the navigator once, and again only after the navigator worked on it', async () => {
    const { phone, referralId, appointmentId, walk } = await insidePlan(story, 'theo')
    const alerts = async () =>
      (
        await story.rows(`select id from notice where kind = 'family_answered' and subject_id = $1`, [
          referralId,
        ])
      ).length
    const say = async (answer: string) => {
      const said = { referralId, appointmentId, answer, language: 'en' }
      expect((await phone.send(page, '/family/visits', said)).status).toBe(303)
    }
    for (const answer of ['asks_to_reschedule', 'confirmed', 'asks_to_reschedule', 'asks_to_reschedule'])
      await say(answer)
    expect(await alerts()).toBe(1)
    const moved = 'select move_asked_at from appointment where id = $1'
    expect((await story.rows(moved, [appointmentId]))[0]?.['move_asked_at']).not.toBeNull()
    await walk.remind('confirmed')
    await say('confirmed')
    expect(await alerts()).toBe(1)
    await say('asks_to_reschedule')
    await say('asks_to_reschedule')
    expect(await alerts()).toBe(2)
  })
})

describe('An address somebody typed as the place of a visit', () => {
  test('is a link where the visit is by video alone, and says to which host', async () => {
    const typed = 'https://video.example/room/7'
    const booked = async (family: 'kayla' | 'diego', modality: string) => {
      const { walk, phone, referralId } = await insidePlan(story, family, { visit: false })
      if (modality === 'telehealth') await walk.meetByVideo()
      const visit = { ...visitFor(referralId), place: typed, modality, privateSpace: 'yes' }
      await perform(story.being('maya'), bookAppointment, visit)
      return (await phone.get(`${page}?lang=en`)).html
    }
    const video = await booked('kayla', 'telehealth')
    expect(video).toContain(`<a href="${typed}">Go to the video visit</a>`)
    expect(video).toContain('<bdi>video.example</bdi>')
    const office = await booked('diego', 'in_person')
    expect(office).toContain(`<bdi>${typed}</bdi>`)
    expect(office).not.toContain(`href="${typed}`)
  })
})
