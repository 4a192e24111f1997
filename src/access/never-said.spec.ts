import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { families } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { isNeverSaid, neverSaidIn } from './never-said.ts'

let story: AgencyStory
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  story = await agencyStory()
  pages = await pagesOf(story)
})
afterAll(async () => {
  await pages.close()
  await story.close()
})

describe('What is better not written down', () => {
  test.each([
    'Her parents are undocumented.',
    'SSN 123-45-6789',
    'Su padre es indocumentado',
    'He was born in Honduras',
    'asked about asylum',
    'وضع الهجرة',
    'Mother fears deportation',
    'He is not a US citizen',
    'El padre fue deportado en mayo',
    'No es ciudadana',
    'Inmigración vino a casa',
  ])('is known in a text: %s', (text) => expect(isNeverSaid(text)).toBe(true))

  test.each([
    'Absent on 2026-10-12, called 206-555-0160 twice.',
    'He was born in 2014 and is in grade 7.',
    'Advised to visit on Monday.',
    'Se durmió en clase.',
    'Le gusta el deporte, y las actividades deportivas.',
    'Won the good citizenship award.',
    'Her deportment in class is calm.',
    'Both were born in the same week.',
    'Born in July, the youngest of the class.',
    'Visita a su abuela en el asilo de ancianos.',
  ])('is not found where there is none: %s', (text) => expect(isNeverSaid(text)).toBe(false))

  test('is asked about once, beside the field, with the words kept; sent again it is taken', async () => {
    const { referralId } = await story.accepted('mateo')
    const url = `/notes/${referralId}`
    const words = 'Mother fears deportation.'
    const asked = await pages.post('tomas', url, { words })
    expect(asked.status).toBe(422)
    expect(asked.html).toContain('Take it out, or send it again if it has to stay.')
    expect(asked.html).toContain(words)
    expect(asked.html).toContain('name="_heard" value="yes"')
    const count = async () => (await story.admin.query('select from provider_note')).rowCount
    expect(await count()).toBe(0)
    expect((await pages.post('tomas', url, { words, _heard: 'yes' })).status).toBe(303)
    expect(await count()).toBe(1)
  })

  test('is weighed by nobody in a crisis', async () => {
    const given = { studentId: families.theo.id, place: 'Says that he will be deported' }
    expect((await pages.post('daniel', '/crisis/incidents', given)).status).toBe(303)
  })

  test('is not asked of what a form carries unseen', () => {
    expect(neverSaidIn({ _form: 'asylum', words: 'Came on time' }, 'en')).toEqual([])
  })
})
