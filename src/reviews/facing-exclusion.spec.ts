import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { schools } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { action, discipline, incident, tookPart } from '#tests/support/edfi-files.ts'
import { EventFile, readEventFile } from '#warnings/event-file.ts'
import { importEvents } from '#warnings/import-events.ts'
import { lookImports } from '#warnings/look-imports.ts'
import { lookExclusions } from './look-exclusions.ts'
import { lookReview } from './look-review.ts'
import { openReview } from './open-review.ts'

let story: AgencyStory
let reviewId = ''
beforeAll(async () => {
  story = await agencyStory({ at: '2026-10-14T17:00:00Z' })
})
afterAll(() => story.close())

const sourceId = (key: FamilyKey) => `S-${families[key].localId}`
const suspended = { on: '2026-10-13', discipline: 'Out of School Suspension', days: '1' }
const text = () =>
  discipline(
    incident('I1', '2026-10-13'),
    tookPart('I1', sourceId('kayla')),
    action('A1', sourceId('kayla'), suspended),
    action('A2', sourceId('owen'), suspended),
    action('A3', 'nobody-here', suspended),
  )
const file = () => [readEventFile(new TextEncoder().encode(text()))]
const kept = async () => (await story.admin.query('select from school_event')).rowCount
const figures = async (key: 'maya' | 'thomas') => (await lookExclusions.see(story.being(key), {})).figures

describe('A suspension of a student with an open referral', () => {
  test('is imported, stands on the weekly list, and counts in the metric [R124]', async () => {
    const referralId = await story.decide('kayla')
    const other = await story.decide('lena')
    expect(await figures('maya')).toMatchObject({ lately: { events: 0 }, facing: 0 })
    story.must(await importEvents.perform(story.being('ben'), { file: file() }))

    const given = { schoolIds: [schools.alderCreek.id] }
    reviewId = story.must(await openReview.perform(story.being('maya'), given)).reviewId
    const { lines } = await lookReview.see(story.being('maya'), { reviewId })
    const excluded = lines.map((line) => [line.referralId, line.excludedOn])
    expect(new Map(excluded as [string, string | null][])).toEqual(
      new Map([
        [referralId, '2026-10-13'],
        [other, null],
      ]),
    )
    // Owen was suspended too, and nobody referred him: he is not on the way to care.
    expect(await figures('maya')).toEqual({
      lately: { events: 1, students: 1 },
      before: { events: 0, students: 0 },
      facing: 1,
      kinds: [{ code: 'out_of_school_suspension', lately: 1, before: 0 }],
    })
    const asHead = await lookReview.see(story.being('yolanda'), { reviewId })
    expect(asHead.lines.every(({ excludedOn }) => excludedOn === null)).toBe(true)
  })

  test('is held back as a figure from who governs, while it is so few that it says who it is', async () => {
    expect(await figures('thomas')).toBeUndefined()
    await expect(lookExclusions.see(story.being('joan'), {})).rejects.toThrow(new Problem('not_allowed'))
  })

  test('marks the list no longer four weeks after it ended', async () => {
    story.clock.set(new Date(story.clock.now().getTime() + 28 * 86_400_000))
    const { lines } = await lookReview.see(story.being('maya'), { reviewId })
    expect(lines.map(({ excludedOn }) => excludedOn)).toEqual([null, null])
  })
})

describe('An Ed-Fi file', () => {
  test('can be looked at first: it says what would change, and changes nothing [R368]', async () => {
    const ben = story.being('ben')
    const before = await kept()
    expect(file()[0]).toBeInstanceOf(EventFile)
    const later = [
      readEventFile(
        new TextEncoder().encode(text().replaceAll('Out of School', 'In School').replace('A2', 'A9')),
      ),
    ]
    const seen = story.must(await importEvents.perform(ben, { file: later, look: 'yes' }))
    expect(seen).toMatchObject({ added: 1, changed: 1, same: 1, unknown: 1, raised: 0 })
    expect(await kept()).toBe(before)
    const { imports } = await lookImports.see(ben, {})
    expect(
      imports
        .filter(({ previewed }) => previewed)
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['exclusion', 'incident'])
    const taken = story.must(await importEvents.perform(ben, { file: later }))
    expect(taken).toMatchObject({ added: 1, changed: 1, same: 1, unknown: 1 })
    expect(story.must(await importEvents.perform(ben, { file: later }))).toMatchObject({
      added: 0,
      changed: 0,
      same: 3,
    })
  })
})
