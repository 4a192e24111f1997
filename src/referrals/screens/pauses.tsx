import { reasonsShown } from '#access/reasons-shown.ts'
import { type Resource, resource, type Screen, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Banner, Button, ErrorSummary, Events, Field, Form, kept, Page, PageHead } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { endPause } from '../end-pause.ts'
import { lookPauses, type SeenPauses } from '../look-pauses.ts'
import { pauseReferral } from '../pause-referral.ts'
import { pauseWords, pausingWords } from '../pause-words.ts'

const say = pauseWords()
const because = pausingWords()

type Props = { data: SeenPauses; view: View }

const Ask = ({ data, view }: Props) => {
  const field = kept(view)
  return (
    <Form to={`/referrals/${data.referral.id}/pauses`} shell={view.shell} layout="box read flow">
      <Field
        {...field('reason')}
        type="select"
        width="mid"
        label={say('reason')}
        options={[
          { value: '', label: say('choose') },
          ...data.choices.map(({ code, says }) => ({ value: code, label: says })),
        ]}
      />
      <Field
        {...field('throughOn')}
        type="date"
        width="short"
        label={say('through')}
        hint={say('through_hint', { day: dayWords(data.latest, data.today) })}
      />
      <Button kind="go">{say('save')}</Button>
    </Form>
  )
}

const Standing = ({ data, view }: Props) => {
  const pause = data.pauses.find(({ id }) => id === data.standing)
  if (pause === undefined) return null
  const day = dayWords(pause.throughOn, data.today)
  return (
    <>
      <Banner kind="slow">
        {say('paused', { day, reason: pause.why })}{' '}
        {say('paused_by', { name: pause.pausedByName, at: momentWords(pause.pausedAt, data) })}
      </Banner>
      <Form to={`/referrals/${data.referral.id}/pauses/end`} shell={view.shell} layout="flow">
        <p>{say('end_note')}</p>
        <Button>{say('end')}</Button>
      </Form>
    </>
  )
}

/** How the clocks stand now, and what can be done about it. */
const Now = ({ data, view }: Props) => {
  if (data.standing !== undefined) return <Standing data={data} view={view} />
  if (data.mayPause) return <Ask data={data} view={view} />
  return <p>{because(data.referral.endedAt === null ? 'high_need_lead' : 'has_ended')}</p>
}

const endOf = ({ endedOn, endedByName, fromOn }: SeenPauses['pauses'][number], today: string) => {
  if (endedOn === null) return undefined
  const name = endedByName ?? ''
  return endedOn === fromOn
    ? say('ended_at_once', { name })
    : say('ended_sooner', { day: dayWords(endedOn, today), name })
}

const Earlier = ({ data }: { data: SeenPauses }) => (
  <section class="flow" aria-labelledby="earlier-h">
    <h2 id="earlier-h">{say('earlier')}</h2>
    {data.pauses.length === 0 ? (
      <p>{say('none')}</p>
    ) : (
      <>
        <p>{say('so_far', data.soFar)}</p>
        <Events
          events={data.pauses.map((pause) => ({
            s: pause.id === data.standing ? 'now' : 'done',
            time: say('span', {
              from: dayWords(pause.fromOn, data.today),
              through: dayWords(pause.throughOn, data.today),
            }),
            what: pause.why,
            detail: (
              <>
                {say('by', { name: pause.pausedByName, at: momentWords(pause.pausedAt, data) })}{' '}
                {endOf(pause, data.today)}
              </>
            ),
          }))}
        />
      </>
    )}
  </section>
)

const PausesPage = (data: SeenPauses, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('title')}
      crumb={{
        href: `/referrals/${data.referral.id}`,
        label: `${data.studentName}, ${say('number', { number: data.referral.number })}`,
      }}
    >
      <p>{say(data.referral.highNeed ? 'lead_high' : 'lead')}</p>
    </PageHead>
    <Now data={data} view={view} />
    <Earlier data={data} />
  </Page>
)

/** Where the clocks of a referral are paused, and run again. */
const pausesScreen = screen({
  address: '/referrals/:referralId/pauses',
  title: say('title'),
  look: lookPauses,
  page: PausesPage,
})
export const pauseScreens: Screen[] = [pausesScreen]
export const pauseResources: Resource[] = [
  resource({
    address: 'POST /referrals/:referralId/pauses',
    act: pauseReferral,
    stands: pausesScreen,
    then: ({ id }) => `/referrals/${id}/pauses`,
  }),
  resource({
    address: 'POST /referrals/:referralId/pauses/end',
    act: endPause,
    stands: pausesScreen,
    then: ({ id }) => `/referrals/${id}/pauses`,
  }),
]
