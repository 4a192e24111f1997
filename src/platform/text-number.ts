/**
 * A phone number as gateways take it: + and digits. A number without a country is one of the country given;
 * one with an extension, or without its area, reaches nobody by text.
 * @param typed as people write it
 * @param country the digits of the country, such as 1
 */
export function textNumber(typed: string, country: string): string | undefined {
  const text = typed.trim()
  if (!/^\+?[0-9 ().-]+$/.test(text)) return undefined
  const digits = text.replace(/\D/g, '')
  if (text.startsWith('+')) return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : undefined
  if (digits.length === 10) return `+${country}${digits}`
  return digits.length === 10 + country.length && digits.startsWith(country) ? `+${digits}` : undefined
}
