import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { house } from '../../src/compose.ts'
import { cast, type CastKey, type Member } from '../riverside/cast.ts'
import { type OwnIdsStory, ownIdsStory } from '../support/own-ids-story.ts'
import { pagesOf } from '../support/pages.ts'

/** Who is kept away in this spec: everybody who works at a school. */
const working = Object.values(cast).filter(
  ({ student, partner }: Member) => student === undefined && partner === undefined,
)
const readers: CastKey[] = [
  'maya',
  'daniel',
  'helen',
  'ruth',
  'lucia',
  'priya',
  'jonah',
  'noor',
  'grace',
  'samuel',
]

let story: OwnIdsStory
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  story = await ownIdsStory()
  const declined = await story.decide('kayla')
  await story.choose(declined)
  await story.answer(declined, 'kayla', { referral_disclosure: 'no' })
  pages = await pagesOf(story)
})
afterAll(() => story.close())

/** Pages on which it depends on how far somebody has come whether people are offered: all there are. */
const everyOne = [
  ['/referrals/:id', 'referral'],
  ['/referrals/:id/handoff', 'referral'],
  ['/supports/:id', 'brief_support'],
  ['/concerns/:id/triage', 'concern'],
] as const
async function further(): Promise<string[]> {
  const paths: string[] = []
  for (const [address, table] of everyOne) {
    const { rows } = await story.admin.query<{ id: string }>(
      `select id from ${table} order by id desc limit 9`,
    )
    paths.push(...rows.map(({ id }) => address.replace(':id', id)))
  }
  return paths
}

/**
 * A meeting about all students of a school, who books its visits, or a record of staff: nobody is offered
 * about one. And the incident of the stories is of nobody known yet; of one that is named a spec of its own
 * says it.
 */
const aboutMany: ReadonlySet<string> = new Set([
  '/reviews/:reviewId',
  '/crisis/incidents/:incidentId',
  '/drills/:drillId',
  '/screening/rounds/:roundId',
  '/schools/:schoolId/scheduler',
  '/staff-records/:personId',
])

/** Addresses of pages about one of the records the stories left behind, each with its id. */
function addresses(): string[] {
  const own: Record<string, string | undefined> = story.own
  return house.screens.flatMap(({ address }) => {
    const names = [...address.matchAll(/:(\w+)/g)].map(([, name]) => name as string)
    if (aboutMany.has(address) || names.length === 0 || names.some((name) => own[name] === undefined))
      return []
    return [address.replaceAll(/:(\w+)/g, (_, name: string) => own[name] as string)]
  })
}

/** What a page lets somebody choose: options of lists, and what can be ticked or picked. */
const choicesIn = (html: string) => [
  ...[...html.matchAll(/<option[^>]*>([^<]*)/g)].map(([, text]) => text ?? ''),
  ...[...html.matchAll(/<input type="(?:radio|checkbox)"[^>]*>(?:<[^>]*>)*([^<]*)/g)].map(
    ([, text]) => text ?? '',
  ),
]

/** Whom anybody is offered on a page about a student, and where. */
async function offered(names: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const key of readers)
    for (const address of [...addresses(), ...(await further())]) {
      const { status, html } = await pages.get(key, address)
      if (status !== 200) continue
      const choices = choicesIn(html)
      const met = names.filter((name) => choices.some((choice) => choice.includes(name)))
      found.push(...met.map((name) => `${key} ${address.replaceAll(/[0-9a-f-]{36}/g, ':id')}: ${name}`))
    }
  return [...new Set(found)]
}

describe('Whoever is kept away from a student', () => {
  test('is offered in no list of people on a page about the student', { timeout: 240_000 }, async () => {
    const names = working.map(({ name }) => name)
    const before = await offered(names)
    await story.admin.query(`begin; set local session_replication_role = replica;
      insert into access_block (district_id, id, student_id, person_id, kind, set_at, set_by)
      select s.district_id, gen_random_uuid(), s.id, p.id, 'conflict_of_interest', now(), p.id
      from student s join person p on p.district_id = s.district_id; commit`)
    expect(await offered(names)).toEqual([])
    const met = new Set(before.map((line) => line.replace(/^\w+ (.*): .*$/, '$1')))
    const offering = ['/concerns/:id/triage', '/referrals/:id', '/referrals/:id/handoff']
    expect([...met].toSorted()).toEqual(expect.arrayContaining(offering))
    expect(pages.broken).toEqual([])
  })
})
