import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  audiences,
  type Audience,
  blockedIn,
  fieldsFor,
  isByAgreement,
  type TemplateField,
  templateFields,
  writtenFor,
} from '#access/audiences.ts'
import { purposes } from '#access/minimum-necessary.ts'
import { shippedCells } from '#access/shipped-minimum-necessary.ts'
import { reporterNews } from '../../src/concerns/tell-reporter.ts'
import { newsOf } from '#coordination/notices.ts'
import { cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { partners } from '../riverside/places.ts'
import { agencyStory, type AgencyStory } from '../support/agency-story.ts'
import { pagesOf } from '../support/pages.ts'
import { Walk } from '../riverside/stories/walk.ts'
import { read } from '../../tools/source.ts'

const everyAudience = Object.keys(audiences) as Audience[]

/** Whether each role of an audience may know, for something, what a field tells. */
function mayTell(audience: Audience, field: TemplateField): boolean {
  const told = templateFields[field]
  if (told === null) return true
  if (told === 'held nowhere') return false
  return audiences[audience].every((role) =>
    purposes.some((purpose) => shippedCells[role]?.[told]?.for.includes(purpose) === true),
  )
}

describe('A template for an audience', () => {
  test('has a place only for what its audience may know by the matrix, or where the family agreed to exactly that [R144]', () => {
    const beyond = everyAudience.flatMap((audience) =>
      fieldsFor[audience]
        .filter((field) => !mayTell(audience, field) && !isByAgreement(audience, field))
        .map((field) => `${audience} ${field}`),
    )
    expect(beyond).toEqual([])
    // What the matrix keeps from a teacher and a family is kept out of their templates.
    for (const field of ['provider', 'agency', 'diagnosis'] as const)
      for (const audience of everyAudience) {
        expect([audience, field, mayTell(audience, field)]).toEqual([audience, field, false])
        expect(fieldsFor[audience]).not.toContain(field)
      }
    expect(mayTell('teacher', 'student')).toBe(true)
  })

  test('that names a diagnosis or a provider to a teacher is refused before anything is served [R144]', () => {
    const fine = {
      en: { handled: '{student} is being helped. {count, plural, one {1 thing} other {# things}}' },
    }
    expect(writtenFor('teacher', fine)).toBe(fine)
    for (const field of ['diagnosis', 'provider', 'agency', 'day']) {
      const leaking = { en: { handled: `{student} sees {${field}}` }, es: { handled: 'Recibe ayuda' } }
      expect(() => writtenFor('teacher', leaking)).toThrow(`Not for a teacher: en handled: ${field}`)
    }
    expect(blockedIn('family', { en: { a: '{provider} on {day}' } })).toEqual(['en a: provider'])
  })
})

test('What is mailed to a family, and told to whoever raised a concern, is written for its audience', () => {
  expect(read('src/messages/templates.ts')).toMatch(/familyCatalog\(writtenFor\('family'/)
  expect(read('src/concerns/words.ts')).toMatch(/reporterWords = catalog\(\s*writtenFor\('teacher'/)
})

describe('A teacher whose concern became a referral', () => {
  let story: AgencyStory
  let pages: Awaited<ReturnType<typeof pagesOf>>
  beforeAll(async () => {
    story = await agencyStory()
    pages = await pagesOf(story)
  }, 60_000)
  afterAll(async () => {
    await pages.close()
    await story.close()
  })

  const told = async (key: 'joan' | 'karen') =>
    (await story.rows('select kind from notice where person_id = $1 order by made_at, id', cast[key].id)).map(
      ({ kind }) => kind,
    )

  test('is told that it is handled, and on no page which agency, who treats or what for [R144]', async () => {
    const walk = new Walk({ being: story.being, at: (moment) => story.clock.set(moment) }, 'theo')
    await walk.raise('Quiet for two weeks.')
    await walk.decide('b')
    expect(await told('joan')).toEqual(['reporter.handled'])
    expect(await told('karen')).toEqual([])
    const { html } = await pages.get('joan', '/messages')
    expect(html).toContain(newsOf('reporter.handled'))
    expect(html).toContain('href="/concerns/mine"')
    const kept = [
      partners.cedarStreet.name,
      partners.northbank.name,
      cast.tomas.name,
      'Theo',
      families.theo.id,
    ]
    for (const word of kept) expect(html).not.toContain(word)
    expect((await pages.get('joan', '/concerns/mine')).html).toContain('Being handled')
    // Somebody who works with the referral reads what the teacher does not.
    expect((await pages.get('maya', `/referrals/${walk.referralId}`)).html).toMatch(/Theo/)
    for (const kind of reporterNews) expect(newsOf(kind)).toMatch(/concern you raised/)
  })
})
