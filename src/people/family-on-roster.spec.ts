import { expect, test } from 'vitest'
import { changed, sampleRoster } from '#tests/riverside/oneroster-sample.ts'
import { rosterDistrict } from '#tests/support/roster-district.ts'

test('Whoever a roster names as staff and as a guardian is kept from the child at work, by either name or address', async () => {
  const district = await rosterDistrict()
  try {
    await district.load(sampleRoster())
    const [okafor] = await district.rows<{ id: string }>(`select id from person where source_id = 'okafor'`)
    const found = async () =>
      district.rows<{ given: string }>(
        `select t.given_name as given from student t where t.id = any (house.kept_from(t.district_id, $1, true))`,
        [okafor?.id],
      )
    expect(await found()).toEqual([{ given: 'Amara' }])
    await district.admin.query(`begin; set local session_replication_role = replica;
      insert into assignment (district_id, id, person_id, role, whole_district, starts_on)
      select district_id, id, id, 'teacher', true, '2026-09-01' from person where source_id = 'okafor';
      update person set source_id = 'hr-7' where source_id = 'okafor'; commit`)
    expect(await found()).toEqual([])
    // Known apart, they are one by the address: noticed as soon as the next roster is in.
    await district.load(
      sampleRoster(changed('roles.csv', 'r5,,,okafor,primary,teacher,,,alder-math,\r\n', '')),
    )
    expect(await found()).toEqual([{ given: 'Amara' }])
    const blocks = await district.rows(`select kind, set_by from access_block`)
    expect(blocks).toEqual([{ kind: 'conflict_of_interest', set_by: null }])
  } finally {
    await district.close()
  }
})
