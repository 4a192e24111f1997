import { MarkedList, Phone } from '#design/contract.ts'
import { type Lacking, LackingNote } from '#training/contract.ts'
import { clockTime } from './clock-time.ts'
import { type Part, say, Tap } from './step-parts.tsx'

/**
 * For whoever is not trained to run the rubric: why, who runs it, and that everything else goes on. The
 * shortest way to somebody who can stands first.
 */
export const SomebodyTrained = ({ data, view, lacking }: Part & { lacking: Lacking }) => {
  const { trained, asked, mayAsk } = data.rubric
  const [first] = trained
  return (
    <div class="flow">
      <p class="lead">{say('rubric_trained')}</p>
      {mayAsk && (
        <Tap data={data} view={view} to="trained" first>
          {first === undefined ? say('ask_anybody') : say('ask_trained', { name: first.name })}
        </Tap>
      )}
      {asked !== null && (
        <p>{say('asked_trained', { at: clockTime(data, asked.at), name: asked.name ?? say('role_none') })}</p>
      )}
      {trained.length === 0 ? (
        <p>{say('rubric_nobody')}</p>
      ) : (
        <>
          <p>
            <b>{say('rubric_who')}</b>
          </p>
          <MarkedList
            items={trained.map(({ name, phone }) => ({
              s: 'next' as const,
              text: (
                <>
                  <bdi>{name}</bdi> {phone !== null && <Phone number={phone} />}
                </>
              ),
            }))}
          />
        </>
      )}
      <p>{say('rubric_trained_911')}</p>
      <LackingNote lacking={lacking} />
    </div>
  )
}
