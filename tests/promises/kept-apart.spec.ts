import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Look } from '#access/look.ts'
import { shippedCells } from '#access/shipped-minimum-necessary.ts'
import { knowsProtectedCare, mayBeWithheld } from '#access/withhold.ts'
import { sideOf } from '#access/roles.ts'
import { house } from '../../src/compose.ts'
import { actorOf, cast, type CastKey } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { everything } from '../support/agency-story.ts'
import { type OwnIdsStory, ownIdsStory } from '../support/own-ids-story.ts'
import { pagesOf } from '../support/pages.ts'
import { keep } from './keep.ts'
import { neverWas, rewinding, setApart } from './kept-apart.ts'

let story: OwnIdsStory
let pages: Awaited<ReturnType<typeof pagesOf>>
let rewind: () => Promise<void>
beforeAll(async () => {
  story = await ownIdsStory()
  pages = await pagesOf(story)
  for (const referralId of await referralsApart())
    if (referralId !== story.own.referralId) {
      await story.choose(referralId)
      await story.answer(referralId, 'emma', everything)
    }
  rewind = await rewinding(story.admin)
}, 120_000)
afterAll(async () => {
  await pages.close()
  await story.close()
})

const { sofia, emma } = families
/** One that an agency accepted, and one that stalled. */
async function referralsApart(): Promise<string[]> {
  const { rows } = await story.admin.query<{ id: string }>(
    `select f.id from referral f where f.id = $1 or exists (select from escalation e where e.referral_id = f.id) order by f.id`,
    [story.own.referralId as string],
  )
  return rows.map(({ id }) => id)
}

/** What a list is asked for so that the student is in it. */
const asked: Readonly<Record<string, readonly string[]>> = {
  'people/search': ['?q=sofia+delgado', `?q=${emma.given}`],
  'crisis/crisis': [`?student=${sofia.id}`],
  'coordination/today': ['', '?show=everything'],
  'escalations/list': ['', '?state=closed'],
}

type Face = { look: Look; by: CastKey; address: string; accept: string }

/** Whoever may not know of care a student agreed to alone: a caregiver, or staff in a role, for this look. */
const mayNotKnow = (look: Look, by: CastKey): boolean => {
  const { role } = actorOf(by)
  if (role === 'caregiver') return true
  return mayBeWithheld(role) && !knowsProtectedCare(shippedCells, role, look.shows)
}

/** Every page and its data, for one person in each role that opens it and may not know. */
function facesOf(): Face[] {
  const own: Record<string, string | undefined> = story.own
  const found: Face[] = []
  for (const screen of house.screens) {
    const look = screen.look as unknown as Look
    const plain = screen.address.replaceAll(/:(\w+)/g, (all, name: string) => own[name] ?? all)
    if (plain.includes(':')) continue
    const keys = (Object.keys(cast) as CastKey[]).filter(
      (key) => look.by.includes(actorOf(key).role) && mayNotKnow(look, key),
    )
    const one = [...new Map(keys.toReversed().map((key) => [actorOf(key).role, key])).values()]
    for (const by of one)
      for (const query of asked[look.name] ?? [''])
        for (const accept of ['text/html', 'application/json'])
          found.push({ look, by, address: plain + query, accept })
  }
  return found
}

/** What each of them answers now, without what is anew on every page. */
async function answers(faces: readonly Face[]): Promise<Map<string, string>> {
  await rewind()
  const said = new Map<string, string>()
  for (const { look, by, address, accept } of faces) {
    const { status, html } = await pages.get(by, address, accept)
    const anew = /<input type="hidden"[^>]*>|nonce="[^"]*"|<input[^>]* name="key"[^>]*>|"id":"[^"]*"/g
    const body = html.replaceAll(anew, '')
    said.set(`${look.name} ${actorOf(by).role} ${address} ${accept}`, `${status} ${body}`)
  }
  return said
}
const differing = (one: Map<string, string>, other: Map<string, string>) =>
  [...one.keys()].filter((key) => one.get(key) !== other.get(key))
const looksIn = (keys: readonly string[]) => [...new Set(keys.map((key) => key.split(' ')[0]))]

describe('Care a student agreed to alone', () => {
  test('is nothing to whoever may not know of it: no row, no count, no date, on any page and in no data', {
    timeout: 400_000,
  }, async () => {
    const faces = facesOf()
    const sides = new Set(faces.map(({ by }) => sideOf(actorOf(by).role)))
    expect([...sides].sort()).toEqual(['family', 'school'])
    const known = await answers(faces)
    const referrals = await referralsApart()
    expect(referrals).toHaveLength(2)
    for (const referralId of referrals) await setApart(story.admin, referralId)
    const apart = await answers(faces)
    // Somebody forgot to say what is withheld: the pages would tell, and it would be noticed.
    const forgets = `create or replace function house.withhold(schools uuid[], opened uuid[]) returns void
      language sql as 'select null::void'`
    const { rows } = await story.admin.query<{ made: string }>(
      `select pg_get_functiondef('house.withhold(uuid[], uuid[])'::regprocedure) as made`,
    )
    await story.admin.query(forgets)
    const forgotten = await answers(faces)
    await story.admin.query(rows[0]?.made ?? '')
    for (const referralId of referrals) await neverWas(story.admin, referralId)
    const never = await answers(faces)

    expect(differing(apart, never)).toEqual([])
    for (const before of [known, forgotten])
      expect(looksIn(differing(before, never))).toEqual(
        expect.arrayContaining([
          'people/search',
          'referrals/referral',
          'referrals/same-week',
          'coordination/student',
          'escalations/list',
          'records/file',
        ]),
      )
    expect(differing(known, never).filter((key) => key.startsWith('family/shared caregiver'))).not.toEqual([])
    expect(pages.broken).toEqual([])
  })
})

keep('Walls around what hangs on a referral', [
  {
    says: 'withhold its rows from whoever may not know of it, in every table that says on what it hangs',
    breaches: `select c.oid::regclass::text from pg_class c
      join pg_policy p on p.polrelid = c.oid and 'throughline_app'::regrole = any (p.polroles)
      where house.unwithheld(c.oid) is not null
        and position('app.withheld' in pg_get_expr(p.polqual, p.polrelid)) = 0`,
    defect: `create table planted (district_id uuid, referral_id uuid, primary key (district_id));
      create policy wall on planted to throughline_app using (district_id is not null)`,
    found: 'planted',
  },
])
