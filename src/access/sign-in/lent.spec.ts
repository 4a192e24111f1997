import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { partners, riversideId } from '#tests/riverside/places.ts'
import { doorstep, type Doorstep } from '#tests/support/doorstep.ts'
import { addUser } from './add-user.ts'

const email = 'robin@cedar.example'

let house: Doorstep
beforeAll(async () => {
  house = await doorstep()
  const lent = { employer: 'partner', employedBy: partners.cedarStreet.id } as const
  const robin = {
    districtId: riversideId,
    name: 'Robin Vale',
    email,
    role: 'counselor',
    schoolIds: 'all',
  } as const
  await addUser(house.door.desk, { ...robin, ...lent })
})
afterAll(() => house.close())

const pastGuards = (text: string) =>
  house.admin.query(`begin; set local session_replication_role = replica; ${text}; commit`)

/** How many assignments give Robin rights. */
const standing = async () =>
  (
    await house.admin.query('select from person p, house.standings_of(p.login_id, $2) where p.email = $1', [
      email,
      house.clock.now(),
    ])
  ).rowCount

describe('Somebody an agency lends to a school', () => {
  test('is on record with the agency, and the trail says who employs them', async () => {
    const { rows } = await house.admin.query<{ id: string }>(
      `select a.employer, a.employed_by, a.partner_id, p.id from assignment a join person p on p.id = a.person_id
       where p.email = $1`,
      [email],
    )
    expect(rows).toMatchObject([
      { employer: 'partner', employed_by: partners.cedarStreet.id, partner_id: null },
    ])
    const [event] = await house.trailOf(`name = 'assignment.started' and subject_id = $1`, [rows[0]?.id])
    expect(event).toMatchObject({ detail: { role: 'counselor', employer: 'partner' } })
  })

  test('works there while the agency works with the district, and not a request longer [R134]', async () => {
    await pastGuards(`update person set login_id = gen_random_uuid() where email = '${email}'`)
    expect(await standing()).toBe(1)
    await pastGuards(`update partner set ended_at = '2026-10-01' where id = '${partners.cedarStreet.id}'`)
    expect(await standing()).toBe(0)
  })
})
