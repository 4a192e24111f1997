import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Act, ButtonLink, Clock, ErrorSummary, KeyList, Page, PageHead } from '#design/contract.ts'
import { clockWords } from '#standards/contract.ts'
import { acknowledgeCareNotice } from '../acknowledge-notice.ts'
import { askTeacher } from '../ask-teacher.ts'
import { lookCareNotice, type SeenCareNotice } from '../look-notice.ts'
import { matchNotice } from '../match-notice.ts'
import { recordCareStep } from '../record-step.ts'
import { careWords } from '../screen-words.ts'
import { undoMatch } from '../undo-match.ts'
import { sendToTriage } from '../send-to-triage.ts'
import { Match, noticeAt, Steps, Teachers, Triage, Undo, WriteStep } from './notice-parts.tsx'

const say = careWords()
type Props = { data: SeenCareNotice; view: View }

const sentOf = ({ notice: { childName, bornOn, grade } }: SeenCareNotice) =>
  [
    childName,
    ...(bornOn === null ? [] : [say('born', { day: bornOn })]),
    ...(grade === null ? [] : [say('grade', { grade })]),
  ].join(', ')

/** Who has it; while nobody does, by when somebody answers. */
const Answer = ({ data }: { data: SeenCareNotice }) => {
  const { notice, calendar, now } = data
  if (notice.acknowledgedAt !== null)
    return (
      <>
        {say('told_at', {
          name: data.acknowledgedByName ?? '',
          at: momentWords(notice.acknowledgedAt, data),
        })}
      </>
    )
  const { headline, detail } = clockWords(calendar, { dueAt: notice.answerDueAt, now })
  return <Clock means={headline} time={detail} at={notice.answerDueAt} late={notice.answerDueAt <= now} />
}

const Facts = ({ data }: { data: SeenCareNotice }) => (
  <KeyList
    items={[
      { key: say('as_sent'), value: <bdi>{sentOf(data)}</bdi> },
      { key: say('school'), value: data.schoolName },
      { key: say('came'), value: momentWords(data.notice.receivedAt, data) },
      {
        key: say(data.notice.acknowledgedAt === null ? 'answer_by' : 'has_it'),
        value: <Answer data={data} />,
      },
      {
        key: say('told'),
        value: data.told.map(({ name, toldAt }) => (
          <div>{say('told_at', { name, at: momentWords(toldAt, data) })}</div>
        )),
      },
      ...(data.student === null
        ? []
        : [
            {
              key: say('student'),
              value: (
                <a href={`/students/${data.student.id}`}>
                  {say('open_student', { name: data.student.name })}
                </a>
              ),
            },
          ]),
      { key: say('until'), value: momentWords(data.notice.expiresAt, data) },
    ]}
  />
)

const TakeUp = ({ data, view }: Props) => (
  <div class="flow">
    <p>{say('take_note')}</p>
    <Act id="take" kind="go" to={`${noticeAt(data)}/acknowledgement`} shell={view.shell}>
      {say('take')}
    </Act>
  </div>
)

const NoticePage = (data: SeenCareNotice, view: View) => {
  const isGone = data.steps.some(({ kind }) => kind === 'not_here')
  const isInTriage = data.steps.some(({ kind }) => kind === 'triage')
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead title={say('one')} crumb={{ href: '/handle-with-care', label: say('title') }}>
        <p>{say('nothing_follows')}</p>
      </PageHead>
      {data.notice.acknowledgedAt === null && <TakeUp data={data} view={view} />}
      <Facts data={data} />
      {data.mayUndo && data.student !== null && <Undo data={data} view={view} />}
      {data.student === null && !isGone && <Match data={data} view={view} />}
      <Steps data={data} />
      {!isGone && <WriteStep data={data} view={view} />}
      {data.student !== null && !isInTriage && <Triage data={data} view={view} />}
      {data.student !== null && <Teachers data={data} view={view} />}
      <p>{say('risk')}</p>
      <ButtonLink href={data.student === null ? '/crisis' : `/crisis?student=${data.student.id}`}>
        {say('crisis')}
      </ButtonLink>
    </Page>
  )
}

/** One notice, for whoever was told of it. */
export const noticeScreen = screen({
  address: '/handle-with-care/notices/:careNoticeId',
  title: say('one'),
  look: lookCareNotice,
  page: NoticePage,
  typed: ['name'],
})

const then = ({ careNoticeId }: { careNoticeId: string }) => `/handle-with-care/notices/${careNoticeId}`
const at = '/handle-with-care/notices/:careNoticeId' as const
const stands = noticeScreen
export const noticeResources = [
  resource({ address: `POST ${at}/acknowledgement`, act: acknowledgeCareNotice, stands, then }),
  resource({ address: `POST ${at}/student`, act: matchNotice, stands, then }),
  resource({ address: `POST ${at}/student-undo`, act: undoMatch, stands, then }),
  resource({ address: `POST ${at}/steps`, act: recordCareStep, stands, then }),
  resource({ address: `POST ${at}/triage`, act: sendToTriage, stands, then }),
  resource({ address: `POST ${at}/teachers`, act: askTeacher, stands, then }),
]
