/**
 * What no message says, in any language it is written in: what kind of help it is about, who it is from, and
 * what it is for. Messages are read on locked screens and over shoulders. A word that ends with * is the
 * beginning of one.
 */
const denied: readonly string[] = [
  'mental crisis suicid* self-harm* counsel* therap* psych* clinic* behavior* behaviour* depress* anxi* trauma*',
  'treatment diagnos* patient medic* health hospital addict* substance drug* alcohol abuse safety risk emergency',
  'urgent school* district agency partner student* child* son daughter teacher* nurse* referral* appointment*',
  'visit* intake concern* consent* immigra* citizen* insurance police court program service* provider*',
  'autolesi* consejer* terap* psic* siqui* clínic* clinic* conducta depresi* ansiedad tratamiento diagnóstic*',
  'paciente médic* salud adicci* droga* abuso seguridad riesgo emergencia urgente escuela* escolar distrito',
  'agencia* estudiante* alumn* niñ* hij* maestr* enfermer* derivaci* cita citas visita* consentimiento inmigra*',
  'ciudadan* seguro policía tribunal programa servicio* proveedor*',
]

/** Arabic writes prefixes onto its words: these are looked for anywhere. */
const deniedInside: readonly string[] = [
  'أزمة انتحار إيذاء نفسي علاج عيادة سلوك اكتئاب قلق صدمة تشخيص مريض طبيب طبي صحة صحي مستشفى إدمان مخدر كحول خطر',
  'طوارئ عاجل مدرسة مدرسي منطقة وكالة طالب تلميذ طفل ابنك ابنتك معلم ممرض إحالة موعد زيارة موافقة هجرة تأمين شرطة محكمة',
  'خدمة برنامج',
]

const wordsOf = (lines: readonly string[]) => lines.flatMap((line) => line.split(' '))
const inside = wordsOf(deniedInside)
const whole = new Set(wordsOf(denied).filter((word) => !word.endsWith('*')))
const beginnings = wordsOf(denied)
  .filter((word) => word.endsWith('*'))
  .map((word) => word.slice(0, -1))

const isDenied = (word: string) =>
  whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning))

/** A name of one word is looked for as a word: many a short one stands inside another. */
const isSaid = (name: string, { plain, parts }: { plain: string; parts: readonly string[] }) =>
  name !== '' && (/\s/.test(name) ? plain.includes(name) : parts.includes(name))

/** The words of a text that a message may not hold, and names that stand in it. */
export function amissIn(text: string, names: readonly string[] = []): string[] {
  const plain = text.normalize('NFC').toLowerCase()
  const words = plain.match(/\p{L}[\p{L}\p{M}-]*/gu) ?? []
  const parts = words.flatMap((word) => [word, ...(word.includes('-') ? word.split('-') : [])])
  return [
    ...parts.filter(isDenied),
    ...inside.filter((word) => plain.includes(word)),
    ...names.map((name) => name.toLowerCase()).filter((name) => isSaid(name, { plain, parts })),
  ]
}

/** Whether a message says nothing of whom it is about, who wrote it, and what it is for. */
export const isNeutral = (text: string, names: readonly string[] = []): boolean =>
  amissIn(text, names).length === 0
