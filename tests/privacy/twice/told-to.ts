import type pg from 'pg'

type Raw = Record<string, unknown>

/**
 * The agencies a caregiver's word lets something cross to: whether the word may be theirs decides if it still
 * does.
 */
export const wordTo = async (admin: pg.ClientBase, raw: Raw): Promise<string[]> => {
  const { rows } = await admin.query<{ id: string }>(
    'select distinct partner_id as id from consent where district_id = $1 and caregiver_id = $2 and partner_id is not null',
    [raw['district_id'], raw['caregiver_id']],
  )
  return rows.map(({ id }) => id)
}

/** Who of a family reads of a referral: what its consents say, where there are any. */
export const readBy = async (admin: pg.ClientBase, raw: Raw): Promise<Raw> => {
  const { rows } = await admin.query<Raw>(
    `select family_sees from consent where district_id = $1 and referral_id = $2 order by family_sees = 'family' limit 1`,
    [raw['district_id'], raw['id']],
  )
  return { ...raw, ...rows[0] }
}
