import { reasonsShown } from '#access/reasons-shown.ts'
import { type Resource, resource, screen, type View } from '#access/screen.ts'
import { ErrorSummary, Page, PageHead } from '#design/contract.ts'
import { endNeed } from '../end-need.ts'
import { keepProfile } from '../keep-profile.ts'
import { lookProfile, type SeenProfile } from '../look-profile.ts'
import { noteNeed } from '../note-need.ts'
import { householdWords } from '../screen-words.ts'
import { takeNeed } from '../take-need.ts'
import { Caregivers } from './caregivers.tsx'
import { ChoicesMade } from './choices.tsx'
import { Needs } from './needs.tsx'
import { Siblings, Told } from './told.tsx'

const say = householdWords()

const ProfilePage = (data: SeenProfile, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('title')}
      crumb={{ href: `/students/${data.student.id}`, label: <bdi>{data.student.name}</bdi> }}
    >
      <p>{say('lead')}</p>
    </PageHead>
    <div class="flow">
      <Caregivers data={data} />
      <Told data={data} view={view} />
      <ChoicesMade data={data} />
      <Siblings data={data} />
      <Needs data={data} view={view} />
    </div>
  </Page>
)

/** What the school knows of a family, and what the family needs at home. */
export const profileScreen = screen({
  address: '/students/:studentId/family',
  title: say('title'),
  look: lookProfile,
  page: ProfilePage,
})
const back = (_result: unknown, { studentId }: Record<string, string>) => `/students/${studentId}/family`
const there = ({ studentId = '' }: Record<string, string>) => ({ studentId })
export const profileResources: Resource[] = [
  resource({
    address: 'POST /students/:studentId/family',
    act: keepProfile,
    stands: profileScreen,
    then: back,
  }),
  resource({
    address: 'POST /students/:studentId/family/needs',
    act: noteNeed,
    stands: profileScreen,
    then: back,
  }),
  resource({
    address: 'POST /students/:studentId/family/needs/:needId/owner',
    act: takeNeed,
    stands: profileScreen,
    at: there,
    then: back,
  }),
  resource({
    address: 'POST /students/:studentId/family/needs/:needId/end',
    act: endNeed,
    stands: profileScreen,
    at: there,
    then: back,
  }),
]
