/** The theme that Office shows: "clair" or "sombre"; null when it does not say, or when the system imposes its own colours. */
export function officeTheme(page: Window): 'clair' | 'sombre' | null {
  if (page.matchMedia('(forced-colors: active)').matches) return null;
  // Documented, but not there in Excel for the web: OfficeDev/office-js#6134.
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  if (theme === undefined) return null;
  const dark = (theme.isDarkTheme as boolean | undefined) ?? isDark(theme.bodyBackgroundColor);
  return dark === null ? null : dark ? 'sombre' : 'clair';
}

/** Whether a colour is dark, by the weights that the eye gives to red, green and blue (ITU-R BT.601); null when it is no colour. */
function isDark(colour: string | undefined): boolean | null {
  const parts = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(colour ?? '');
  if (parts === null) return null;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/** Calls back when the theme may be another one: Excel has no event for it. */
export function watchTheme(page: Window, tell: () => void): () => void {
  page.addEventListener('focus', tell);
  page.document.addEventListener('visibilitychange', tell);
  return () => {
    page.removeEventListener('focus', tell);
    page.document.removeEventListener('visibilitychange', tell);
  };
}
