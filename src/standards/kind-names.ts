import type { Kind } from './kinds.ts'

type Names = Record<`kind_${Kind}`, string>

/** What each part of the model is called. */
export const kindNames = {
  en: {
    kind_tiers: 'Tiers',
    kind_checklist: 'Triage checklist',
    kind_time_standards: 'Time standards',
    kind_handoff_rules: 'Handoff rules',
    kind_must_not: 'What schools must not do',
    kind_high_need: 'High-need criteria',
    kind_reasons: 'Lists to choose from',
    kind_signals: 'Signals an agency may send',
    kind_triage_staff: 'Who decides in triage',
    kind_minimum_necessary: 'Who may know what',
    kind_message_rules: 'When messages go out',
    kind_crisis: 'Crisis standard',
    kind_early_warning: 'When days missed and incidents raise a concern',
    kind_drills: 'Scenarios of crisis drills',
  } satisfies Names,
  es: {
    kind_tiers: 'Niveles',
    kind_checklist: 'Lista de valoración',
    kind_time_standards: 'Plazos',
    kind_handoff_rules: 'Reglas de entrega',
    kind_must_not: 'Lo que una escuela no debe hacer',
    kind_high_need: 'Criterios de alta necesidad',
    kind_reasons: 'Listas de opciones',
    kind_signals: 'Señales que un servicio puede enviar',
    kind_triage_staff: 'Quién decide el camino',
    kind_minimum_necessary: 'Quién puede saber qué',
    kind_message_rules: 'Cuándo salen los mensajes',
    kind_crisis: 'Norma para una crisis',
    kind_early_warning: 'Cuándo las faltas e incidentes abren una preocupación',
    kind_drills: 'Escenarios de simulacros de crisis',
  } satisfies Names,
}
