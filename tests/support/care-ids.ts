import { generateKeyPairSync } from 'node:crypto'
import { registerSigningKey } from '#carenotices/register-key.ts'
import { newToken } from '#access/sign-in/secrets.ts'
import { systemActor } from '#access/actor.ts'
import { makeCareSender } from '#carenotices/make-sender.ts'
import { matchNotice } from '#carenotices/match-notice.ts'
import { nameDesignee } from '#carenotices/name-designee.ts'
import { receiveNotice } from '#carenotices/receive-notice.ts'
import { recordCareAgreement } from '#carenotices/record-agreement.ts'
import { cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { riversideId, schools } from '../riverside/places.ts'
import type { agencyStory } from './agency-story.ts'

type Story = Awaited<ReturnType<typeof agencyStory>>

/** An agreement, a desk, somebody designated, a notice that was matched, and one that just came. */
export async function careIds({ being, must, admin, as }: Story): Promise<Record<string, string>> {
  const agreement = { agency: 'Police', reference: 'File 1', startsOn: '2026-07-01', endsOn: '2027-06-30' }
  const { careAgreementId } = must(await recordCareAgreement.perform(being('yolanda'), agreement))
  const desk = { careAgreementId, label: 'Desk', key: newToken() }
  const { careSenderId } = must(await makeCareSender.perform(being('yolanda'), desk))
  const { publicKey } = generateKeyPairSync('ed25519')
  const key = { careSenderId, publicKey: publicKey.export({ type: 'spki', format: 'pem' }) }
  const { signingKeyId } = must(await registerSigningKey.perform(being('yolanda'), key))
  const schoolId = schools.alderCreek.id
  const named = { schoolId, personId: cast.daniel.id, place: 'first' }
  const { designeeId } = must(await nameDesignee.perform(being('marcus'), named))
  const desks = as({ ...systemActor(riversideId), senderId: careSenderId })
  const comes = async (name: string) => {
    must(await receiveNotice.perform(desks, { name, grade: '7', schoolId }))
    const { rows } = await admin.query<{ id: string }>('select id from care_notice order by id desc limit 1')
    return rows[0]?.id as string
  }
  const [careNoticeId, newNotice] = [await comes('Sofia Delgado'), await comes('Ruben Vale')]
  must(await matchNotice.perform(being('daniel'), { careNoticeId, studentId: families.sofia.id }))
  return { careAgreementId, careSenderId, signingKeyId, designeeId, careNoticeId, newNotice }
}
