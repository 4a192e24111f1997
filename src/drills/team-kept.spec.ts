import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { modelInForce } from '#standards/contract.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { schools } from '#tests/riverside/places.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { joinTeam } from './join-team.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
  const at = { schoolId: schools.alderCreek.id, kind: 'caregiver', role: 'Mother of two students' }
  await joinTeam.perform(world.being('ruth'), { ...at, name: 'Rosa Whelan', phone: '555-0190' })
  const away = { ...at, schoolId: schools.harlow.id, name: 'Ana Ruiz', phone: '555-0191' }
  await joinTeam.perform(world.being('ruth'), away)
})
afterAll(() => world.close())

const words = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

test('the page a device keeps has the rubric, the tree with its numbers, and the crisis team, for whoever may read it', async () => {
  const pages = await pagesOf(world)
  const { html } = await pages.get('daniel', '/crisis/offline')
  const { crisis } = await world.db.transaction(scopeOf(actorOf('daniel')), async (tx) =>
    modelInForce(tx, world.clock.now()),
  )
  const page = words(html)
  for (const { question, low, moderate, high } of crisis.body.items)
    expect(page).toContain(`${question} ${low} ${moderate} ${high}`)
  for (const { criteria } of crisis.body.responses) expect(page).toContain(criteria)
  expect(page).toMatch(/Mobile crisis team Moderate Moderate: a team comes .*? 555-0\d\d\d/)
  expect(page).toContain('Rosa Whelan , Mother of two students Caregiver 555-0190')
  expect(page).not.toContain('Ana Ruiz')
  const teacher = words((await pages.get('joan', '/crisis/offline')).html)
  expect(teacher).toContain(crisis.body.items[0]?.question)
  expect(teacher).not.toMatch(/Rosa Whelan|Crisis team/)
  expect(pages.broken).toEqual([])
  await pages.close()
})

test('the roster on paper is of one school, says whom it lacks and how each is reached', async () => {
  const pages = await pagesOf(world)
  const page = words((await pages.get('daniel', '/crisis/papers/roster')).html)
  expect(page).toContain('Crisis team of Alder Creek')
  expect(page).toContain('nobody stands for professional, community partner')
  expect(page).toContain('Rosa Whelan , Mother of two students Caregiver 555-0190')
  expect(page).toContain('Ruth Halvorsen')
  expect((await pages.get('joan', '/crisis')).html).not.toContain('/crisis/papers/roster')
  expect((await pages.get('daniel', '/crisis')).html).toContain('/crisis/papers/roster')
  await pages.close()
})
