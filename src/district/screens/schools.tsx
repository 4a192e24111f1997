import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { ButtonLink, ErrorSummary, Page, PageHead, Table } from '#design/contract.ts'
import { addClosure } from '../add-closure.ts'
import { addTerm } from '../add-term.ts'
import type { Weekday } from '../calendar.ts'
import { lookSchools, type SeenSchools } from '../look-schools.ts'
import { removeClosure } from '../remove-closure.ts'
import { removeTerm } from '../remove-term.ts'
import { screenWords } from '../screen-words.ts'
import { Closures } from './closures.tsx'
import { Schools } from './school-list.tsx'
import { Terms } from './terms.tsx'
import { zoneName } from './zone-name.ts'

const say = screenWords()

type Data = SeenSchools

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

const Hours = ({ hours, timeZone, mayKeep, isHead }: Data) => (
  <section class="flow" aria-labelledby="hours">
    <h2 id="hours">{say('hours')}</h2>
    <p>
      {say('hours_lead')} {say('time_zone', { zone: zoneName(timeZone) })}
    </p>
    <Table
      caption={say('hours_caption')}
      narrow="scroll"
      id="working-hours"
      rows={weekdays}
      columns={[
        { head: say('head_weekday'), cell: (day) => say(`weekday_${day}`) },
        {
          head: say('head_hours'),
          cell: (day) => {
            const open = hours[day]
            return open === undefined ? say('free') : say('from_until', open)
          },
        },
      ]}
    />
    {mayKeep && (
      <p class="row">
        <ButtonLink href="/schools/hours">{say('change_hours')}</ButtonLink>
        {isHead && <ButtonLink href="/schools/district">{say('change_district')}</ButtonLink>}
      </p>
    )}
  </section>
)

const SchoolsPage = (data: Data, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead title={say('schools')}>
      <p>{say('schools_lead')}</p>
    </PageHead>
    <div class="flow">
      <Schools {...data} shell={view.shell} />
      <Terms data={data} view={view} />
      <Closures data={data} view={view} />
      <Hours {...data} />
    </div>
  </Page>
)

export const schoolsScreen = screen({
  address: '/schools',
  title: say('schools'),
  look: lookSchools,
  typed: ['named'],
  page: SchoolsPage,
  nav: { section: 'district', label: say('schools'), order: 10 },
})

export const closuresResource = resource({
  address: 'POST /closures',
  act: addClosure,
  stands: schoolsScreen,
  then: () => '/schools#closures',
})

export const closureRemovalResource = resource({
  address: 'POST /closures/:closureId/removal',
  act: removeClosure,
  stands: schoolsScreen,
  at: () => ({}),
  then: () => '/schools#closures',
})

export const termsResource = resource({
  address: 'POST /terms',
  act: addTerm,
  stands: schoolsScreen,
  then: () => '/schools#terms',
})

export const termRemovalResource = resource({
  address: 'POST /terms/:termId/removal',
  act: removeTerm,
  stands: schoolsScreen,
  at: () => ({}),
  then: () => '/schools#terms',
})
