import type { Language } from '@mangnon/domain/kernel/sentence.ts';
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { messages } from './messages.ts';
import type { MessageKey } from './messages.ts';

const storageKey = 'mangnon.language';
const locales = { vi: 'vi-VN', en: 'en-GB' } as const;

const LanguageContext = createContext<{ language: Language; chooseLanguage: (language: Language) => void }>({
  language: 'vi',
  chooseLanguage: () => {},
});

/** Remembers the language on this computer for the pages before sign-in; the account's own choice wins after it. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, chooseLanguage] = useState<Language>(() =>
    localStorage.getItem(storageKey) === 'en' ? 'en' : 'vi',
  );
  useEffect(() => {
    localStorage.setItem(storageKey, language);
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(() => ({ language, chooseLanguage }), [language]);
  return (
    <LanguageContext value={value}>
      <IntlProvider locale={locales[language]} messages={messages[language]} timeZone="Asia/Ho_Chi_Minh">
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

export const useLanguage = () => useContext(LanguageContext);

export type MessageValues = Readonly<Record<string, string | number>>;

/** Gives `t(key, values)`: a sentence of the interface in the chosen language. A key that is nowhere does not compile. */
export function useText(): (key: MessageKey, values?: MessageValues) => string {
  const intl = useIntl();
  return useMemo(() => (key, values) => intl.formatMessage({ id: key }, values), [intl]);
}
