import type pg from 'pg'

/** Changes what lies in the database as no act does: behind guards and walls. */
const behind = (admin: pg.Client, text: string) =>
  admin.query(`begin; set local session_replication_role = replica; ${text}; commit`)

/** What looking itself writes: it is put back before each turn, so that turns can be compared. */
const written = ['audit_event', 'disclosure_reading']

/** @returns puts what was written since away, and leaves out what is gone by then */
export async function rewinding(admin: pg.Client): Promise<() => Promise<void>> {
  for (const table of written) await admin.query(`create table before_${table} as select * from ${table}`)
  return async () => {
    for (const table of written)
      await behind(admin, `delete from ${table} where id not in (select id from before_${table})`)
  }
}

/** Has the student have answered alone: every row of the consent says that no caregiver reads it. */
export async function setApart(admin: pg.Client, referralId: string): Promise<void> {
  const own = `(select id from consent where referral_id = '${referralId}')`
  await behind(
    admin,
    `update consent set family_sees = 'student' where referral_id = '${referralId}';
     update consent_answer set family_sees = 'student' where consent_id in ${own};
     update consent_revocation set family_sees = 'student' where consent_id in ${own};
     update disclosure set family_sees = 'student' where referral_id = '${referralId}';
     update disclosure_reading set family_sees = 'student' where referral_id = '${referralId}' and family_sees = 'family'`,
  )
}

/** Has a referral never have been: it goes, with all that hangs on it and every trace that speaks of it. */
export async function neverWas(admin: pg.Client, referralId: string): Promise<void> {
  const { rows } = await admin.query<{ name: string; column: string }>(
    `select table_name as name, column_name as column from information_schema.columns c
     where table_schema = 'public' and column_name in ('referral_id', 'consent_id', 'escalation_id', 'subject_id')
       and exists (select from pg_policy p where p.polrelid = to_regclass(table_name))`,
  )
  const { rows: hanging } = await admin.query<{ id: string }>(
    `select $1::uuid as id union all select id from consent where referral_id = $1
     union all select id from escalation where referral_id = $1 union all select id from standard_breach where referral_id = $1
     union all select id from appointment where referral_id = $1 union all select id from safety_signal where referral_id = $1`,
    [referralId],
  )
  const ids = `any ('{${hanging.map(({ id }) => id).join()}}'::uuid[])`
  const all = rows.map(({ name, column }) => `delete from ${name} where ${column} = ${ids}`)
  await behind(admin, [...all, `delete from referral where id = '${referralId}'`].join('; '))
}
