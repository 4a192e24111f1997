import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { type AfterStory, afterStory } from '#tests/support/after-story.ts'
import { giveSheet } from './give-sheet.ts'
import { lookSheets } from './look-sheets.ts'
import { setAside } from './set-aside.ts'

let story: AfterStory
beforeAll(async () => {
  story = await afterStory()
})
afterAll(() => story.close())

const helps = 'Let him leave for the quiet room when he asks'
const give = (incidentId: string, given: object = {}) =>
  giveSheet.perform(story.being('grace'), {
    incidentId,
    words: helps,
    contactId: cast.grace.id,
    readerIds: [cast.joan.id],
    ...given,
  })

test('a teacher who has to know reads what helps and whom to ask, and nothing of the incident or the plan [R125]', async () => {
  const incidentId = await story.closed()
  expect((await lookSheets.see(story.being('joan'), {})).sheets).toEqual([])
  story.must(await give(incidentId))
  const { sheets } = await lookSheets.see(story.being('joan'), {})
  expect(sheets.map(({ id: _, givenAt: _at, ...read }) => read)).toEqual([
    {
      studentName: expect.stringContaining('Theo'),
      words: helps,
      contactName: 'Grace Whitfield',
      contactPhone: '555-0152',
    },
  ])
  const json = await story.pages.get('joan', '/return-sheets', 'application/json')
  for (const hidden of [incidentId, 'crisis', 'mobile', 'Renee', families.theo.id])
    expect(json.html.includes(hidden)).toBe(false)
  for (const closed of [`/returns/${incidentId}`, '/returns', `/crisis/incidents/${incidentId}/review`])
    expect((await story.pages.get('joan', closed)).status).toBe(403)
  expect((await lookSheets.see(story.being('karen'), {})).sheets).toEqual([])
})

test('it is given to teachers of the school alone, said anew in one place, and gone with the plan [R125]', async () => {
  const incidentId = await story.closed()
  expect(await give(incidentId, { readerIds: [] })).toMatchObject({ because: ['nobody_chosen'] })
  expect(await give(incidentId, { readerIds: [cast.karen.id] })).toMatchObject({
    because: ['reader_unknown'],
  })
  expect(await give(incidentId, { readerIds: [cast.samuel.id] })).toMatchObject({
    because: ['reader_unknown'],
  })
  expect(await give(incidentId, { contactId: cast.jonah.id })).toMatchObject({ because: ['contact_unknown'] })
  story.must(await give(incidentId))
  story.must(await give(incidentId, { words: 'He may call his mother at noon' }))
  const own = async () => (await lookSheets.see(story.being('joan'), {})).sheets.map(({ words }) => words)
  expect(await own()).toContain('He may call his mother at noon')
  story.must(await setAside.perform(story.being('grace'), { incidentId, because: 'He changes school' }))
  expect(await own()).not.toContain('He may call his mother at noon')
  expect(await give(incidentId)).toMatchObject({ because: ['ended'] })
})
