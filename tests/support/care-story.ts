import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { nameDesignee } from '#carenotices/name-designee.ts'
import { makeCareSender } from '#carenotices/make-sender.ts'
import { registerSigningKey } from '#carenotices/register-key.ts'
import { signedLines } from '#carenotices/signature.ts'
import { recordCareAgreement } from '#carenotices/record-agreement.ts'
import { newToken } from '#access/sign-in/secrets.ts'
import { newId } from '#platform/ids.ts'
import { cast, type CastKey } from '../riverside/cast.ts'
import { schools } from '../riverside/places.ts'
import { pagesOf } from './pages.ts'
import { triageStory, type TriageStory } from './triage-story.ts'

export const agreed = {
  agency: 'Riverside Police Department',
  reference: 'Agreement of June 2026, file 12',
  startsOn: '2026-07-01',
  endsOn: '2027-06-30',
}

/** What a desk sends of Sofia. */
export const ofSofia = { name: 'Sofia Delgado', grade: '7', schoolId: schools.alderCreek.id }

export type SignedWith = { keyId: string; secret: KeyObject }

/** A key of a desk: the half that is registered, and the half that stays there. */
export function newSigningKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return { pem: publicKey.export({ type: 'spki', format: 'pem' }), secret: privateKey }
}

/** How a machine of the agency is told to sign; what is left out is as it should be. */
export type Signing = Partial<{ key: SignedWith; at: string; time: Date; nonce: string; sentBody: string }>

/** The headers of a signed body, as the documentation says. */
function marked(
  address: string,
  body: string,
  { key, time, nonce }: { key: SignedWith; time: Date; nonce: string },
) {
  const lines = signedLines(address, { at: time.toISOString(), nonce }, body)
  return {
    'notice-key': key.keyId,
    'notice-time': time.toISOString(),
    'notice-nonce': nonce,
    'notice-signature': sign(null, Buffer.from(lines), key.secret).toString('base64'),
  }
}

/** A machine of the agency sends what it signed. */
async function sendAs(
  { app }: Awaited<ReturnType<typeof pagesOf>>,
  { url, headers }: { url: string; headers: Record<string, string> },
  payload: string,
) {
  const own = { accept: 'application/json', 'content-type': 'application/json', ...headers }
  const reply = await app.inject({ method: 'POST', url, headers: own, payload })
  return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() }
}

/** What was agreed, a desk that sends under it, and two people designated at Alder Creek. */
async function agree({ being, must, rows }: TriageStory) {
  const { careAgreementId } = must(await recordCareAgreement.perform(being('yolanda'), agreed))
  const key = newToken()
  const desk = { careAgreementId, label: 'Records desk', key }
  const { careSenderId } = must(await makeCareSender.perform(being('yolanda'), desk))
  const [made] = await rows<{ code: string }>('select code from care_notice_sender where id = $1', [
    careSenderId,
  ])
  const name = (who: CastKey, place: 'first' | 'backup') =>
    nameDesignee.perform(being('marcus'), { schoolId: schools.alderCreek.id, personId: cast[who].id, place })
  must(await name('daniel', 'first'))
  must(await name('lucia', 'backup'))
  const { pem, secret } = newSigningKey()
  const registered = { careSenderId, publicKey: pem }
  const { signingKeyId } = must(await registerSigningKey.perform(being('yolanda'), registered))
  const signing: SignedWith = { keyId: signingKeyId, secret }
  return { careAgreementId, careSenderId, key, signing, url: `/handle-with-care/from/${made?.code}` }
}

/** Riverside with an agreement on Handle With Care, and ways to send. */
export async function careStory(options: { at?: string } = {}) {
  const story = await triageStory(options)
  const pages = await pagesOf(story)
  const agreement = await agree(story)
  const { url, key, signing } = agreement
  const latest = async (): Promise<string> => {
    const order = 'select id from care_notice order by received_at desc, id desc limit 1'
    return (await story.rows<{ id: string }>(order))[0]?.id ?? ''
  }
  const sends = (given: object, how: Signing = {}) => {
    const body = JSON.stringify(given)
    const to = how.at ?? url
    const mark = { key: signing, time: story.clock.now(), nonce: newId(), ...how }
    return sendAs(pages, { url: to, headers: marked(to, body, mark) }, how.sentBody ?? body)
  }
  return {
    ...story,
    ...agreement,
    pages,
    sends,
    latest,
    /** Somebody at the desk sends the form of the page. */
    types: (fields: Record<string, string>) => pages.post(null, url, { key, ...fields }),
    /** A notice comes about somebody: its id. */
    async comes(of: object = ofSofia): Promise<string> {
      const { status, body } = await sends(of)
      if (status !== 200) throw new Error(`Not taken: ${JSON.stringify(body)}`)
      return latest()
    },
    async close() {
      await pages.close()
      await story.close()
    },
  }
}
export type CareStory = Awaited<ReturnType<typeof careStory>>
