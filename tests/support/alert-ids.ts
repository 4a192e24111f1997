import { newId } from '#platform/ids.ts'
import { cast } from '../riverside/cast.ts'
import type { agencyStory } from './agency-story.ts'

type Story = Pick<Awaited<ReturnType<typeof agencyStory>>, 'admin'>

/** An alert of an agency that nobody at school has yet, as it stands where a family agreed to it. */
export async function alertId(
  { admin }: Story,
  { referralId, consentId }: { referralId: string; consentId: string },
): Promise<string> {
  const id = newId()
  await admin.query('begin; set local session_replication_role = replica')
  await admin.query(
    `insert into support_alert (district_id, id, student_id, school_id, referral_id, partner_id, consent_id, direction, about,
       sent_by, sent_at, answer_due_at)
     select district_id, $1, student_id, school_id, id, partner_id, $2, 'to_school', 'loss', $3, now(), now()
     from referral where id = $4`,
    [id, consentId, cast.noor.id, referralId],
  )
  await admin.query('commit')
  return id
}
