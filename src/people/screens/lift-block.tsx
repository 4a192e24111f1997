import { resource, screen, type View } from '#access/screen.ts'
import { Choices, Confirm, kept } from '#design/contract.ts'
import { liftReasons } from '../block.ts'
import { blockPageWords, liftReasonWords } from '../block-words.ts'
import { declareConflict } from '../declare-conflict.ts'
import { liftBlock } from '../lift-block.ts'
import { lookConflict, lookLifting } from '../look-blocks.ts'
import { studentName } from '../student.ts'

const say = blockPageWords()
const because = liftReasonWords()

type Lifting = Awaited<ReturnType<typeof lookLifting.see>>

const LiftPage = ({ student, block }: Lifting, view: View) => {
  const place = `/students/${student.id}/blocks`
  const { value: chosen, ...choice } = kept(view)('because')
  return (
    <Confirm
      shell={view.shell}
      question={say('lift_question', { name: block.personName })}
      lead={say('lift_lead')}
      will={[say('lift_will', { name: block.personName, student: studentName(student) }), say('lift_stays')]}
      to={`${place}/${block.id}/lifting`}
      yes={say('lift')}
      no={{ href: place, label: say('lift_no') }}
      errors={view.problem?.because ?? []}
    >
      <Choices
        {...choice}
        legend={say('lift_because')}
        options={liftReasons.map((value) => ({ value, label: because(value) }))}
        {...(chosen !== undefined && { chosen })}
      />
    </Confirm>
  )
}

export const liftingScreen = screen({
  address: '/students/:studentId/blocks/:blockId/lifting',
  title: say('lift'),
  look: lookLifting,
  page: LiftPage,
})
export const liftingResource = resource({
  address: 'POST /students/:studentId/blocks/:blockId/lifting',
  act: liftBlock,
  stands: liftingScreen,
  then: ({ studentId }) => `/students/${studentId}/blocks`,
})

const ConflictPage = ({ student }: Awaited<ReturnType<typeof lookConflict.see>>, view: View) => {
  const name = studentName(student)
  return (
    <Confirm
      shell={view.shell}
      question={say('conflict_of', { name })}
      lead={say('conflict_lead', { name })}
      will={[say('conflict_next'), say('conflict_work'), say('conflict_back')]}
      to={`/students/${student.id}/conflict`}
      yes={say('conflict_yes')}
      no={{ href: `/students/${student.id}`, label: say('conflict_no') }}
      errors={view.problem?.because ?? []}
    />
  )
}

export const conflictScreen = screen({
  address: '/students/:studentId/conflict',
  title: say('conflict'),
  look: lookConflict,
  page: ConflictPage,
})
/** The student is not there any more for who sent it: they go on at Today. */
export const conflictResource = resource({
  address: 'POST /students/:studentId/conflict',
  act: declareConflict,
  stands: conflictScreen,
  then: () => '/today',
})
