import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { statement } from '#platform/database/query.ts'
import { withinReach } from './reach-store.ts'

const referrals = statement(
  ($: { district: string; schools: readonly string[] | null }) =>
    sql`select id from referral f where f.district_id = ${$.district} and ${withinReach($.schools, 'f.school_id')}`,
)

test('what somebody asks of a few schools and of every school are two statements, and neither may be either', () => {
  const few = referrals.with({ district: 'd', schools: ['a', 'b'] })
  const none = referrals.with({ district: 'd', schools: [] })
  const every = referrals.with({ district: 'd', schools: null })
  expect(few.text).toContain('"f"."school_id" = any($2::uuid[])')
  expect(few.values).toEqual(['d', ['a', 'b']])
  expect(none).toEqual({ ...few, values: ['d', []] })
  expect(every.text).not.toContain('school_id')
  expect(every.values).toEqual(['d'])
  expect(every.name).not.toBe(few.name)
})

test('whoever opened a student reads that student beside their schools, and nobody else', () => {
  const opened = { students: ['s'], column: 'f.student_id' }
  const of = (schools: readonly string[] | null) =>
    statement(() => sql`select ${withinReach(schools, 'f.school_id', opened)}`).with({})
  expect(of(['a']).text).toContain(
    '("f"."school_id" = any($1::uuid[]) or "f"."student_id" = any($2::uuid[]))',
  )
  expect(of(['a']).values).toEqual([['a'], ['s']])
  expect(of(null)).toMatchObject({ text: 'select true', values: [] })
})
