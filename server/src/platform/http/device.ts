// The order matters: browsers name those they descend from as well.
const browsers: readonly [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bcoc_coc_browser\//, 'Cốc Cốc'],
  [/\bFirefox\//, 'Firefox'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Headless)?Chrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/\bWindows\b/, 'Windows'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bLinux\b/, 'Linux'],
];

/** Browser and system out of the header User-Agent, such as «Firefox, Windows»; empty where it names neither. */
export function describeDevice(userAgent: string | undefined): string {
  const named = [browsers, systems].map((kinds) => kinds.find(([sign]) => sign.test(userAgent ?? ''))?.[1]);
  return named.filter((name) => name !== undefined).join(', ');
}
