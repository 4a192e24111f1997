import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from 'vitest'
import { setCaregiverChoice } from '#messages/set-caregiver-choice.ts'
import { updateCaregiver } from '#people/update-caregiver.ts'
import { families } from '../riverside/families.ts'
import { perform } from '../riverside/stories/teller.ts'
import {
  choosesTheAgency,
  hearsTheReceipt,
  logsTheCall,
  saysWhoTalks,
  sendsWithTheCaregiverThere,
  tellsTheFourPoints,
} from './steps/handoff.ts'
import { answers, follows, picks, presses, reads, sees, types } from './steps/page.ts'
import { journey } from './support/journey.ts'
import type { Stage } from './support/stage.ts'

const { sofia } = families
const [mother] = sofia.caregivers
const caregiverId = mother?.id ?? ''
const small = { width: 320, height: 640 }
let referralId = ''
let link = ''
let phone: Page

async function givenAMotherOnThePhoneWhoMayBeTexted({ before, at, being, enter }: Stage) {
  const walk = before('sofia').at(new Date('2026-10-13T18:00:00Z'))
  await walk.raise('Quiet for two weeks.')
  await walk.decide('b')
  referralId = walk.referralId
  const whose = { studentId: sofia.id, caregiverId }
  const reached = { name: mother?.name, phone: '206-555-0137', language: 'es', contactRule: 'any' }
  const may = { relationship: 'mother', authority: 'may_consent', contactHours: '' }
  await perform(being('maya'), updateCaregiver, { ...whose, version: 1, ...reached, ...may })
  await perform(being('maya'), setCaregiverChoice, { ...whose, version: 0, text: 'yes' })
  at('2026-10-13T20:30:00Z')
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}/handoff`)
  await logsTheCall(maya)
  await follows(maya, 'Back to the handoff')
  await choosesTheAgency(maya, 'Cedar Street')
  await saysWhoTalks(maya, { interpreter: 'Interpreter 4471' })
  await tellsTheFourPoints(maya)
}

async function whenMayaSendsHerTheLink({ enter, accessible }: Stage) {
  const maya = await enter('maya')
  await follows(maya, 'Ask by link instead')
  await reads(maya, 'Ask by link')
  await presses(maya, 'Send the link')
  await reads(maya, 'On its way.')
  await accessible(maya)
}

async function thenAPhoneGetsATextThatSaysNothing({ runJobs, textFolder, enter }: Stage) {
  await runJobs()
  const [text = ''] = await readdir(textFolder)
  const said = await readFile(join(textFolder, text), 'utf8')
  expect(said).toContain('Tiene un mensaje nuevo.')
  for (const secret of [sofia.given, sofia.family, sofia.id, 'Cedar', 'escuela', 'Riverside'])
    expect(said).not.toContain(secret)
  link = /\/family\/link\/[\w-]{43}/.exec(said)?.[0] ?? ''
  expect(link).not.toBe('')
  const maya = await enter('maya')
  await maya.reload()
  await reads(maya, /Waiting for their answer\. Sent .* by text\./)
}

/** Whatever looks at messages opens every link in them, more than once. */
async function andAScannerUsesNothingUp({ stranger }: Stage) {
  const scanner = await stranger()
  for (const _ of [1, 2, 3]) expect((await scanner.request.get(link)).status()).toBe(200)
}

async function comesIn(born: { day: string; month: string; year: string }) {
  await picks(phone, 'Mes', born.month)
  await types(phone, 'Día', born.day)
  await types(phone, 'Año', born.year)
  await presses(phone, 'Abrir')
}

async function whenSheComesInWithWhatSheKnows({ stranger, accessible }: Stage) {
  phone = await stranger()
  await phone.setViewportSize(small)
  await phone.goto(`${link}?lang=es`)
  await sees(phone, '¿Es usted?')
  await accessible(phone)
  await comesIn({ day: '21', month: 'noviembre', year: '2013' })
  await reads(phone, /Esto no coincide, o la página ya no está abierta/)
  expect(await phone.getByLabel('Año').inputValue()).toBe('2013')
  await accessible(phone)
  await comesIn({ day: '20', month: 'noviembre', year: '2013' })
  await sees(phone, 'Lo que se puede compartir sobre Sofia')
  await accessible(phone)
}

async function andReadsFirstWhatTheSchoolWillHear({ accessible }: Stage) {
  await follows(phone, 'Leer qué sabrá la escuela exactamente')
  await sees(phone, 'Lo que la escuela sabrá')
  await reads(phone, 'Sin respuesta: no se dice.')
  await accessible(phone)
  await follows(phone, 'Volver a las preguntas')
}

async function andAnswersQuestionByQuestion({ accessible }: Stage) {
  await reads(phone, 'Por qué se pide ayuda, en palabras generales')
  await answers(phone, /mandar la solicitud/, 'Sí')
  await presses(phone, 'Mandar mis respuestas')
  await reads(phone, 'Responda sí o no a cada pregunta.')
  await answers(phone, /cómo va y las fechas/, 'Sí')
  for (const no of [/cada vez que/, /cambia la seguridad/]) await answers(phone, no, 'No')
  await presses(phone, 'Mandar mis respuestas')
  await reads(phone, 'Escriba su nombre para decir que sí.')
  await types(phone, 'Su nombre', 'Carmen Delgado')
  await accessible(phone)
  await presses(phone, 'Mandar mis respuestas')
  await sees(phone, 'Gracias. Tenemos sus respuestas.')
  await accessible(phone)
}

async function thenMayaReadsTheAnswerAndSends({ at, enter, admin }: Stage) {
  const maya = await enter('maya')
  await maya.goto(`/referrals/${referralId}/consents`)
  await reads(maya, /Answered \d/)
  await reads(maya, /Signed as Carmen Delgado/)
  at('2026-10-13T20:40:00Z')
  const again = await enter('maya')
  await again.goto(`/referrals/${referralId}/handoff`)
  await sendsWithTheCaregiverThere(again, 'Cedar Street')
  await hearsTheReceipt(again, 'Noor Aziz')
  const { rows } = await admin.query<{ method: string; language: string; before: boolean }>(
    `select c.method, c.language, c.given_at < d.at as before from disclosure d
     join consent c on c.district_id = d.district_id and c.id = d.consent_id where d.referral_id = $1`,
    [referralId],
  )
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row).toEqual({ method: 'link', language: 'es', before: true })
}

async function andTheLinkIsUsed({ stranger }: Stage) {
  const other = await stranger()
  await other.goto(`${link}?lang=es`)
  phone = other
  await comesIn({ day: '20', month: 'noviembre', year: '2013' })
  await reads(other, /Esto no coincide, o la página ya no está abierta/)
}

journey(
  'A mother answers by a link while she is on the phone, and only then is anything sent [R149]',
  async (stage) => {
    await givenAMotherOnThePhoneWhoMayBeTexted(stage)
    await whenMayaSendsHerTheLink(stage)
    await thenAPhoneGetsATextThatSaysNothing(stage)
    await andAScannerUsesNothingUp(stage)
    await whenSheComesInWithWhatSheKnows(stage)
    await andReadsFirstWhatTheSchoolWillHear(stage)
    await andAnswersQuestionByQuestion(stage)
    await thenMayaReadsTheAnswerAndSends(stage)
    await andTheLinkIsUsed(stage)
  },
)
