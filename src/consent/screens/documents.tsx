import type { View } from '#access/screen.ts'
import { Button, Field, Form } from '#design/contract.ts'
import type { Consent } from '../consent.ts'
import type { ConsentsData } from '../consents-page.ts'
import { documentWords } from '../document-words.ts'
import { mostDocuments } from '../scans-given.ts'
import { scanTypesAccepted } from './scan-field.tsx'

const say = documentWords()

const Add = ({ consent, view }: { consent: Consent; view: View }) => {
  const name = `scan-${consent.id}`
  const error = view.problem?.because.find(({ field }) => field === name)?.says
  return (
    <Form to={`/consents/${consent.id}/documents`} shell={view.shell} upload layout="flow">
      <Field
        name={name}
        type="file"
        accept={scanTypesAccepted}
        label={say('scan')}
        hint={say('scan_hint')}
        {...(error !== undefined && { error })}
      />
      <p class="row">
        <Button>{say('add')}</Button>
      </p>
    </Form>
  )
}

/** The scans of a consent that was given on paper, and where one is added. */
export const Documents = ({ consent, data, view }: { consent: Consent; data: ConsentsData; view: View }) => {
  if (consent.method !== 'paper') return null
  const own = data.documents.filter(({ consentId }) => consentId === consent.id)
  return (
    <>
      {own.length > 0 && (
        <ul class="files">
          {own.map(({ id, kind, size }, at) => (
            <li>
              <a href={`/consents/${consent.id}/documents/${id}`}>
                {say('link', { number: at + 1, kind: say(`kind.${kind}`), size: Math.ceil(size / 1024) })}
              </a>
            </li>
          ))}
        </ul>
      )}
      {data.mayRecord && own.length < mostDocuments && <Add consent={consent} view={view} />}
    </>
  )
}
