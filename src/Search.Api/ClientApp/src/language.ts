/** Whether the page is shown in English. */
export const english = document.documentElement.lang === "en";

/** The sentence in the page's language. */
export const say = (vietnamese: string, inEnglish: string): string => (english ? inEnglish : vietnamese);
