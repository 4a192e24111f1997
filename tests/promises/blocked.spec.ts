import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Act } from '#access/act.ts'
import { newId } from '#platform/ids.ts'
import { actorOf, type CastKey } from '../riverside/cast.ts'
import { house } from '../../src/compose.ts'
import { families } from '../riverside/families.ts'
import { type OwnIdsStory, ownIdsStory } from '../support/own-ids-story.ts'
import { pagesOf } from '../support/pages.ts'
import { filled, idFields } from './own-ids.ts'
import { answerTo } from './own-ids-trying.ts'
import { keep } from './keep.ts'
import { neverBeen } from './never-been.ts'

/** Whose records they are, by the ids the stories left behind: everything of one student. */
const { sofia } = families
const hers = [
  'studentId',
  'referralId',
  'consentId',
  'signalId',
  'appointmentId',
  'requestId',
  'caregiverId',
  'openingId',
] as const
/**
 * Every page that is about nobody in particular, as the house declares them, and what is typed to find
 * her.
 */
const lists = [
  ...house.screens.map(({ address }) => address).filter((address) => !address.includes(':')),
  ...['sofia', 'delgado', 'so del'].flatMap((typed) =>
    ['/search?q=', '/concerns/new?name='].map((page) => page + encodeURIComponent(typed)),
  ),
  '/referrals?sort=newest',
  '/referrals?late=yes',
  '/referrals/file',
]
const readers: CastKey[] = [
  'maya',
  'daniel',
  'helen',
  'ruth',
  'lucia',
  'marcus',
  'leila',
  'ben',
  'noor',
  'tomas',
]

type Answers = ReadonlyMap<string, string>
/** What differs between two answers that say the same: keys of forms, nonces, and the mark of a file. */
const carried = /<input type="hidden" name="_key"[^>]*>|nonce="[^"]*"|number [0-9a-f-]{36}/g

type Asked = { key: CastKey; list: string; face: string }
const everything = readers.flatMap((key) =>
  lists.flatMap((list) => ['text/html', 'application/json'].map((face): Asked => ({ key, list, face }))),
)
const called = ({ key, list, face }: Asked) => `${key} ${list} ${face}`

/** What each reader is answered by each list, as a page and as data. */
/** Whoever takes a list stands in what is unusual, once more each time: each round begins as the first. */
const forgetLists = () =>
  story.admin.query(`begin; set local session_replication_role = replica;
    delete from audit_event where detail ->> 'listed' = 'true'; commit`)

async function answersTo(all: readonly Asked[], as: (key: CastKey) => string): Promise<Answers> {
  await forgetLists()
  const answers = new Map<string, string>()
  for (const asked of all) {
    const { status, html } = await pages.get(as(asked.key), asked.list, asked.face)
    // What was typed stands in the field again.
    answers.set(called(asked), `${status} ${html.replaceAll(carried, '').replaceAll(/value="[^"]*"/g, '')}`)
  }
  return answers
}

let story: OwnIdsStory
let pages: Awaited<ReturnType<typeof pagesOf<string>>>
/** The same person with a block, under a name of its own. */
const blocked = (key: CastKey) => `${key}, blocked`
const actorAt = (name: string) => {
  const [key, block] = name.split(', ') as [CastKey, string?]
  return { ...actorOf(key), ...(block !== undefined && { blockedIds: [sofia.id] }) }
}
beforeAll(async () => {
  story = await ownIdsStory()
  pages = await pagesOf<string>(story, actorAt)
})
afterAll(() => story.close())

/** Addresses of pages about her, with the ids of her story in them. */
function addressesAboutHer(): string[] {
  const own: Record<string, string | undefined> = story.own
  return house.screens.flatMap(({ address }) => {
    const names = [...address.matchAll(/:(\w+)/g)].map(([, name]) => name as string)
    const isHers = names.some((name) => (hers as readonly string[]).includes(name))
    if (!isHers || names.some((name) => own[name] === undefined)) return []
    return [address.replaceAll(/:(\w+)/g, (_, name: string) => own[name] as string)]
  })
}

const names = (html: string) => html.includes(sofia.family) || html.includes(sofia.id)

describe('Whoever is kept from a student', () => {
  test('finds none of her pages, in no role that reads them otherwise', { timeout: 120_000 }, async () => {
    const opened: string[] = []
    const leaks: string[] = []
    for (const key of readers) {
      for (const address of addressesAboutHer()) {
        if ((await pages.get(key, address)).status !== 200) continue
        opened.push(address)
        const { status, html } = await pages.get(blocked(key), address)
        if (status !== 404 || names(html)) leaks.push(`${key} ${address} ${status}`)
      }
    }
    expect(leaks).toEqual([])
    expect(new Set(opened).size).toBeGreaterThan(20)
    expect(pages.broken).toEqual([])
  })

  test('changes nothing of hers: every act answers as if she were nobody', { timeout: 120_000 }, async () => {
    const own: Record<string, string | undefined> = story.own
    const amiss: string[] = []
    let tried = 0
    for (const { act } of house.resources) {
      const asked = act as unknown as Act
      const about = idFields(asked.given).find((field) => (hers as readonly string[]).includes(field))
      const key = readers.find((each) => asked.by.includes(actorOf(each).role))
      if (about === undefined || key === undefined) continue
      const ids = Object.fromEntries(idFields(asked.given).map((field) => [field, own[field] ?? newId()]))
      const given = { ...filled(asked.given), ...ids }
      const known = await answerTo(story.being(key), asked, given)
      const answer = await answerTo({ ...story.being(key), actor: actorAt(blocked(key)) }, asked, given)
      tried += 1
      // Whom the act refuses for their role is refused before anybody is looked for.
      if (answer !== 'not_found' && answer !== (known === 'not_allowed' ? known : undefined))
        amiss.push(`${asked.name}: ${answer}`)
    }
    expect(amiss).toEqual([])
    expect(tried).toBeGreaterThan(40)
  })

  test('reads every list, search, count and badge as it would be if she had never been', {
    timeout: 240_000,
  }, async () => {
    const shown = await answersTo(everything, (key) => key)
    // What a role refuses it refuses to everybody in it.
    const open = everything.filter((asked) => !shown.get(called(asked))?.startsWith('403'))
    const hidden = await answersTo(open, blocked)
    expect([...hidden].filter(([, answer]) => names(answer)).map(([asked]) => asked)).toEqual([])
    await neverBeen(story.admin, sofia.id)
    const without = await answersTo(open, (key) => key)
    const differ = (one: Answers) =>
      [...without.keys()].filter((asked) => one.get(asked) !== without.get(asked))
    expect(differ(hidden)).toEqual([])
    // Whoever is not kept from her met her there, by name or by count, on both faces and in the file.
    const met = differ(shown)
    expect(met.length).toBeGreaterThan(40)
    expect(new Set(met.map((asked) => asked.split(' ')[1])).size).toBeGreaterThan(10)
    for (const list of ['/today', '/referrals', '/referrals/file', '/gaps', '/inbox', '/search?q=sofia'])
      expect(met.map((asked) => asked.split(' ')[1])).toContain(list)
    expect(pages.broken).toEqual([])
  })
})

keep('Walls around a student', [
  {
    says: 'keep rows of a student from whoever is blocked, in every table that says whose row it is',
    breaches: `select c.oid::regclass::text from pg_class c
      join pg_policy p on p.polrelid = c.oid and 'throughline_app'::regrole = any (p.polroles)
      where house.unblocked(c.oid) is not null
        and position('app.blocked' in pg_get_expr(p.polqual, p.polrelid)) = 0`,
    defect: `create table planted (district_id uuid, student_id uuid, primary key (district_id));
      create policy wall on planted to throughline_app using (district_id is not null)`,
    found: 'planted',
  },
])
