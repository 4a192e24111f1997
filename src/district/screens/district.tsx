import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Button, ErrorSummary, Field, Form, kept, Page, PageHead } from '#design/contract.ts'
import { changeDistrict } from '../change-district.ts'
import { lookDistrict } from '../look-schools.ts'
import type { Named } from '../rules.ts'
import { screenWords } from '../screen-words.ts'
import { zoneName } from './zone-name.ts'

const say = screenWords()

/** Zones of the states and territories; a machine may give any other. */
const offered = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'Pacific/Guam',
]

const zones = (inUse: string) =>
  [...new Set([...offered, inUse])].map((value) => ({
    value,
    label: say('zone', { name: zoneName(value), zone: value.replaceAll('_', ' ') }),
  }))

const DistrictPage = ({ name, timeZone }: Named, view: View) => {
  const field = kept(view, { districtName: name, timeZone })
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead title={say('district')} crumb={{ href: '/schools', label: say('schools') }}>
        <p>{say('district_lead')}</p>
      </PageHead>
      <Form
        to="/schools/district"
        shell={view.shell}
        layout="flow"
        hidden={{ 'was.name': name, 'was.timeZone': timeZone }}
      >
        <Field {...field('districtName')} label={say('district_name')} maxlength={120} />
        <Field {...field('timeZone')} type="select" label={say('district_zone')} options={zones(timeZone)} />
        <p class="row">
          <Button kind="go">{say('district_save')}</Button>
        </p>
      </Form>
    </Page>
  )
}

export const districtScreen = screen({
  address: '/schools/district',
  title: say('district'),
  look: lookDistrict,
  page: DistrictPage,
})

export const districtResource = resource({
  address: 'POST /schools/district',
  act: changeDistrict,
  stands: districtScreen,
  then: () => '/schools#hours',
})
