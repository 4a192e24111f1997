import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Button, Choices, ErrorSummary, Field, Form, kept, Page, PageHead } from '#design/contract.ts'
import { lookRoom } from '../look-own-pages.ts'
import { acceptances, type Partner } from '../partner.ts'
import { screenWords } from '../screen-words.ts'
import { updateCapacity } from '../update-capacity.ts'
import { directoryWords } from '../words.ts'

const say = screenWords()
const said = directoryWords()

const RoomForm = ({ partner, view }: { partner: Partner; view: View }) => {
  const field = kept(view, {
    acceptance: partner.acceptance,
    openPlaces: String(partner.openPlaces),
    acceptanceNote: partner.acceptanceNote,
    nextOpeningOn: partner.nextOpeningOn,
  })
  const { value: chosen = '', ...acceptance } = field('acceptance')
  const options = acceptances.map((value) => ({ value, label: said(`acceptance_${value}`) }))
  const places = { min: '0', max: '999', width: 'short', inputmode: 'numeric' } as const
  const note = { label: say('room_note'), hint: say('room_note_hint') }
  return (
    <Form
      to={`/partners/${partner.id}/room`}
      shell={view.shell}
      layout="flow"
      hidden={{ version: partner.version }}
    >
      <Choices {...acceptance} legend={say('room_now')} options={options} chosen={chosen} />
      <Field {...field('openPlaces')} {...places} type="number" label={say('room_places')} />
      <Field {...field('nextOpeningOn')} type="date" width="mid" label={say('room_next')} optional />
      <Field {...field('acceptanceNote')} {...note} maxlength={200} optional />
      <p class="row">
        <Button kind="go">{say('room_save')}</Button>
      </p>
    </Form>
  )
}

const RoomPage = (partner: Partner, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('room', { name: partner.shortName })}
      crumb={{ href: `/partners/${partner.id}`, label: partner.name }}
    >
      <p>{say('room_lead')}</p>
    </PageHead>
    <RoomForm partner={partner} view={view} />
  </Page>
)

export const roomScreen = screen({
  address: '/partners/:partnerId/room',
  title: 'Room at an agency',
  look: lookRoom,
  page: RoomPage,
})

export const roomResource = resource({
  address: 'POST /partners/:partnerId/room',
  act: updateCapacity,
  stands: roomScreen,
  then: ({ partnerId }) => `/partners/${partnerId}`,
})
