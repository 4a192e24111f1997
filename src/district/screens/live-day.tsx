import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Button, ErrorSummary, Field, Form, kept, Page, PageHead } from '#design/contract.ts'
import { lookLiveDay } from '../look-schools.ts'
import { screenWords } from '../screen-words.ts'
import { setLiveDay } from '../set-live-day.ts'

const say = screenWords()

const LiveDayPage = (school: Awaited<ReturnType<typeof lookLiveDay.see>>, view: View) => {
  const field = kept(view, { liveOn: school.liveOn })
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={say('live_day', { name: school.name })}
        crumb={{ href: '/schools', label: say('schools') }}
      >
        <p>{say('live_day_lead')}</p>
      </PageHead>
      <Form to={`/schools/${school.id}/live-day`} shell={view.shell} layout="flow">
        <Field
          {...field('liveOn')}
          type="date"
          label={say('live_day_on')}
          hint={say('live_day_hint')}
          optional
        />
        <p class="row">
          <Button kind="go">{say('live_day_save')}</Button>
        </p>
      </Form>
    </Page>
  )
}

export const liveDayScreen = screen({
  address: '/schools/:schoolId/live-day',
  title: 'Live day of a school',
  look: lookLiveDay,
  page: LiveDayPage,
})

export const liveDayResource = resource({
  address: 'POST /schools/:schoolId/live-day',
  act: setLiveDay,
  stands: liveDayScreen,
  then: () => '/schools',
})
