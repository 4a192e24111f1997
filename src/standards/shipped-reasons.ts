import type { ListItem, ListName } from './reason-lists.ts'

/** Code, English, Spanish. */
type Row = readonly [code: string, en: string, es: string]

const shipped: Record<ListName, readonly Row[]> = {
  referral_category: [
    ['worry_and_sleep', 'Worry and sleep', 'Preocupación y sueño'],
    ['low_mood', 'Low mood', 'Ánimo bajo'],
    ['anger_and_conflict', 'Anger and conflict', 'Enojo y conflictos'],
    ['loss_and_grief', 'Loss and grief', 'Pérdida y duelo'],
    ['attendance_and_avoidance', 'Attendance and avoidance', 'Asistencia y evitar la escuela'],
    ['attention_and_learning', 'Attention and learning', 'Atención y aprendizaje'],
    ['family_stress', 'Family stress', 'Estrés en la familia'],
    ['other', 'Something else', 'Otra cosa'],
  ],
  decline: [
    ['capacity', 'No room now', 'No hay lugar ahora'],
    ['out_of_scope', 'Not a service we offer', 'No es un servicio que ofrecemos'],
    ['eligibility_or_payer', 'Eligibility or coverage', 'Requisitos o cobertura'],
    ['language', 'No one who speaks the language', 'Nadie que hable el idioma'],
    ['location', 'Too far or not reachable', 'Demasiado lejos o sin acceso'],
    ['other', 'Another reason', 'Otra razón'],
  ],
  barrier: [
    ['transportation', 'Transportation', 'Transporte'],
    ['caregiver_capacity', 'Caregiver has too much to carry', 'La persona a cargo tiene demasiado encima'],
    ['work_schedule', 'Caregiver’s work schedule', 'Horario de trabajo de la persona a cargo'],
    ['language', 'Language', 'Idioma'],
    ['distrust', 'Trust is not there yet', 'Todavía falta confianza'],
    ['competing_priorities', 'Other needs come first', 'Otras necesidades van primero'],
    ['intake_complexity', 'Intake is complicated', 'El ingreso es complicado'],
    ['insurance_eligibility', 'Insurance or eligibility', 'Seguro o requisitos'],
    ['provider_capacity', 'No room at the service', 'No hay lugar en el servicio'],
    ['other', 'Something else', 'Otra cosa'],
  ],
  appointment_result: [
    ['attended', 'Came', 'Asistió'],
    ['no_show', 'Missed visit', 'Visita perdida'],
    ['cancelled_by_family', 'Cancelled by the family', 'Cancelada por la familia'],
    ['cancelled_by_provider', 'Cancelled by the service', 'Cancelada por el servicio'],
    ['rescheduled', 'Moved to another time', 'Cambiada a otra hora'],
  ],
  status: [
    ['received', 'Received', 'Recibida'],
    ['accepted', 'Accepted', 'Aceptada'],
    ['scheduled', 'Scheduled', 'Con cita'],
    ['first_appointment_completed', 'First visit held', 'Primera visita hecha'],
    ['ongoing_engagement', 'Ongoing visits', 'Visitas en curso'],
    ['disengaged', 'Visits have stopped', 'Las visitas pararon'],
    ['redirected', 'Passed to another service', 'Pasada a otro servicio'],
  ],
  ending: [
    ['connected', 'Connected to care', 'Con atención'],
    ['alternative_plan', 'Another plan is in place', 'Hay otro plan'],
    ['family_choice', 'Family choice', 'Decisión de la familia'],
    ['moved', 'Moved away', 'Se mudó'],
    ['redirected', 'Passed to another service', 'Pasada a otro servicio'],
    ['withdrawn', 'Withdrawn by the family', 'Retirada por la familia'],
  ],
  non_connection: [
    ['family_choice', 'Family choice', 'Decisión de la familia'],
    ['service_could_not_accept', 'The service could not accept', 'El servicio no pudo aceptar'],
    [
      'intake_barrier',
      'Intake did not work, with a named barrier',
      'El ingreso no funcionó, con una barrera',
    ],
  ],
  handoff_miss: [
    ['no_answer', 'No answer that day', 'No hubo respuesta ese día'],
    ['another_day_asked', 'The caregiver asked for another day', 'La persona a cargo pidió otro día'],
    ['no_interpreter', 'No interpreter that day', 'No hubo intérprete ese día'],
    ['time_to_decide', 'The family wanted time to decide', 'La familia quiso tiempo para decidir'],
    ['partner_closed', 'The partner could not be reached', 'No se pudo hablar con el servicio'],
    ['decided_late', 'Decided late in the day', 'Se decidió tarde en el día'],
    ['no_navigator', 'No navigator on duty', 'No había navegador de turno'],
    ['other', 'Another reason', 'Otra razón'],
  ],
  contact_result: [
    ['reached', 'Spoke with the caregiver', 'Se habló con la persona a cargo'],
    ['no_answer', 'No answer', 'Sin respuesta'],
    ['left_message', 'Left a message', 'Se dejó un mensaje'],
    ['call_back_asked', 'Asked to be called back', 'Pidió que se le llame después'],
    ['wrong_number', 'The number did not work', 'El número no funcionó'],
    ['not_a_safe_time', 'Not a safe time to talk', 'No era un momento seguro para hablar'],
  ],
  pause: [
    ['family_asked', 'The family asked to wait', 'La familia pidió esperar'],
    ['student_away', 'The student is away', 'El estudiante está fuera'],
    ['other_care_first', 'Other care comes first', 'Otra atención va primero'],
    ['partner_closed', 'The agency is closed for some days', 'El servicio está cerrado unos días'],
    ['other', 'Another reason', 'Otra razón'],
  ],
}

/** The lists a new district starts with: our own words, in English and Spanish. */
export const shippedReasons: Record<ListName, ListItem[]> = Object.fromEntries(
  Object.entries(shipped).map(([name, rows]) => [
    name,
    rows.map(([code, en, es]) => ({ code, label: { en, es }, inUse: true })),
  ]),
) as Record<ListName, ListItem[]>
