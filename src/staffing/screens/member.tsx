import { reasonsShown } from '#access/reasons-shown.ts'
import { roleWords } from '#access/roles.ts'
import { screen, type View } from '#access/screen.ts'
import { Empty, ErrorSummary, KeyList, MarkedList, Page, PageHead, Table } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { trainingWords } from '#training/contract.ts'
import { lookMember, type SeenMember } from '../look-member.ts'
import { memberWords, reportWords } from '../screen-words.ts'
import { formWords, gapWords, professionWords } from '../words.ts'
import { employerOf } from './employer.ts'
import { Keep, NameSupervisor, Record } from './member-forms.tsx'

const say = memberWords()
const report = reportWords()
const role = roleWords()
const training = trainingWords()

const trained = ({ trainings, today }: SeenMember): string =>
  trainings.length === 0
    ? say('no_trainings')
    : trainings
        .map(({ topic, until }) =>
          until === null
            ? say('training_none', { topic: training(topic) })
            : say('training_until', { topic: training(topic), day: dayWords(until, today) }),
        )
        .join('. ')

/** What is on record, field by field [R157]. */
const OnRecord = ({ data }: { data: SeenMember }) => {
  const { member, today } = data
  const { credential } = member
  const none = say('none')
  return (
    <KeyList
      items={[
        { key: say('role'), value: role(member.role) },
        { key: say('employer'), value: employerOf(member) },
        { key: say('credential'), value: credential === null ? none : professionWords()(credential.kind) },
        { key: say('issuer'), value: credential?.issuer ?? none },
        {
          key: say('license'),
          value:
            credential === null
              ? none
              : say('license_of', {
                  number: credential.licenseNumber,
                  day: dayWords(credential.validUntil, today),
                }),
        },
        { key: say('supervisor'), value: member.supervisorName ?? none },
        {
          key: say('supervised'),
          value: member.supervisedOn === null ? none : dayWords(member.supervisedOn, today),
        },
        { key: say('trainings'), value: trained(data) },
      ]}
    />
  )
}

const Supervisions = ({ data }: { data: SeenMember }) => (
  <section class="after flow" aria-labelledby="supervisions">
    <h2 id="supervisions">{say('supervisions')}</h2>
    {data.supervisions.length === 0 ? (
      <Empty fact={say('supervisions_none')} />
    ) : (
      <Table
        caption={say('supervisions_caption')}
        rows={data.supervisions}
        columns={[
          { head: say('day'), fit: true, cell: ({ heldOn }) => dayWords(heldOn, data.today) },
          { head: say('form'), cell: ({ form }) => formWords()(form) },
          { head: say('minutes'), num: true, cell: ({ minutes }) => String(minutes) },
          { head: say('by'), cell: ({ supervisorName }) => supervisorName },
          { head: say('recorded'), cell: ({ recordedByName }) => recordedByName },
        ]}
      />
    )}
  </section>
)

const MemberPage = (data: SeenMember, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={data.member.name}
      {...(data.keeps && { crumb: { href: '/staff-records', label: report('title') } })}
    />
    {data.gaps.length === 0 ? (
      <p>{say('complete')}</p>
    ) : (
      <MarkedList items={data.gaps.map((each) => ({ s: 'late' as const, text: gapWords()(each) }))} />
    )}
    <OnRecord data={data} />
    <Supervisions data={data} />
    {data.supervises && <Record data={data} view={view} />}
    {data.keeps && <NameSupervisor data={data} view={view} />}
    {data.keeps && <Keep data={data} view={view} />}
  </Page>
)

/** The record of somebody who helps students. */
export const memberScreen = screen({
  address: '/staff-records/:personId',
  title: say('title'),
  look: lookMember,
  page: MemberPage,
})
