import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Button, ErrorSummary, Field, Form, kept, Page, PageHead } from '#design/contract.ts'
import type { Weekday } from '../calendar.ts'
import { lookHours } from '../look-schools.ts'
import { screenWords } from '../screen-words.ts'
import { setWorkingHours } from '../set-working-hours.ts'
import { zoneName } from './zone-name.ts'

const say = screenWords()
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

const HoursPage = ({ hours, timeZone }: Awaited<ReturnType<typeof lookHours.see>>, view: View) => {
  const held = weekdays.flatMap((day) => [
    [`hours.${day}.opens`, hours[day]?.opens],
    [`hours.${day}.closes`, hours[day]?.closes],
  ])
  const field = kept(view, Object.fromEntries(held))
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead title={say('hours')} crumb={{ href: '/schools', label: say('schools') }}>
        <p>
          {say('hours_lead')} {say('time_zone', { zone: zoneName(timeZone) })}
        </p>
        <p>{say('changes_nothing_before')}</p>
      </PageHead>
      <Form to="/schools/hours" shell={view.shell} layout="flow">
        {weekdays.map((day) => (
          <div class="pairs tight auto">
            <Field
              {...field(`hours.${day}.opens`)}
              type="time"
              label={say('opens', { weekday: say(`weekday_${day}`) })}
            />
            <Field
              {...field(`hours.${day}.closes`)}
              type="time"
              label={say('closes', { weekday: say(`weekday_${day}`) })}
            />
          </div>
        ))}
        <p class="row">
          <Button kind="go">{say('save_hours')}</Button>
        </p>
      </Form>
    </Page>
  )
}

export const hoursScreen = screen({
  address: '/schools/hours',
  title: say('hours'),
  look: lookHours,
  page: HoursPage,
})

export const hoursResource = resource({
  address: 'POST /schools/hours',
  act: setWorkingHours,
  stands: hoursScreen,
  then: () => '/schools#hours',
})
