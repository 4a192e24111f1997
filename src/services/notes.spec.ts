import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { assignableRoles, sideOf } from '#access/roles.ts'
import { mayKnow, purposes } from '#access/minimum-necessary.ts'
import { whoseAre, whoseInWords } from '#access/whose-record.ts'
import { type DataClass, dataClasses, recordTags } from '#database/classes.ts'
import { actorOf, cast, type CastKey } from '#tests/riverside/cast.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { lookNotes } from './look-notes.ts'
import { lawOfNotes } from './note.ts'
import { writeNote } from './write-note.ts'

const words = 'Sleeps five hours. Agreed on a way to wind down.'

let story: AgencyStory
let pages: Awaited<ReturnType<typeof pagesOf>>
let referralId: string
beforeAll(async () => {
  story = await agencyStory()
  referralId = (await story.accepted('sofia')).referralId
  pages = await pagesOf(story)
  story.must(await writeNote.perform(story.being('tomas'), { referralId, words }))
})
afterAll(async () => {
  await pages.close()
  await story.close()
})

/** What the wall lets somebody count, past every page. */
const counted = async (who: CastKey) =>
  (
    await story.db.transaction(scopeOf(actorOf(who)), (tx) =>
      tx.all(sql<{ id: string }>`select id from provider_note`),
    )
  ).length

describe('A note a clinician keeps for their own agency', () => {
  test('shows HIPAA and the agency as its owner, and is invisible to users of the district [R134]', async () => {
    const seen = await lookNotes.see(story.being('tomas'), { referralId })
    expect(seen).toMatchObject({
      record: { owner: 'Cedar Street Family Clinic', law: 'hipaa' },
      notes: [{ words, governedBy: 'hipaa', writtenByName: cast.tomas.name }],
    })
    const { html: page } = await pages.get('tomas', `/notes/${referralId}`)
    expect(page).toContain(words)
    expect(page).toContain('This is a health record of Cedar Street Family Clinic.')
    expect(page).toContain('Record of the agency, under HIPAA.')
    const ofDistrict = (Object.keys(cast) as CastKey[]).filter(
      (key) => sideOf(actorOf(key).role) === 'school' && actorOf(key).districtId === riversideId,
    )
    expect(ofDistrict.length).toBeGreaterThan(15)
    for (const who of ofDistrict) {
      expect(await counted(who), who).toBe(0)
      await expect(lookNotes.see(story.being(who), { referralId })).rejects.toMatchObject({
        code: 'not_allowed',
      })
    }
    expect(await counted('tomas')).toBe(1)
  })

  test('is there for clinicians of that agency alone: neither for its intake nor at another agency', async () => {
    expect(await counted('noor')).toBe(0)
    expect(await counted('farah')).toBe(0)
    await expect(lookNotes.see(story.being('noor'), { referralId })).rejects.toMatchObject({
      code: 'not_allowed',
    })
    await expect(writeNote.perform(story.being('maya'), { referralId, words })).rejects.toMatchObject({
      code: 'not_allowed',
    })
    const { rows } = await story.admin.query(`select words like '%Sleeps%' as plain from provider_note`)
    expect(rows).toEqual([{ plain: false }])
  })

  test('leaves a trace that names the note and no student, so that no file of the school says that there is one', async () => {
    const { rows } = await story.admin.query(
      `select kind, name, student_id, student_ids, detail from audit_event
       where subject_type in ('provider_note', 'provider_notes') and kind <> 'refusal' order by at, id`,
    )
    expect(rows).toMatchObject([
      { kind: 'change', name: 'note.written', student_id: null, student_ids: null, detail: {} },
      { kind: 'read', name: 'services/notes', student_id: null, student_ids: null, detail: { notes: 1 } },
      { kind: 'read', name: 'services/notes', student_id: null, student_ids: null },
    ])
  })

  test('lies under a key that is not the student’s', async () => {
    const { rows } = await story.admin.query<{ owner_id: string }>(
      `select owner_id from data_key where owner_id = $1`,
      [referralId],
    )
    expect(rows).toHaveLength(1)
  })

  test('stands under Part 2 as well where the agency gives substance-use care', () => {
    const service = { id: 'a', name: 'Care', tiers: [2], ages: '' } as const
    const agency = (kind: 'individual' | 'substance_use') =>
      ({ services: [{ ...service, kind }] }) as unknown as Parameters<typeof lawOfNotes>[0]
    expect(lawOfNotes(agency('individual'))).toBe('hipaa')
    expect(lawOfNotes(agency('substance_use'))).toBe('part_2')
  })
})

describe('Whose record it is', () => {
  test('is said of every class, and no matrix opens what is an agency’s to anybody else [R134]', () => {
    expect(Object.keys(recordTags).toSorted()).toEqual([...dataClasses].toSorted())
    const cells = Object.fromEntries(
      assignableRoles.map((role) => [
        role,
        Object.fromEntries(dataClasses.map((name) => [name, { for: purposes }])),
      ]),
    )
    const knowing = (dataClass: DataClass) =>
      [...assignableRoles, 'system' as const].filter((role) =>
        purposes.some((purpose) => mayKnow(cells, { role, purpose, dataClass })),
      )
    expect(knowing('provider_notes')).toEqual(['partner_intake', 'clinician'])
    expect(knowing('background')).toContain('system')
  })

  test('stands under each page that shows a student, with the law, and under none that shows nobody', async () => {
    expect((await pages.get('maya', `/referrals/${referralId}`)).html).toContain(
      'Record of the school district, under FERPA.',
    )
    expect((await pages.get('maya', '/standards')).html).not.toContain('under FERPA')
    expect(whoseInWords(whoseAre(['identity', 'background']), 'en')).toEqual([
      'Record of the school district, under FERPA. Parts of it may also be under IDEA and Section 504.',
    ])
  })
})
