import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAccounting } from '#consent/look-accounting.ts'
import { lookStudent } from '#coordination/look-student.ts'
import { lookExplanation } from '#family/look-explanation.ts'
import { lookShared } from '#family/look-shared.ts'
import { lookPacket } from '#referrals/look-packet.ts'
import type { CastKey } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { type AgencyStory, agencyStory } from '../support/agency-story.ts'
import { shownTo as shownIn } from '../support/family-shown.ts'
import { pagesOf } from '../support/pages.ts'

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

const shownTo = (key: CastKey) => shownIn(pages, key)

describe('The page of a family', () => {
  test('says what is shared with whom, why and until when, how to stop, and who saw it, in their language [R137]', async () => {
    const nothing = await shownTo('elena')
    expect(nothing).toContain('Nothing is shared with anybody outside the school.')
    expect(nothing).toContain('No se comparte nada con nadie fuera de la escuela.')
    const { referralId } = await story.sent('mateo')
    await lookPacket.see(story.noor(), { referralId })
    await lookStudent.see(story.being('maya'), { studentId: families.mateo.id })
    const { html: english } = await pages.get('elena', '/family?lang=en')
    const { html: spanish } = await pages.get('elena', '/family?lang=es')
    for (const said of [
      'What is shared about Mateo',
      'Cedar Street Family Clinic',
      'Why help is asked for, in general words',
      'If safety changes',
      'June 30, 2027',
      'Sharing stops at once',
      'The school told Cedar Street Family Clinic',
      'A navigator, who helps families: once',
    ])
      expect(english).toContain(said)
    for (const said of ['Lo que se comparte sobre Mateo', '30 de junio de 2027', 'Se deja de compartir'])
      expect(spanish).toContain(said)
    expect(english).not.toMatch(/Maya Okafor|Noor Aziz/)
    const data = await lookShared.see(story.being('elena'), {})
    expect(data.outside).toMatchObject([{ office: 'Cedar Street Family Clinic', times: 1 }])
    const { crossed } = await lookAccounting.see(story.being('leila'), {
      studentId: families.mateo.id,
      whole: 'yes',
    })
    expect(data.crossed.map(({ items }) => items)).toEqual(crossed.map(({ items }) => items))
  })

  test('is the same on paper for a family that does not sign in, whoever prints it [R137]', async () => {
    const { being } = story
    for (const [key, studentId] of [
      ['elena', families.mateo.id],
      ['samira', families.amal.id],
    ] as const) {
      const printed = await lookExplanation.see(being('helen'), { studentId, lang: 'es' })
      const { lang, ...paper } = await lookExplanation.see(being('helen'), { studentId, lang: 'es' })
      expect(lang).toBe('es')
      // Printing it is itself something the family reads of: once by now, twice on its own page.
      const own = await lookShared.see(being(key), {})
      expect({ ...paper, atSchool: [] }).toEqual({ ...own, atSchool: [] })
      expect(printed.atSchool.length).toBeLessThanOrEqual(own.atSchool.length)
    }
  })
})

describe('What was read of what crossed', () => {
  test('stands in the accounting on paper, with the consent on which it crossed [R135]', async () => {
    const studentId = families.mateo.id
    const { read = [] } = await lookAccounting.see(story.being('leila'), { studentId, whole: 'yes' })
    expect(read).toContainEqual(
      expect.objectContaining({ kind: 'portal_view', partnerName: 'Cedar Street Family Clinic' }),
    )
    const view = read.find(({ kind }) => kind === 'portal_view')
    expect(view?.items.length).toBeGreaterThan(3)
    expect(view?.wordingVersion).toBe('questions 4')
    expect(new Set(read.map(({ kind }) => kind))).toEqual(new Set(['portal_view', 'print', 'family_view']))
  })

  test('is as much as the trail says was opened, printed or read, no more and no less', async () => {
    const differ = `
      with t as (select at, student_id, person_id from audit_event where kind in ('read', 'print') and (name in ('family/shared',
          'family/explanation', 'handoffs/family-plan') or (name = 'consent/accounting' and kind = 'print')
          or name = 'referrals/received-packet')),
      r as (select at, student_id, read_by from disclosure_reading where read_by is not null)
      select * from (select * from t except all select * from r) a union all select * from (select * from r except all select * from t) b`
    expect((await story.admin.query(differ)).rows).toEqual([])
    await story.admin.query(
      `begin; set local session_replication_role = replica; delete from disclosure_reading where kind = 'portal_view'`,
    )
    expect((await story.admin.query(differ)).rowCount).toBeGreaterThan(0)
    await story.admin.query('rollback')
  })
})
