import type { CastKey } from '../riverside/cast.ts'
import { deviceAt, type House } from './device.ts'
import { calledToTheEnd } from './incident-steps.ts'
import { type IncidentStory, incidentStory } from './incident-story.ts'

export const incidents = '/crisis/incidents'

const noNetwork: House = async () => {
  throw new TypeError('no network')
}

/** The house to whom nobody is signed in. */
const nobodyKnown: House = async () => Response.json({ code: 'sign_in_needed' }, { status: 401 })

/** Something before the house that answers presses of one kind in its own way. */
export const insteadOf =
  (house: House, which: RegExp, reply: () => Response): House =>
  async (path, asked) =>
    asked.method === 'POST' && which.test(path) ? reply() : house(path, asked)

/** Where the steps of a page that is kept are sent. */
export const actionIn = (html: string) =>
  /action="(\/crisis\/incidents\/[^"]*\/safety)"/.exec(html)?.[1] ?? ''

/** The house itself, as somebody who is signed in on the device meets it. */
const houseOf =
  ({ pages }: Pick<IncidentStory, 'pages'>, as: CastKey): House =>
  async (url, { method = 'GET', headers, body }) => {
    const reply = await pages.app.inject({
      method: method as 'GET',
      url,
      headers: {
        'host': 'riverside.example',
        'origin': 'http://riverside.example',
        'sec-fetch-site': 'same-origin',
        'x-cast': as,
        'accept': 'text/html',
        ...headers,
      },
      ...(body !== undefined && { payload: body }),
    })
    return new Response(reply.body === '' ? null : reply.body, { status: reply.statusCode })
  }

/** Incidents at Riverside, and devices that keep what is pressed while there is no network. */
export async function deviceStory() {
  const story = await incidentStory()
  return {
    ...story,
    /** A device on which the page is kept, and the network is gone. */
    async device(as: CastKey = 'joan') {
      const house = houseOf(story, as)
      const it = deviceAt(house)
      await it.installs()
      it.answeredBy(noNetwork)
      return {
        ...it,
        house,
        back: () => it.answeredBy(house),
        gone: () => it.answeredBy(noNetwork),
        /** The session ends, and somebody signs in: at first whoever it was, or somebody else. */
        signedOut: () => it.answeredBy(nobodyKnown),
        signsIn: (who: CastKey) => it.answeredBy(houseOf(story, who)),
      }
    },
    async closed() {
      const incidentId = await story.began()
      await story.upToTheLevel(incidentId)
      await calledToTheEnd(story, incidentId)
      return incidentId
    },
    written: async (incidentId: string) => (await story.seen(incidentId)).entries.map(({ what }) => what),
    /** All incidents, in the order in which they were begun. */
    begun: async () =>
      (await story.admin.query<{ id: string }>('select id from crisis_incident order by id')).rows.map(
        ({ id }) => id,
      ),
  }
}
export type DeviceStory = Awaited<ReturnType<typeof deviceStory>>
