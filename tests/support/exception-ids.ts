import { startIncident } from '#crisis/start-incident.ts'
import { recordException } from '#exceptions/record-exception.ts'
import { addLegalRule } from '#partnership/add-legal-rule.ts'
import { newId } from '#platform/ids.ts'
import { placeHold } from '#records/place-hold.ts'
import { recordRequest } from '#records/record-request.ts'
import { termsId } from '../riverside/acknowledged.ts'
import { assignmentId, cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import type { agencyStory } from './agency-story.ts'

type Story = Awaited<ReturnType<typeof agencyStory>>

/** A removal that somebody proposed, of a student who has not left: the schedule names nobody yet. */
async function removalId({ admin, districtId }: Story): Promise<string> {
  const id = newId()
  await admin.query(`begin; set local session_replication_role = replica;
    insert into record_removal (district_id, id, record_class, proposed_by, proposed_at)
    values ('${districtId}', '${id}', 'concern', '${cast.leila.id}', '2026-10-13T20:00:00Z'); commit`)
  return id
}

/** Something told without consent, that nobody has looked at. */
export async function exceptionIds({ being, must }: Story): Promise<Record<string, string>> {
  const given = {
    studentId: families.sofia.id,
    basis: 'mandated_report',
    items: ['identity'],
    recipientKind: 'child_protection',
    recipientName: 'Intake',
    recipientOffice: 'County',
    channel: 'phone',
    onDay: '2026-10-13',
    atTime: '08:15',
  }
  const { incidentId } = must(await startIncident.perform(being('daniel'), { studentId: given.studentId }))
  return {
    exceptionId: must(await recordException.perform(being('maya'), given)).exceptionId,
    reportedInId: incidentId,
  }
}

/** What a family asked about a record, a hold on it, and a rule of the register. */
export async function recordIds(story: Story): Promise<Record<string, string>> {
  const { being, must } = story
  const studentId = families.sofia.id
  const given = {
    studentId,
    kind: 'access',
    askedBy: 'caregiver',
    askedByName: 'Carmen Delgado',
    owner: 'district',
    about: 'Everything',
    receivedOn: '2026-10-12',
  }
  const { requestId } = must(await recordRequest.perform(being('leila'), given))
  const { holdId } = must(await placeHold.perform(being('leila'), { studentId, reason: 'Case 4' }))
  const law = {
    level: 'federal',
    title: 'A law',
    source: 'Its place',
    ownerId: cast.yolanda.id,
    reviewOn: '2027-01-01',
  }
  const { legalRuleId } = must(await addLegalRule.perform(being('leila'), law))
  const staff = { ofFamily: assignmentId('carmen'), termsId: termsId('school') }
  return { recordRequestId: requestId, holdId, legalRuleId, removalId: await removalId(story), ...staff }
}
