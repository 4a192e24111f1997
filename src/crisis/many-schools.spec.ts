import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#access/roles.ts'
import { schools } from '#tests/riverside/places.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { wideDistrict, type WideDistrict } from '#tests/support/wide-district.ts'
import { startIncident } from './start-incident.ts'

let wide: WideDistrict
let pages: Awaited<ReturnType<typeof pagesOf<Role>>>
beforeAll(async () => {
  wide = await wideDistrict()
  pages = await pagesOf(wide, (role: Role) => wide.inRole(role))
})
afterAll(async () => {
  await pages.close()
  await wide.close()
})

const start = (fields: Record<string, string>) => pages.post('crisis_lead', '/crisis/incidents', fields)
const startedAt = async (location: unknown) =>
  (
    await wide.rows(
      'select school_id from crisis_incident where id = $1',
      String(location).split('/').at(-1) ?? '',
    )
  )[0]
const radios = (html: string) =>
  [...html.matchAll(/<input type="radio"[^>]*>/g)].filter(([one]) => one.includes('schoolId')).length

describe('A crisis reported by somebody with hundreds of schools', () => {
  test('starts with one press when the name that was typed is one school’s', async () => {
    const begun = await start({ school: 'alder creek' })
    expect(begun.status).toBe(303)
    expect(await startedAt(begun.location)).toEqual({ school_id: schools.alderCreek.id })
  })

  test('asks which school where the name is several schools’, keeps what was typed, and starts with the answer', async () => {
    const asked = await start({ school: 'riverbend', place: 'Gym' })
    expect(asked.status).toBe(409)
    expect(asked.html).toContain('Say which school is meant')
    expect(asked.html).toContain('value="Gym"')
    expect(radios(asked.html)).toBe(10)
    const [, schoolId = ''] = /name="schoolId" value="([^"]+)"/.exec(asked.html) ?? []
    const begun = await start({ school: 'riverbend', schoolId })
    expect(await startedAt(begun.location)).toEqual({ school_id: schoolId })
  })

  test('asks again where the name is no school’s, and where none was typed', async () => {
    expect((await start({ school: 'nowhere' })).html).toContain('Say which school is meant')
    const missing = await start({})
    expect([missing.status, radios(missing.html)]).toEqual([409, 0])
    expect(missing.html).toContain('Choose the school where it happens.')
    expect(missing.html).toContain('href="#f-school"')
  })

  test('a school beyond one’s reach has no name', async () => {
    const near = wide.schoolIds.filter((id) => id !== schools.alderCreek.id).slice(0, 60)
    const given = { school: 'alder creek' }
    const outcome = await startIncident.perform(wide.as(wide.inRole('counselor', near)), given)
    expect(outcome).toEqual({ done: false, because: ['school_unclear'] })
  })

  test('begins without a network at any of them: each stands on the page the device keeps', async () => {
    const { html } = await pages.get('crisis_lead', '/crisis/offline')
    const kept = [...html.matchAll(/<option>([^<]+)</g)].map(([, name]) => name)
    const all = await wide.rows(
      'select name from school where district_id = $1 and closed_on is null',
      wide.districtId,
    )
    expect(kept.length).toBeGreaterThan(25)
    expect(new Set(kept)).toEqual(new Set(all.map(({ name }) => name)))
  })
})
