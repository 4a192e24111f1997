import type pg from 'pg'

/** Records that name their student only through another record. */
const through: Readonly<Record<string, string>> = {
  concern_question: 'concern_id in (select id from concern where student_id = $1)',
  crisis_entry: 'incident_id in (select id from crisis_incident where student_id = $1)',
  crisis_alert: 'incident_id in (select id from crisis_incident where student_id = $1)',
  care_notice_told: 'notice_id in (select id from care_notice where student_id = $1)',
  packet_name: 'referral_id in (select id from referral where student_id = $1)',
  notice: `subject_id in (select id from referral where student_id = $1 union select id from crisis_incident where student_id = $1
    union select id from escalation where student_id = $1 union select id from concern where student_id = $1
    union select id from care_notice where student_id = $1)`,
}

const ofStudent = `select c.table_name as name from information_schema.columns c
  join information_schema.tables t using (table_schema, table_name)
  where c.table_schema = 'public' and c.column_name = 'student_id' and t.table_type = 'BASE TABLE'`

/**
 * Leaves a district as though a student had never been in it: for a spec that needs it no more
 * afterwards.
 */
export async function neverBeen(admin: pg.Client, studentId: string): Promise<void> {
  await admin.query('begin; set local session_replication_role = replica')
  const { rows } = await admin.query<{ name: string }>(ofStudent)
  for (const [table, where] of Object.entries(through))
    await admin.query(`delete from ${table} where ${where}`, [studentId])
  for (const { name } of rows)
    if (name !== 'assignment') await admin.query(`delete from ${name} where student_id = $1`, [studentId])
  await admin.query('delete from student where id = $1', [studentId])
  await admin.query('commit')
}
