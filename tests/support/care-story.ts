import { nameDesignee } from '#carenotices/name-designee.ts'
import { makeCareSender } from '#carenotices/make-sender.ts'
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

/** A machine of the agency sends, with a key in its header. */
async function sendAs(
  { app }: Awaited<ReturnType<typeof pagesOf>>,
  to: { url: string; bearer: string },
  body: object,
) {
  const reply = await app.inject({
    method: 'POST',
    url: to.url,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${to.bearer}`,
      'content-type': 'application/json',
      'idempotency-key': newId(),
    },
    payload: JSON.stringify(body),
  })
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
  return { careAgreementId, careSenderId, key, url: `/handle-with-care/from/${made?.code}` }
}

/** Riverside with an agreement on Handle With Care, and ways to send. */
export async function careStory(options: { at?: string } = {}) {
  const story = await triageStory(options)
  const pages = await pagesOf(story)
  const agreement = await agree(story)
  const { url, key } = agreement
  const latest = async (): Promise<string> => {
    const order = 'select id from care_notice order by received_at desc, id desc limit 1'
    return (await story.rows<{ id: string }>(order))[0]?.id ?? ''
  }
  const sends = (body: object, { bearer = key, at = url }: { bearer?: string; at?: string } = {}) =>
    sendAs(pages, { url: at, bearer }, body)
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
