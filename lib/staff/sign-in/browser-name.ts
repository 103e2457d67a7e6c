/** What each writes of itself, the one that others pretend to be after them. */
const BROWSERS: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Microsoft Edge'],
  [/\b(?:OPR|OPiOS|OPT)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:\w*Chrome|Chromium|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/\b(?:iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]
const LONGEST = 1000

/** What a browser calls itself, in a few words: "Firefox on Windows". Empty where it does not say. */
export function browserName(userAgent: string | null): string {
  const written = (userAgent ?? '').slice(0, LONGEST)
  const names = [BROWSERS, SYSTEMS].flatMap((known) => known.find(([sign]) => sign.test(written))?.[1] ?? [])
  return names.join(' on ')
}
