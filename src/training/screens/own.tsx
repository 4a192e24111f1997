import { OwnPage } from '#access/own-page.tsx'
import { screen, type View } from '#access/screen.ts'
import { Empty, MarkedList, PageHead } from '#design/contract.ts'
import type { OwnTraining } from '../asking.ts'
import { lookOwn, type SeenOwn } from '../look-own.ts'
import { sayings } from '../screen-words.ts'
import { trainingWords } from '../words.ts'
import { Askable } from './lacking.tsx'
import { standsSaid } from './stands.ts'

const say = sayings()
const training = trainingWords()

const marks = { never: 'late', lapsed: 'late', soon: 'due', holds: 'done' } as const

const said = (own: OwnTraining, today: string) =>
  own.asked || own.standing !== 'never' ? standsSaid(own, today) : say('not_asked')

const OwnTrainingPage = (data: SeenOwn, view: View) => (
  <OwnPage shell={view.shell} role={data.role}>
    <PageHead title={say('own_title')}>
      <p class="lead">{say('own_lead')}</p>
    </PageHead>
    {data.trainings.length === 0 ? (
      <Empty fact={say('own_none')} note={say('own_none_note')} />
    ) : (
      <div class="read flow">
        <MarkedList
          items={data.trainings.map((each) => ({
            s: each.asked ? marks[each.standing] : ('end' as const),
            text: (
              <>
                {training(each.topic)}. {said(each, data.today)}
              </>
            ),
          }))}
        />
        <h2>{say('own_ask')}</h2>
        <p>
          <Askable people={data.ask} />
        </p>
        <p class="quiet">{say('own_ask_note')}</p>
      </div>
    )}
  </OwnPage>
)

/** What somebody is trained for, and whom to ask. */
export const ownTrainingScreen = screen({
  address: '/training/own',
  title: say('own_title'),
  look: lookOwn,
  page: OwnTrainingPage,
})
