/**
 * What no message says, in any language it is written in: what kind of help it is about, who it is from, and
 * what it is for. Messages are read on locked screens and over shoulders.
 */
const denied: readonly RegExp[] = [
  // English
  /\b(mental|crisis|suicid\w*|self.?harm\w*|counsel\w*|therap\w*|psych\w*|clinic\w*|behaviou?r\w*|depress\w*|anxi\w*|trauma\w*)\b/i,
  /\b(treatment|diagnos\w*|patient|medic\w*|health|hospital|addict\w*|substance|drug\w*|alcohol|abuse|safety|risk|emergency|urgent)\b/i,
  /\b(school|district|agency|partner|student|child|son|daughter|teacher|nurse|referral|appointment|visit|intake|concern|consent)\b/i,
  /\b(immigra\w*|citizen\w*|insurance|medicaid|police|court)\b/i,
  // Spanish
  /\b(crisis|suicid\w*|autolesi\w*|consejer\w*|terap\w*|psic\w*|siqui\w*|cl[ií]nic\w*|conducta|depresi\w*|ansiedad|trauma\w*)\b/i,
  /\b(tratamiento|diagn[oó]stic\w*|paciente|m[eé]dic\w*|salud|hospital|adicci\w*|drogas?|alcohol|abuso|seguridad|riesgo|emergencia|urgente)\b/i,
  /\b(escuela|escolar|distrito|agencia|estudiante|alumn\w*|ni[nñ][oa]s?|hij[oa]s?|maestr\w*|enfermer\w*|derivaci\w*|cita|visita|consentimiento)\b/i,
  /\b(inmigra\w*|ciudadan\w*|seguro|polic[ií]a|tribunal)\b/i,
  // Arabic has no word boundary a pattern could use beside its prefixes: the roots are looked for anywhere.
  /(أزمة|انتحار|إيذاء|نفسي|نفسية|علاج|عيادة|سلوك|اكتئاب|قلق|صدمة|تشخيص|مريض|طبيب|طبي|صحة|صحي|مستشفى|إدمان|مخدر)/,
  /(كحول|خطر|طوارئ|عاجل|مدرسة|مدرسي|منطقة|وكالة|طالب|تلميذ|طفل|ابنك|ابنتك|معلم|ممرض|إحالة|موعد|زيارة|موافقة|هجرة|تأمين|شرطة|محكمة)/,
]

/** The words of a text that a message may not hold, and names that stand in it. */
export function amissIn(text: string, names: readonly string[] = []): string[] {
  const found = denied.flatMap((pattern) => pattern.exec(text)?.[0] ?? [])
  const plain = text.toLocaleLowerCase()
  return [...found, ...names.filter((name) => name !== '' && plain.includes(name.toLocaleLowerCase()))]
}

/** Whether a message says nothing of whom it is about, who wrote it, and what it is for. */
export const isNeutral = (text: string, names: readonly string[] = []): boolean =>
  amissIn(text, names).length === 0
