import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Act, act, done } from '#access/act.ts'
import { coversSchool } from '#access/actor.ts'
import type { Doer } from '#access/doer.ts'
import { id } from '#platform/given.ts'
import { newId } from '#platform/ids.ts'
import { house } from '../../src/compose.ts'
import { cast, type CastKey } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { schools } from '../riverside/places.ts'
import { type OwnIdsStory, ownIdsStory } from '../support/own-ids-story.ts'
import { filled, idFields, withField } from './own-ids.ts'
import { answerTo, tableOf } from './own-ids-trying.ts'
import { heededOnlyWhenKnown, type Scene, scenes } from './own-ids-scenes.ts'

let story: OwnIdsStory
beforeAll(async () => {
  story = await ownIdsStory()
})
afterAll(() => story.close())

const acts = new Map(house.resources.map(({ act: each }) => [each.name, each as unknown as Act]))
/** Somebody of the cast at Alder Creek who may ask for the act. */
const order: CastKey[] = [
  'maya',
  'noor',
  'daniel',
  'yolanda',
  'ruth',
  'leila',
  'ben',
  'joan',
  'marcus',
  'helen',
]
const whoMay = ({ by }: Act) => order.find((key) => by.includes(story.being(key).actor.role))

const ownId = (said: unknown) => {
  if (said === '=kayla') return families.kayla.caregivers[0]?.id
  return typeof said === 'string' && said.startsWith('=') ? story.own[said.slice(1)] : said
}

/** What a scene gives: its own words, an id of the story for every other id, anything elsewhere. */
function givenIn({ given }: Pick<Scene, 'given'>, asked: Act): Record<string, unknown> {
  const words = Object.fromEntries(Object.entries(given).map(([name, said]) => [name, ownId(said)]))
  const ids = idFields(asked.given).filter((field) => !field.includes('.') && !(field in words))
  const own = Object.fromEntries(
    ids.flatMap((field) => (field in story.own ? [[field, story.own[field]]] : [])),
  )
  return { ...filled(asked.given), ...own, ...words }
}

const valueAt = (given: Record<string, unknown>, field: string) =>
  field
    .split('.')
    .reduce<unknown>((inside, part) => (inside as Record<string, unknown> | undefined)?.[part], given)

/** Ids of other districts and, for whoever does not cover it, of another school: all as good as none. */
async function foreignIds(
  { actor }: Doer,
  { name }: Act,
  at: { field: string; value: string },
): Promise<string[]> {
  const table = tableOf(name, at.field)
  if (table === undefined) throw new Error(`No table for ${name} ${at.field}`)
  const ids = [await story.away(table, at.value)]
  const { eli } = families
  const harlow: Record<string, string | undefined> = {
    student: eli.id,
    caregiver: eli.caregivers[0]?.id,
    school: schools.harlow.id,
    person: cast.jonah.id,
  }
  const another = coversSchool(actor, schools.harlow.id) ? undefined : harlow[table]
  return another === undefined ? ids : [...ids, another]
}

/** What is amiss with the ids one act takes, field by field. */
async function amissIn(
  asked: Act,
  scene: Pick<Scene, 'given' | 'by'>,
): Promise<{ amiss: string[]; heeded: string[] }> {
  const key = scene.by ?? whoMay(asked)
  if (key === undefined) return { amiss: [`${asked.name}: nobody of the cast may`], heeded: [] }
  const doer = story.being(key)
  const given = givenIn(scene, asked)
  const known = await answerTo(doer, asked, given)
  const amiss = known.startsWith('broken') ? [`${asked.name}: ${known}`] : []
  const heeded: string[] = []
  for (const field of idFields(asked.given)) {
    const value = valueAt(given, field)
    if (typeof value !== 'string') continue
    const to = (other: string) => answerTo(doer, asked, withField(given, field, other))
    const unknown = await to(newId())
    if (unknown !== known) heeded.push(`${asked.name} ${field}`)
    if (unknown.startsWith('broken')) amiss.push(`${asked.name} ${field}: ${unknown}`)
    for (const other of await foreignIds(doer, asked, { field, value })) {
      const foreign = await to(other)
      if (foreign !== unknown)
        amiss.push(`${asked.name} ${field}: "${unknown}" to none, "${foreign}" to another's`)
    }
  }
  return { amiss, heeded }
}

describe('An id that is not one’s own', () => {
  test('is answered like one that is nobody’s, in every act, and breaks nothing', {
    timeout: 300_000,
  }, async () => {
    const taking = [...acts.values()].filter((each) => idFields(each.given).length > 0)
    const amiss: string[] = []
    const heeded = new Set(Object.keys(heededOnlyWhenKnown))
    for (const each of taking) {
      const told = scenes.filter((scene) => scene.act === each.name)
      for (const scene of told.length > 0 ? told : [{ given: {} }]) {
        const found = await amissIn(each, scene)
        amiss.push(...found.amiss)
        for (const field of found.heeded) heeded.add(field)
      }
    }
    expect(amiss).toEqual([])
    const fields = taking.flatMap((each) => idFields(each.given).map((field) => `${each.name} ${field}`))
    expect(fields.length).toBeGreaterThan(80)
    expect(fields.filter((field) => !heeded.has(field))).toEqual([])
  })

  test('that an act writes down unasked, or tells apart, is found', async () => {
    const planted = act({
      name: 'specs/planted',
      by: ['navigator'],
      given: z.object({ suggestedPartnerId: id }),
      async do(unit, { suggestedPartnerId }) {
        unit.permit(true)
        const known = await unit.tx.all(sql`select from student where id = ${suggestedPartnerId}`)
        await unit.tx.run(sql`
          update referral set partner_id = ${suggestedPartnerId} where id = ${story.own['open']}`)
        unit.record('referral.partner_chosen', { type: 'referral', id: story.own['open'] as string })
        return done({ known })
      },
    })
    const given = { suggestedPartnerId: story.own['partnerId'] }
    const { amiss } = await amissIn(planted, { given })
    expect(amiss.join()).toContain('specs/planted suggestedPartnerId: broken')
  })
})
