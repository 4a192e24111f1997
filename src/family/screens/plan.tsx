import { screen, type View } from '#access/screen.ts'
import { ErrorSummary, FamilyPage } from '#design/contract.ts'
import { linkLanguages } from '#people/contract.ts'
import { lookPlan, type SeenPlan } from '../look-plan.ts'
import { planPageWords } from '../plan-words.ts'
import { Wait } from './wait.tsx'
import { NoMore } from './no-more.tsx'
import { HowItWas } from './rate.tsx'
import { InTheWay, NextVisit, WhoToCall } from './plan-parts.tsx'

const PlanPage = (data: SeenPlan, view: View) => {
  const { shell, language, problem } = view
  const say = planPageWords(language)
  return (
    <FamilyPage
      shell={{ ...shell, title: say('title') }}
      from={data.districtName}
      languages={linkLanguages('/family/plan')}
    >
      <ErrorSummary errors={problem?.because ?? []} lang={language} />
      <h1>{say('title_of', { student: data.student })}</h1>
      <p class="lead">{say(data.plans.length === 0 ? 'none' : 'lead')}</p>
      {data.plans.map((plan) => (
        <>
          <NextVisit data={data} plan={plan} view={view} />
          <InTheWay data={data} plan={plan} view={view} />
          <HowItWas plan={plan} view={view} />
          <Wait plan={plan} view={view} />
          <NoMore plan={plan} view={view} />
        </>
      ))}
      <WhoToCall data={data} view={view} />
      <p class="screen">
        <a href={`/family?lang=${language}`}>{say('shared')}</a>
      </p>
      <p class="screen hint">{say('print')}</p>
    </FamilyPage>
  )
}

/** The plan of the student somebody acts for. The title names nobody. */
export const planScreen = screen({
  address: '/family/plan',
  title: 'Your plan',
  look: lookPlan,
  page: PlanPage,
})
