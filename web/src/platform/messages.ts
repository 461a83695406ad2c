import { accountsEn } from '../access/accounts/messages/en.ts';
import { accountsVi } from '../access/accounts/messages/vi.ts';
import { accessEn } from '../access/messages/en.ts';
import { accessVi } from '../access/messages/vi.ts';
import { ownEn } from '../access/own/messages/en.ts';
import { ownVi } from '../access/own/messages/vi.ts';
import { providerEn } from '../access/oidc/messages/en.ts';
import { providerVi } from '../access/oidc/messages/vi.ts';
import { passkeyEn } from '../access/passkeys/messages/en.ts';
import { passkeyVi } from '../access/passkeys/messages/vi.ts';
import { recoveryEn } from '../access/recovery/messages/en.ts';
import { recoveryVi } from '../access/recovery/messages/vi.ts';
import { secondFactorEn } from '../access/second-factor/messages/en.ts';
import { secondFactorVi } from '../access/second-factor/messages/vi.ts';
import { agenciesEn } from '../agencies/messages/en.ts';
import { agenciesVi } from '../agencies/messages/vi.ts';
import { attentionEn } from '../attention/messages/en.ts';
import { attentionVi } from '../attention/messages/vi.ts';
import { auditEn } from '../audit/messages/en.ts';
import { auditVi } from '../audit/messages/vi.ts';
import { casesEn } from '../cases/messages/en.ts';
import { casesVi } from '../cases/messages/vi.ts';
import { childrenEn } from '../children/messages/en.ts';
import { childrenVi } from '../children/messages/vi.ts';
import { indicatorsEn } from '../indicators/messages/en.ts';
import { indicatorsVi } from '../indicators/messages/vi.ts';
import { inspectionsEn } from '../inspections/messages/en.ts';
import { inspectionsVi } from '../inspections/messages/vi.ts';
import { lawEn } from '../law/messages/en.ts';
import { lawVi } from '../law/messages/vi.ts';
import { documentEn } from '../plans/document/messages/en.ts';
import { documentVi } from '../plans/document/messages/vi.ts';
import { calendarEn } from '../law/calendar/messages/en.ts';
import { calendarVi } from '../law/calendar/messages/vi.ts';
import { placesEn } from '../places/messages/en.ts';
import { placesVi } from '../places/messages/vi.ts';
import { plansEn } from '../plans/messages/en.ts';
import { plansVi } from '../plans/messages/vi.ts';
import { papersEn } from '../reports/papers/messages/en.ts';
import { papersVi } from '../reports/papers/messages/vi.ts';
import { reviewEn } from '../plans/review/messages/en.ts';
import { reviewVi } from '../plans/review/messages/vi.ts';
import { writingDeskEn } from '../plans/writing/messages/desk-en.ts';
import { writingDeskVi } from '../plans/writing/messages/desk-vi.ts';
import { writingEn } from '../plans/writing/messages/writing-en.ts';
import { writingVi } from '../plans/writing/messages/writing-vi.ts';
import { givingEn } from '../tasks/giving/messages/en.ts';
import { givingVi } from '../tasks/giving/messages/vi.ts';
import { planViewsEn } from '../plans/plan/views/messages/en.ts';
import { planViewsVi } from '../plans/plan/views/messages/vi.ts';
import { reportEntryEn } from '../reports/entry/messages/en.ts';
import { reportFormEn } from '../reports/form/messages/en.ts';
import { consolidationEn } from '../reports/consolidation/messages/en.ts';
import { consolidationVi } from '../reports/consolidation/messages/vi.ts';
import { reportsEn } from '../reports/messages/en.ts';
import { reportVersionEn } from '../reports/report/messages/en.ts';
import { reportEntryVi } from '../reports/entry/messages/vi.ts';
import { reportFormVi } from '../reports/form/messages/vi.ts';
import { reportsVi } from '../reports/messages/vi.ts';
import { reportVersionVi } from '../reports/report/messages/vi.ts';
import { searchEn } from '../search/messages/en.ts';
import { searchVi } from '../search/messages/vi.ts';
import { taskListEn } from '../tasks/list/messages/en.ts';
import { taskListVi } from '../tasks/list/messages/vi.ts';
import { unitsEn } from '../tasks/units/messages/en.ts';
import { unitsVi } from '../tasks/units/messages/vi.ts';
import { tasksEn } from '../tasks/messages/en.ts';
import { tasksVi } from '../tasks/messages/vi.ts';
import { platformEn } from './messages/en.ts';
import { platformVi } from './messages/vi.ts';
import { workbookEn } from './workbook/messages/en.ts';
import { workbookVi } from './workbook/messages/vi.ts';

/** Every sentence of the interface, by language; each module brings its own. */
export const messages = {
  vi: {
    ...platformVi,
    ...workbookVi,
    ...accessVi,
    ...accountsVi,
    ...recoveryVi,
    ...agenciesVi,
    ...attentionVi,
    ...auditVi,
    ...calendarVi,
    ...casesVi,
    ...childrenVi,
    ...ownVi,
    ...passkeyVi,
    ...providerVi,
    ...secondFactorVi,
    ...lawVi,
    ...placesVi,
    ...plansVi,
    ...documentVi,
    ...reviewVi,
    ...givingVi,
    ...planViewsVi,
    ...searchVi,
    ...taskListVi,
    ...writingVi,
    ...writingDeskVi,
    ...tasksVi,
    ...inspectionsVi,
    ...indicatorsVi,
    ...reportsVi,
    ...reportEntryVi,
    ...reportFormVi,
    ...reportVersionVi,
    ...papersVi,
    ...consolidationVi,
    ...unitsVi,
  },
  en: {
    ...platformEn,
    ...workbookEn,
    ...accessEn,
    ...accountsEn,
    ...recoveryEn,
    ...agenciesEn,
    ...attentionEn,
    ...auditEn,
    ...calendarEn,
    ...casesEn,
    ...childrenEn,
    ...ownEn,
    ...passkeyEn,
    ...providerEn,
    ...secondFactorEn,
    ...lawEn,
    ...placesEn,
    ...plansEn,
    ...documentEn,
    ...reviewEn,
    ...givingEn,
    ...planViewsEn,
    ...searchEn,
    ...taskListEn,
    ...writingEn,
    ...writingDeskEn,
    ...tasksEn,
    ...inspectionsEn,
    ...indicatorsEn,
    ...reportsEn,
    ...reportEntryEn,
    ...reportFormEn,
    ...reportVersionEn,
    ...papersEn,
    ...consolidationEn,
    ...unitsEn,
  },
} as const;

export type MessageKey = keyof (typeof messages)['vi'];
