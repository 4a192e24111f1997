import { familyCatalog } from '#platform/words.ts'

/**
 * The questions, in words meant to be read aloud, one at a time. Names are put in; nothing says he or she,
 * and nothing leans towards yes. Which of them a family heard is kept as a version: `wordings.ts`.
 */
export const askWords = familyCatalog({
  en: {
    'any_answer': 'Any answer is fine. You can change your mind at any time.',
    'ask.referral_disclosure': 'May the school send the referral to {partner}?',
    'ask.status_feedback': 'May {partner} tell the school the status and dates?',
    'ask.participation': 'May {partner} tell the school each time {student} came?',
    'ask.safety_signals': 'May {partner} tell the school lead if safety changes?',
    'ask.academic_observations': 'May teachers’ observations go to {partner}?',
    'ask.care_coordination': 'May {partner} talk with the other services {student} has?',
    'ask.services': 'Do you agree that {student} gets care at {partner}?',
    'ask.telehealth': 'May visits be by video?',
    'ask.billing': 'May {partner} ask your health plan to pay?',
    'say.referral_disclosure':
      '“May we tell {partner} who {student} is, how to reach you, and why we ask for a visit?',
    'only.referral_disclosure':
      'I will read you all of it. Nothing else goes: no grades, no discipline, no test answers.”',
    'say.status_feedback':
      '“May {partner} tell the school that they got this, that they have a place, and when the visits are?',
    'only.status_feedback': 'Not what is said there.”',
    'say.participation': '“May {partner} tell the school each time {student} came to a visit?',
    'only.participation': 'Only that, not what is said there.”',
    'say.safety_signals':
      '“If {partner} is worried about the safety of {student}, may they call {lead} at school?',
    'only.safety_signals':
      'They would say only: risk has changed, call today, or there is a safety plan. Nothing said in private.”',
    'say.academic_observations': '“May we also tell {partner} what teachers have noticed about schoolwork?',
    'only.academic_observations': 'Only what was seen, no grades.”',
    'say.care_coordination': '“May {partner} talk with the other services {student} has?',
    'only.care_coordination': 'Only about dates and who does what.”',
    'say.services': '“Do you agree that {student} gets care at {partner}?',
    'only.services': 'You can stop at any time.”',
    'say.telehealth': '“May some visits be by video, from home?',
    'only.telehealth': 'You can always ask to come in person.”',
    'say.billing': '“May {partner} ask your health plan to pay for the visits?',
    'only.billing': 'They tell the plan what it needs for that.”',
    'shared.referral_disclosure.yes': '{partner} knows why we asked for a visit.',
    'shared.referral_disclosure.no': 'Nothing about {student} goes to {partner}. You said no.',
    'shared.status_feedback.yes': '{partner} tells the school when visits are set.',
    'shared.status_feedback.no': '{partner} does not tell the school about visits. You said no.',
    'shared.participation.yes': '{partner} tells the school each time {student} comes.',
    'shared.participation.no': '{partner} does not tell the school each time {student} comes. You said no.',
    'shared.safety_signals.yes': '{partner} calls the school if safety changes.',
    'shared.safety_signals.no': '{partner} does not call the school if safety changes. You said no.',
    'shared.academic_observations.yes': '{partner} knows what teachers noticed about schoolwork.',
    'shared.academic_observations.no': '{partner} does not hear what teachers noticed. You said no.',
    'shared.care_coordination.yes': '{partner} may talk with the other services {student} has.',
    'shared.care_coordination.no': '{partner} does not talk with other services. You said no.',
    'shared.private': 'What {student} says at {partner} stays there.',
  },
  es: {
    'any_answer': 'Cualquier respuesta está bien. Puede cambiar de opinión cuando quiera.',
    'ask.referral_disclosure': '¿Puede la escuela mandar la solicitud a {partner}?',
    'ask.status_feedback': '¿Puede {partner} decirle a la escuela cómo va y las fechas?',
    'ask.participation': '¿Puede {partner} decirle a la escuela cada vez que {student} va?',
    'ask.safety_signals': '¿Puede {partner} avisar a la escuela si cambia la seguridad?',
    'ask.academic_observations': '¿Pueden ir a {partner} las observaciones de sus maestros?',
    'ask.care_coordination': '¿Puede {partner} hablar con los otros servicios que tiene {student}?',
    'ask.services': '¿Está de acuerdo con que {student} reciba atención en {partner}?',
    'ask.telehealth': '¿Pueden ser por video las citas?',
    'ask.billing': '¿Puede {partner} pedirle el pago a su plan de salud?',
    'say.referral_disclosure':
      '“¿Podemos decirle a {partner} quién es {student}, cómo llamarle a usted y por qué pedimos una cita?',
    'only.referral_disclosure':
      'Se lo leo todo. No va nada más: ni notas, ni disciplina, ni respuestas de pruebas.”',
    'say.status_feedback':
      '“¿Puede {partner} decirle a la escuela que recibió esto, que tiene lugar y cuándo son las citas?',
    'only.status_feedback': 'No lo que se habla ahí.”',
    'say.participation': '“¿Puede {partner} decirle a la escuela cada vez que {student} va a una cita?',
    'only.participation': 'Solo eso, no lo que se habla ahí.”',
    'say.safety_signals':
      '“Si en {partner} se preocupan por la seguridad de {student}, ¿pueden llamar a {lead} en la escuela?',
    'only.safety_signals':
      'Solo dirían: el riesgo cambió, llame hoy, o hay un plan de seguridad. Nada de lo que se cuente en privado.”',
    'say.academic_observations':
      '“¿Podemos decirle también a {partner} lo que los maestros han notado en el trabajo escolar?',
    'only.academic_observations': 'Solo lo que se vio, sin notas.”',
    'say.care_coordination': '“¿Puede {partner} hablar con los otros servicios que tiene {student}?',
    'only.care_coordination': 'Solo sobre fechas y quién hace qué.”',
    'say.services': '“¿Está de acuerdo con que {student} reciba atención en {partner}?',
    'only.services': 'Puede parar cuando quiera.”',
    'say.telehealth': '“¿Pueden ser por video algunas citas, desde casa?',
    'only.telehealth': 'Siempre puede pedir ir en persona.”',
    'say.billing': '“¿Puede {partner} pedirle a su plan de salud que pague las citas?',
    'only.billing': 'Le dice al plan lo que necesita para eso.”',
    'shared.referral_disclosure.yes': '{partner} sabe por qué pedimos la cita.',
    'shared.referral_disclosure.no': 'Nada sobre {student} va a {partner}. Usted dijo que no.',
    'shared.status_feedback.yes': '{partner} le avisa a la escuela cuándo hay citas.',
    'shared.status_feedback.no': '{partner} no le avisa a la escuela de las citas. Usted dijo que no.',
    'shared.participation.yes': '{partner} le avisa a la escuela cada vez que va {student}.',
    'shared.participation.no':
      '{partner} no le avisa a la escuela cada vez que va {student}. Usted dijo que no.',
    'shared.safety_signals.yes': '{partner} llama a la escuela si cambia la seguridad.',
    'shared.safety_signals.no': '{partner} no llama a la escuela si cambia la seguridad. Usted dijo que no.',
    'shared.academic_observations.yes': '{partner} sabe lo que los maestros notaron en el trabajo escolar.',
    'shared.academic_observations.no': '{partner} no sabe lo que notaron los maestros. Usted dijo que no.',
    'shared.care_coordination.yes': '{partner} puede hablar con los otros servicios que tiene {student}.',
    'shared.care_coordination.no': '{partner} no habla con otros servicios. Usted dijo que no.',
    'shared.private': 'Lo que {student} dice en {partner} se queda ahí.',
  },
})
